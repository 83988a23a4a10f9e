#define _XOPEN_SOURCE 700
#define _DEFAULT_SOURCE 1
#include "internal.h"

#include <curses.h>
#include <string.h>
#include <unistd.h>

// Last, and in a file of its own: it makes macros of everyday words such as `columns`.
#include <term.h>

cn_opening cn_check_terminfo(const char *name) {
  int outcome = 0;
  if (!*name || setupterm(name, STDOUT_FILENO, &outcome) == ERR) return CN_UNKNOWN_TERMINAL;
  bool is_poor = !cursor_address || !clear_screen;
  del_curterm(cur_term);
  return is_poor ? CN_POOR_TERMINAL : CN_OPENED;
}

void cn_keep_palette(void) {
  char *reset = tigetstr("oc");  // ncurses' own copy, and sent as it stands there
  if (reset != NULL && reset != (char *)-1) *reset = '\0';
}

/// Copies a capability without its padding (`$<5>`); the length, or 0 when there is no room.
static size_t copy(const char *text, char *buffer, size_t capacity) {
  size_t length = 0;
  while (*text) {
    const char *end = text[0] == '$' && text[1] == '<' ? strchr(text, '>') : NULL;
    if (end) {
      text = end + 1;
    } else if (length == capacity) {
      return 0;
    } else {
      buffer[length++] = *text++;
    }
  }
  return length;
}

size_t cn_capability(const char *name, char *buffer, size_t capacity) {
  const char *text = tigetstr(name);
  return text == NULL || text == (char *)-1 ? 0 : copy(text, buffer, capacity);
}

bool cn_has_capability(const char *name) {
  const char *text = tigetstr(name);
  return tigetflag(name) > 0 || tigetnum(name) > 0 || (text != NULL && text != (char *)-1);
}

size_t cn_address(int row, int column, char *buffer, size_t capacity) {
  return copy(tiparm(cursor_address, row, column), buffer, capacity);
}

void cn_move_cursor(int row, int column) {
  char buffer[64];
  size_t length = cn_address(row, column, buffer, sizeof buffer);
  cn_write((const uint8_t *)buffer, length);
}
