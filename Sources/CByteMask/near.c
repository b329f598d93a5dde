// Asks for memory before it is needed.

#include "CByteMask.h"

void cbm_bring_near(const void *const *places, size_t count) {
  for (size_t place = 0; place < count; place++) __builtin_prefetch(places[place], 1);
}
