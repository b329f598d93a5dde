// XXH3 of the system's xxhash.h, compiled in for each instruction set: the library of the system
// knows the baseline alone, and takes three times as long. All versions give the same hashes.

#ifndef CXXHASH_H
#define CXXHASH_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// The two halves of a 128-bit hash.
struct cxxh_hash128 {
  uint64_t low;
  uint64_t high;
};

/// A running 128-bit hash.
struct cxxh_state;

/// The 64-bit XXH3 of `count` bytes, with seed 0.
uint64_t cxxh_hash64(const void *bytes, size_t count);

/// The 128-bit XXH3 of `count` bytes, with seed 0.
struct cxxh_hash128 cxxh_hash128(const void *bytes, size_t count);

/// A hash of no bytes yet; null where there is no memory. It is the caller's to free.
struct cxxh_state *cxxh_new(void);

/// Frees a hash; does nothing for null.
void cxxh_free(struct cxxh_state *state);

/// Takes `count` bytes in.
void cxxh_update(struct cxxh_state *state, const void *bytes, size_t count);

/// The hash of the bytes so far, which may be followed by more.
struct cxxh_hash128 cxxh_digest(const struct cxxh_state *state);

#ifdef __cplusplus
}
#endif

#endif
