#define _GNU_SOURCE 1
#include "CNCurses.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <unistd.h>

#include "internal.h"

int cn_wake_reader = -1;
static int wake_writer = -1;
static atomic_flag is_woken = ATOMIC_FLAG_INIT;
static volatile sig_atomic_t is_lent;

static const int caught[] = {SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGWINCH, SIGTSTP, SIGCONT};
enum { CAUGHT = sizeof caught / sizeof *caught };
static struct sigaction before[CAUGHT];
static bool is_catching;

static void note(int number) {
  if (is_lent && (number == SIGINT || number == SIGQUIT)) return;
  int saved = errno;
  unsigned char byte = (unsigned char)number;
  ssize_t ignored = write(wake_writer, &byte, 1);
  (void)ignored;
  errno = saved;
}

static void handle(int number, bool is_ours) {
  struct sigaction action = {.sa_handler = is_ours ? note : SIG_DFL, .sa_flags = SA_RESTART};
  sigfillset(&action.sa_mask);
  sigaction(number, &action, NULL);
}

/// An end of a program that was started with a signal ignored (nohup) goes on ignoring it.
static bool is_kept_ignored(int index) {
  int number = caught[index];
  return before[index].sa_handler == SIG_IGN && (number == SIGHUP || number == SIGINT || number == SIGQUIT);
}

bool cn_catch_signals(void) {
  if (cn_wake_reader < 0) {
    int ends[2];
    if (pipe(ends) != 0) return false;
    for (int i = 0; i < 2; i++) {
      fcntl(ends[i], F_SETFD, FD_CLOEXEC);
      fcntl(ends[i], F_SETFL, O_NONBLOCK);
    }
    cn_wake_reader = ends[0];
    wake_writer = ends[1];
  }
  sigset_t all;
  sigemptyset(&all);
  for (int i = 0; i < CAUGHT; i++) {
    if (!is_catching) sigaction(caught[i], NULL, &before[i]);
    if (is_kept_ignored(i)) continue;
    handle(caught[i], true);
    sigaddset(&all, caught[i]);
  }
  is_catching = true;
  pthread_sigmask(SIG_UNBLOCK, &all, NULL);
  return true;
}

void cn_release_signals(void) {
  if (!is_catching) return;
  for (int i = 0; i < CAUGHT; i++) sigaction(caught[i], &before[i], NULL);
  is_catching = false;
}

void cn_wake(void) {
  if (wake_writer < 0 || atomic_flag_test_and_set(&is_woken)) return;
  unsigned char byte = 0;
  ssize_t count;
  do count = write(wake_writer, &byte, 1);
  while (count < 0 && errno == EINTR);
  if (count != 1) atomic_flag_clear(&is_woken);  // full: the reader has enough to wake for
}

bool cn_next_wake_up(int *what) {
  unsigned char byte;
  ssize_t count;
  do count = read(cn_wake_reader, &byte, 1);
  while (count < 0 && errno == EINTR);
  if (count != 1) return false;
  if (byte == 0) {
    // Cleared before the caller looks for what it was woken for: a call that finds the flag set came before that look.
    atomic_flag_clear(&is_woken);
    *what = CN_WAKE_UP;
  } else {
    *what = byte == SIGWINCH ? CN_RESIZE : byte == SIGTSTP ? CN_STOP : byte == SIGCONT ? CN_CONTINUED : byte;
  }
  return true;
}

void cn_lend_signals(bool lent) {
  is_lent = lent;
  handle(SIGTSTP, !lent);
  handle(SIGCONT, !lent);
}

void cn_stop(bool whole_group) {
  sigset_t stop;
  sigemptyset(&stop);
  sigaddset(&stop, SIGTSTP);
  handle(SIGCONT, false);
  if (whole_group) {
    // The others first, so that the last thing to stop is this thread, by a signal to itself alone: then nothing runs
    // between the stop and its end.
    signal(SIGTSTP, SIG_IGN);
    kill(0, SIGTSTP);
  }
  handle(SIGTSTP, false);
  pthread_sigmask(SIG_UNBLOCK, &stop, NULL);
  raise(SIGTSTP);
  handle(SIGTSTP, true);
  handle(SIGCONT, true);
}
