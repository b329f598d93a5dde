// The version for x86-64 with AVX-512 F.

#if defined(__x86_64__)

// Not within the target below: these have their own.
#include <immintrin.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

// XXH_AVX512, which the header defines too late for the preprocessor to know it here.
#define XXH_VECTOR 3

#pragma clang attribute push(__attribute__((target("avx512f"))), apply_to = function)
#include "version.h"
#pragma clang attribute pop

const struct cxxh_version cxxh_avx512 = CXXH_VERSION;

#endif
