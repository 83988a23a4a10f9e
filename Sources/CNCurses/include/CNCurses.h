// What the Swift side needs of ncurses, of the terminal's descriptor and of signals, in plain C types: no macro, no
// variadic function and no global of ncurses gets past this header. One screen a program; first thread only, apart
// from cn_wake.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#pragma mark Opening and closing (screen.c)

typedef enum { CN_OPENED, CN_NO_TERMINAL, CN_NO_UTF8, CN_UNKNOWN_TERMINAL, CN_POOR_TERMINAL, CN_NO_MEMORY } cn_opening;

/// Opens the terminal that terminfo calls `name`: checks that standard input and output are terminals, saves the
/// input's modes, chooses a UTF-8 locale, and starts ncurses by newterm, which, unlike initscr, reports a failure
/// instead of leaving the program.
cn_opening cn_open(const char *name);

/// How many columns ncurses is to give to a code point: 0, 1 or 2, where ambiguous ones are narrow or wide. To be called
/// before cn_open.
void cn_use_widths(int (*columns)(uint32_t code_point, bool ambiguous_is_wide, bool lines_are_wide));

/// Whether ambiguous code points are wide from now on, at first they are not; the next cn_show draws on a cleared screen.
void cn_change_widths(bool ambiguous_is_wide, bool lines_are_wide);

/// Ends ncurses' hold on the terminal (endwin) and puts the saved modes back; what was gathered is dropped.
void cn_leave(void);

/// Takes the terminal again after cn_leave; the next cn_show draws on a cleared screen.
void cn_enter(void);

/// Frees what cn_open took; after cn_leave.
void cn_close(void);

#pragma mark Drawing (screen.c)

static const int CN_BOLD = 1, CN_DIM = 2, CN_UNDERLINE = 4, CN_REVERSE = 8;

/// The colours of the terminal after start_color; 0 without any. `has_default` tells whether -1 is a colour here.
int cn_start_colors(bool *has_default);
/// The number of colour pairs that can be had.
int cn_pair_count(void);
void cn_define_pair(int pair, int foreground, int background);

/// Puts text of one style at a cell and those right of it. Each of the `cells` has one base and its marks: as many code
/// points, at most 5, as `counts` says, one cell's after the other's.
void cn_put(
    int row, int column, const uint32_t *code_points, const uint8_t *counts, int cells, int attributes, int pair);
/// Blanks ncurses' picture of the frame; nothing is sent.
void cn_blank(void);
/// Moves the caret (a negative row hides it) and gathers what differs from the screen for cn_send.
void cn_show(int row, int column);
/// Whether nothing of a frame goes out before cn_send.
bool cn_gathers(void);
/// Sends a letter to where the cursor is, in plain style, on blank cells, before the frame that holds it, or behind the one before
/// it. What the next cn_show gathers leaves them where the frame has them, and takes them back where it has not. False: not sent.
bool cn_send_ahead(const uint8_t *letter, size_t count, int width);
/// Whether letters are on the screen that no frame has yet.
bool cn_is_ahead(void);
/// Sends what was gathered, in one write.
void cn_send(void);
/// As cn_send, without so many bytes at the beginning.
void cn_send_from(size_t start);
/// Lets the next cn_show send every cell again, without erasing the screen before it; what was gathered is dropped.
void cn_repaint(void);
/// Lets the next cn_show send every cell of a row again.
void cn_renew_row(int row);
/// Tells ncurses the new size; whatever the terminal shows now, cn_repaint must follow.
void cn_resize(int columns, int rows);

#pragma mark What terminfo says (terminfo.c)

/// What terminfo says a capability sends, padding left out; the length, or 0 when there is none or no room.
size_t cn_capability(const char *name, char *buffer, size_t capacity);

/// Whether terminfo has a capability: a flag, a number or a string, among them those that others have added.
bool cn_has_capability(const char *name);

#pragma mark Drawing beside ncurses (screen.c)

// Bytes of our own, gathered with those of cn_show until cn_send. ncurses knows of the style they leave behind, but
// not of what they draw nor where they leave the cursor: cn_beside_return brings both back.

void cn_beside_move(int row, int column);
void cn_beside_style(int attributes, int pair);
void cn_beside_text(const uint8_t *text, size_t count);
/// Plain style, and the cursor where ncurses believes it to be.
void cn_beside_return(void);

#pragma mark The descriptor (tty.c)

static const int CN_INPUT = 1, CN_WOKEN = 2, CN_HANG_UP = 4;

/// The size the terminal's driver reports; false when it reports none.
bool cn_size(int *columns, int *rows);
/// The size of a cell in pixels, as the driver reports it; false when it reports none.
bool cn_cell_size(int *width, int *height);

/// Waits for input or a wake-up, at most `milliseconds` (negative: for ever); returns what there is, 0 for nothing.
int cn_wait(int milliseconds);
/// Reads what the terminal sent. Returns the count, 0 when it is gone, -1 when there is nothing now.
ptrdiff_t cn_read(uint8_t *buffer, size_t capacity);
/// Writes all of it, waiting where the terminal is slow; false when it is gone.
bool cn_write(const uint8_t *bytes, size_t count);
/// Nanoseconds of a clock that never goes back.
int64_t cn_now(void);

#pragma mark Signals and wake-ups (signals.c)

static const int CN_WAKE_UP = 0, CN_RESIZE = -1, CN_STOP = -2, CN_CONTINUED = -3;

/// Makes the wake-up descriptor and puts handlers in place that write to it; false without descriptors.
bool cn_catch_signals(void);
/// Puts back the handlers that were there before.
void cn_release_signals(void);
/// Wakes cn_wait; from any thread, and as often as one likes: calls nobody has seen yet count as one.
void cn_wake(void);
/// The next thing the wake-up descriptor tells: a signal that ends the program by its number, or one of the CN_ values
/// above; false when there is nothing more.
bool cn_next_wake_up(int *what);
/// While the terminal is lent: Ctrl-C, Ctrl-\ and Ctrl-Z are the borrower's affair.
void cn_lend_signals(bool is_lent);
/// Stops the program (with `whole_group`, its process group) until it is continued. The terminal must have been left.
void cn_stop(bool whole_group);

#pragma mark When the program crashes (crash.c)

/// From now on SEGV, BUS, ILL, TRAP, FPE and ABRT write `bytes` (at most 4096) to the terminal and put its saved modes
/// back, on a stack of their own and by async-signal-safe calls alone, before they do what they did before. Called
/// again, it only changes the bytes; none, or more than that, disarm it.
void cn_arm_crash(const uint8_t *bytes, size_t count);
