// The table of functions that each instruction set's file fills.

#ifndef CXXH_VERSIONS_H
#define CXXH_VERSIONS_H

#include "CXXHash.h"

struct cxxh_version {
  uint64_t (*hash64)(const void *bytes, size_t count);
  struct cxxh_hash128 (*hash128)(const void *bytes, size_t count);
  void *(*create)(void);
  void (*destroy)(void *state);
  void (*update)(void *state, const void *bytes, size_t count);
  struct cxxh_hash128 (*digest)(const void *state);
};

/// The version of the target's baseline: SSE2, NEON or plain C.
extern const struct cxxh_version cxxh_baseline;

#if defined(__x86_64__)
extern const struct cxxh_version cxxh_avx2;
extern const struct cxxh_version cxxh_avx512;
#endif

#endif
