// Chooses the version for what the processor has.

#include "versions.h"

static const struct cxxh_version *best(void) {
#if defined(__x86_64__)
  // These ask the operating system too: it has to save the wide registers.
  if (__builtin_cpu_supports("avx512f")) return &cxxh_avx512;
  if (__builtin_cpu_supports("avx2")) return &cxxh_avx2;
#endif
  return &cxxh_baseline;
}

uint64_t cxxh_hash64(const void *bytes, size_t count) {
  return best()->hash64(bytes, count);
}

struct cxxh_hash128 cxxh_hash128(const void *bytes, size_t count) {
  return best()->hash128(bytes, count);
}

struct cxxh_state *cxxh_new(void) {
  return (struct cxxh_state *)best()->create();
}

void cxxh_free(struct cxxh_state *state) {
  best()->destroy(state);
}

void cxxh_update(struct cxxh_state *state, const void *bytes, size_t count) {
  best()->update(state, bytes, count);
}

struct cxxh_hash128 cxxh_digest(const struct cxxh_state *state) {
  return best()->digest(state);
}
