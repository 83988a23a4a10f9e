#pragma once
#include <termios.h>

#include "CNCurses.h"

/// The modes of the terminal before we came; kept here because a signal handler needs them.
extern struct termios cn_saved_modes;
/// The end of the wake-up pipe that is read, or -1.
extern int cn_wake_reader;

/// Whether terminfo knows the terminal, and it can do what a screen needs.
cn_opening cn_check_terminfo(const char *name);
/// Keeps ncurses from resetting the terminal's palette, which it never changed here but somebody else may have.
void cn_keep_palette(void);
/// The bytes of an absolute cursor movement, padding left out; their number, or 0 when there is no room.
size_t cn_address(int row, int column, char *buffer, size_t capacity);
/// Sends an absolute cursor movement, behind ncurses' back.
void cn_move_cursor(int row, int column);
