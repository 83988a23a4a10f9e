#define _GNU_SOURCE 1
#include "CNCurses.h"

#include <errno.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#include "internal.h"

int cn_wait(int milliseconds) {
  struct pollfd watched[2] = {
    {.fd = STDIN_FILENO, .events = POLLIN},
    {.fd = cn_wake_reader, .events = POLLIN},
  };
  if (poll(watched, 2, milliseconds) <= 0) return 0;
  int found = 0;
  if (watched[0].revents & POLLIN) found |= CN_INPUT;
  else if (watched[0].revents) found |= CN_HANG_UP;
  if (watched[1].revents & POLLIN) found |= CN_WOKEN;
  return found;
}

ptrdiff_t cn_read(uint8_t *buffer, size_t capacity) {
  ssize_t count = read(STDIN_FILENO, buffer, capacity);
  if (count >= 0) return count;
  return errno == EINTR || errno == EAGAIN ? -1 : 0;
}

bool cn_write(const uint8_t *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(STDOUT_FILENO, bytes, count);
    if (written > 0) {
      bytes += written;
      count -= (size_t)written;
    } else if (written < 0 && errno == EAGAIN) {
      // Standard output shares its flags with whoever made it non-blocking.
      struct pollfd output = {.fd = STDOUT_FILENO, .events = POLLOUT};
      if (poll(&output, 1, -1) > 0 && !(output.revents & POLLOUT)) return false;
    } else if (written == 0 || errno != EINTR) {
      return false;
    }
  }
  return true;
}

bool cn_size(int *columns, int *rows) {
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) return false;
  *columns = size.ws_col;
  *rows = size.ws_row;
  return true;
}

bool cn_cell_size(int *width, int *height) {
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) return false;
  *width = size.ws_xpixel / size.ws_col;
  *height = size.ws_ypixel / size.ws_row;
  return *width > 0 && *height > 0;
}

int64_t cn_now(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}
