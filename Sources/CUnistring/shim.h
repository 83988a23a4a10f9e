#include <unilbrk.h>
#include <uniwbrk.h>
