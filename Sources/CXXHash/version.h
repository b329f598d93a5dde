// One version: the file that includes this has set XXH_VECTOR and the target of every function.

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "versions.h"

static uint64_t xxh3_hash64(const void *bytes, size_t count) {
  return XXH3_64bits(bytes, count);
}

static struct cxxh_hash128 xxh3_hash128(const void *bytes, size_t count) {
  const XXH128_hash_t hash = XXH3_128bits(bytes, count);
  return (struct cxxh_hash128){.low = hash.low64, .high = hash.high64};
}

static void *xxh3_create(void) {
  XXH3_state_t *state = XXH3_createState();
  if (state != NULL) XXH3_128bits_reset(state);
  return state;
}

static void xxh3_destroy(void *state) {
  XXH3_freeState(state);
}

static void xxh3_update(void *state, const void *bytes, size_t count) {
  XXH3_128bits_update(state, bytes, count);
}

static struct cxxh_hash128 xxh3_digest(const void *state) {
  const XXH128_hash_t hash = XXH3_128bits_digest(state);
  return (struct cxxh_hash128){.low = hash.low64, .high = hash.high64};
}

#define CXXH_VERSION \
  {xxh3_hash64, xxh3_hash128, xxh3_create, xxh3_destroy, xxh3_update, xxh3_digest}
