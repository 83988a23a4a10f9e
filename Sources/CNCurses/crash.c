#define _GNU_SOURCE 1
#include "CNCurses.h"

#include <pthread.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "internal.h"

static const int fatal[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT};
enum { FATAL = sizeof fatal / sizeof *fatal, ROOM = 4096, STACK = 64 * 1024 };

static struct sigaction before[FATAL];
static char stack[STACK];
static unsigned char farewell[ROOM];
static volatile sig_atomic_t farewell_length;
static bool is_armed;

static void crash(int number, siginfo_t *info, void *context) {
  (void)context;
  sig_atomic_t length = farewell_length;
  farewell_length = 0;
  if (length > 0) {
    ssize_t ignored = write(STDOUT_FILENO, farewell, (size_t)length);
    (void)ignored;
    tcsetattr(STDIN_FILENO, TCSANOW, &cn_saved_modes);
  }
  for (int i = 0; i < FATAL; i++) {
    if (fatal[i] == number) sigaction(number, &before[i], NULL);
  }
  // A fault comes again by itself, at the instruction that made it: whoever reports crashes then sees the right place.
  if (info->si_code > 0 && number != SIGTRAP && number != SIGABRT) return;
  sigset_t self;
  sigemptyset(&self);
  sigaddset(&self, number);
  pthread_sigmask(SIG_UNBLOCK, &self, NULL);
  raise(number);
  // A reporter has reported and returned.
  signal(number, SIG_DFL);
  raise(number);
}

void cn_arm_crash(const uint8_t *bytes, size_t count) {
  farewell_length = 0;
  if (count > ROOM) count = 0;
  if (count > 0) memcpy(farewell, bytes, count);
  farewell_length = (sig_atomic_t)count;
  if (is_armed || count == 0) return;
  stack_t own = {.ss_sp = stack, .ss_size = sizeof stack};
  sigaltstack(&own, NULL);
  for (int i = 0; i < FATAL; i++) {
    struct sigaction action = {.sa_sigaction = crash, .sa_flags = SA_ONSTACK | SA_SIGINFO};
    sigemptyset(&action.sa_mask);
    sigaction(fatal[i], &action, &before[i]);
  }
  is_armed = true;
}
