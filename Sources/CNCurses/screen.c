#define _XOPEN_SOURCE_EXTENDED 1
#define _XOPEN_SOURCE 700
#define _DEFAULT_SOURCE 1
#define _GNU_SOURCE 1
#define NCURSES_WIDECHAR 1
#include "CNCurses.h"

#include <curses.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#include <wchar.h>

#include "internal.h"

struct termios cn_saved_modes;
static SCREEN *screen;
/// What ncurses writes to: the terminal, or the file that gathers a frame.
static FILE *output;
static int frame_file = -1;
/// What was gathered and waits for cn_send.
static uint8_t *bytes;
static size_t byte_count, byte_capacity;
/// Whether the caret is shown: 1, 0, or -1 when that is not known.
static int caret;
/// Letters that were sent to where the cursor is, and that ncurses does not know of yet; no bytes: there are none.
static struct {
  uint8_t bytes[256];
  size_t count;
  int width;
} ahead;
static int (*columns_of)(uint32_t, bool, bool);
static bool ambiguous_is_wide, lines_are_wide;

// ncurses asks wcwidth for every width. The C library's answer depends on its age (new emoji are "unprintable" and
// would be drawn as blanks); this one answers with the widths the frame was laid out by, so that ncurses, the canvas
// and the caret agree. A definition in the program comes before that of a shared library.
int wcwidth(wchar_t c) {
  if (c == 0) return 0;
  if (c < 0x20 || (c >= 0x7f && c < 0xa0)) return -1;
  return columns_of ? columns_of((uint32_t)c, ambiguous_is_wide, lines_are_wide) : 1;
}

void cn_use_widths(int (*columns)(uint32_t, bool, bool)) { columns_of = columns; }

void cn_change_widths(bool ambiguous, bool lines) {
  ambiguous_is_wide = ambiguous;
  lines_are_wide = lines;
  if (screen) clearok(curscr, TRUE);
}

static bool is_utf8(void) { return strcmp(nl_langinfo(CODESET), "UTF-8") == 0; }

static bool choose_locale(void) {
  static const char *const names[] = {"", "C.UTF-8", "C.utf8", "en_US.UTF-8", "UTF-8"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (setlocale(LC_CTYPE, names[i]) && is_utf8()) return true;
  return false;
}

cn_opening cn_open(const char *name) {
  if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) return CN_NO_TERMINAL;
  if (tcgetattr(STDIN_FILENO, &cn_saved_modes) != 0) return CN_NO_TERMINAL;
  if (!choose_locale()) return CN_NO_UTF8;
  cn_opening check = cn_check_terminfo(name);
  if (check != CN_OPENED) return check;
  int descriptor = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
  output = descriptor < 0 ? NULL : fdopen(descriptor, "w");
  screen = output ? newterm(name, output, stdin) : NULL;
  if (!screen) {
    cn_close();
    return CN_NO_MEMORY;
  }
#ifdef __linux__
  frame_file = memfd_create("frame", MFD_CLOEXEC);
#endif
  caret = -1;
  cn_keep_palette();
  raw();
  noecho();
  nonl();
  keypad(stdscr, TRUE);
  typeahead(-1);
  leaveok(stdscr, FALSE);
  scrollok(stdscr, FALSE);
  def_prog_mode();
  return CN_OPENED;
}

void cn_leave(void) {
  ahead.count = 0;
  ahead.width = 0;
  byte_count = 0;
  endwin();
  tcsetattr(STDIN_FILENO, TCSANOW, &cn_saved_modes);
}

void cn_enter(void) {
  reset_prog_mode();
  keypad(stdscr, TRUE);
  clearok(curscr, TRUE);
}

void cn_close(void) {
  if (screen) delscreen(screen);
  screen = NULL;
  if (output) fclose(output);
  output = NULL;
  if (frame_file >= 0) close(frame_file);
  frame_file = -1;
}

int cn_start_colors(bool *has_default) {
  *has_default = false;
  if (!has_colors() || start_color() == ERR || COLORS < 8) return 0;
  *has_default = use_default_colors() != ERR;
  return COLORS;
}

int cn_pair_count(void) { return COLOR_PAIRS < 32767 ? COLOR_PAIRS : 32767; }

void cn_define_pair(int pair, int foreground, int background) {
  init_pair((short)pair, (short)foreground, (short)background);
}

static attr_t attributes_of(int attributes) {
  attr_t attrs = A_NORMAL;
  if (attributes & CN_BOLD) attrs |= A_BOLD;
  if (attributes & CN_DIM) attrs |= A_DIM;
  if (attributes & CN_UNDERLINE) attrs |= A_UNDERLINE;
  if (attributes & CN_REVERSE) attrs |= A_REVERSE;
  return attrs;
}

void cn_put(
    int row, int column, const uint32_t *code_points, const uint8_t *counts, int cells, int attributes, int pair) {
  if (cells <= 0) return;
  cchar_t run[cells];
  attr_t attrs = attributes_of(attributes);
  for (int cell = 0; cell < cells; cell++) {
    wchar_t text[CCHARW_MAX + 1] = {0};
    for (int i = 0; i < counts[cell] && i < CCHARW_MAX; i++) text[i] = (wchar_t)code_points[i];
    code_points += counts[cell];
    if (setcchar(&run[cell], text, attrs, (short)pair, NULL) != OK) setcchar(&run[cell], L" ", attrs, (short)pair, NULL);
  }
  mvadd_wchnstr(row, column, run, cells);
}

void cn_renew_row(int row) { wredrawln(stdscr, row, 1); }

void cn_blank(void) { werase(stdscr); }

/// Makes room for so many bytes more.
static bool reserve(size_t count) {
  if (byte_capacity - byte_count >= count) return true;
  size_t wanted = byte_capacity ? byte_capacity : 4096;
  while (wanted - byte_count < count) wanted *= 2;
  uint8_t *larger = realloc(bytes, wanted);
  if (!larger) return false;
  bytes = larger;
  byte_capacity = wanted;
  return true;
}

static int gather(int byte) {
  if (!reserve(1)) return EOF;
  bytes[byte_count++] = (uint8_t)byte;
  return byte;
}

void cn_beside_text(const uint8_t *text, size_t count) {
  if (count == 0 || !reserve(count)) return;
  memcpy(bytes + byte_count, text, count);
  byte_count += count;
}

// ncurses writes a frame in many pieces, one for each move of the cursor, and each would wake the terminal. While it draws, its
// descriptor is a file in memory; the terminal gets the frame at once.

static void begin_frame(void) {
#ifdef __linux__
  if (frame_file >= 0) dup3(frame_file, fileno(output), O_CLOEXEC);
#endif
}

static void end_frame(void) {
#ifdef __linux__
  if (frame_file < 0) return;
  dup3(STDOUT_FILENO, fileno(output), O_CLOEXEC);
  off_t length = lseek(frame_file, 0, SEEK_CUR);
  ssize_t got = length > 0 && reserve((size_t)length) ? pread(frame_file, bytes + byte_count, (size_t)length, 0) : 0;
  if (got > 0) byte_count += (size_t)got;
  lseek(frame_file, 0, SEEK_SET);
#endif
}

bool cn_gathers(void) { return frame_file >= 0; }

bool cn_send_ahead(const uint8_t *letter, size_t count, int width) {
  // Only a frame that is gathered can be held against it.
  if (frame_file < 0 || count > sizeof ahead.bytes - ahead.count || !cn_write(letter, count)) return false;
  memcpy(ahead.bytes + ahead.count, letter, count);
  ahead.count += count;
  ahead.width += width;
  return true;
}

bool cn_is_ahead(void) { return ahead.count > 0; }

/// Whether the frame holds the letters where they were sent to.
static bool is_ahead_right(void) {
  int column = getcurx(curscr);
  for (size_t at = 0, length; at < ahead.count; at += length) {
    cchar_t cell;
    wchar_t text[CCHARW_MAX + 1], letter;
    attr_t attributes;
    short pair;
    length = mbrtowc(&letter, (const char *)ahead.bytes + at, ahead.count - at, &(mbstate_t){0});
    if (length == 0 || length > ahead.count - at || mvwin_wch(stdscr, getcury(curscr), column, &cell) != OK ||
        getcchar(&cell, text, &attributes, &pair, NULL) != OK || text[0] != letter || text[1] != 0 ||
        attributes != A_NORMAL || pair != 0)
      return false;
    column += wcwidth(letter);
  }
  return true;
}

/// Gathers what makes the screen again what ncurses believes it to be; letters that it will draw may stay.
static void take_back(bool draws_them) {
  if (ahead.count == 0) return;
  cn_beside_move(getcury(curscr), getcurx(curscr));
  if (!draws_them) {
    while (ahead.width-- > 0) gather(' ');
    cn_beside_move(getcury(curscr), getcurx(curscr));
  }
  ahead.count = 0;
  ahead.width = 0;
}

void cn_show(int row, int column) {
  size_t sent = ahead.count, before = byte_count;
  take_back(sent > 0 && is_ahead_right());
  size_t start = byte_count;
  int wanted = row < 0 ? 0 : 1;
  if (wanted) wmove(stdscr, row, column);
  begin_frame();
  if (!wanted && caret != 0) curs_set(0);
  wnoutrefresh(stdscr);
  doupdate();
  if (wanted && caret != 1) curs_set(1);
  end_frame();
  caret = wanted;
  // Mostly the frame begins with the letters, and nothing has to be taken back.
  if (sent > 0 && byte_count - start >= sent && memcmp(bytes + start, ahead.bytes, sent) == 0) {
    memmove(bytes + before, bytes + start + sent, byte_count - start - sent);
    byte_count -= start - before + sent;
  }
}

void cn_repaint(void) {
  ahead.count = 0;
  ahead.width = 0;
  byte_count = 0;
  // The terminal may have moved the cursor by itself: put it where ncurses believes it to be.
  cn_move_cursor(getcury(curscr), getcurx(curscr));
  wredrawln(stdscr, 0, getmaxy(stdscr));
  touchwin(stdscr);
}

void cn_beside_move(int row, int column) {
  char buffer[64];
  cn_beside_text((const uint8_t *)buffer, cn_address(row, column, buffer, sizeof buffer));
}

void cn_beside_style(int attributes, int pair) { vid_puts(attributes_of(attributes), (short)pair, NULL, gather); }

void cn_send_from(size_t start) {
  if (start < byte_count) cn_write(bytes + start, byte_count - start);
  byte_count = 0;
}

void cn_send(void) { cn_send_from(0); }

void cn_beside_return(void) {
  cn_beside_style(0, 0);
  cn_beside_move(getcury(curscr), getcurx(curscr));
}

void cn_resize(int columns, int rows) { resize_term(rows, columns); }
