// The table of functions that each instruction set's file fills, and how to declare its functions.

#ifndef CBM_VERSIONS_H
#define CBM_VERSIONS_H

#include "CByteMask.h"

struct cbm_version {
  void (*scan_records)(struct cbm_scan *scan);
  bool (*is_utf8)(const uint8_t *bytes, size_t count);
};

extern const struct cbm_version cbm_portable;

#if defined(__x86_64__)
extern const struct cbm_version cbm_sse2;
extern const struct cbm_version cbm_avx2;
extern const struct cbm_version cbm_avx512;
#endif

#if defined(__aarch64__)
extern const struct cbm_version cbm_neon;
#endif

#endif
