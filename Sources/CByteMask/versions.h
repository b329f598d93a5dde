// The table of functions that each instruction set's file fills, and how to declare its functions.

#ifndef CBM_VERSIONS_H
#define CBM_VERSIONS_H

#include "CByteMask.h"

struct cbm_version {
  void (*scan_records)(struct cbm_scan *scan);
  size_t (*count_lines)(const uint8_t *bytes, size_t count);
  size_t (*last_record_end)(const uint8_t *bytes, size_t count, uint8_t quote);
  bool (*is_utf8)(const uint8_t *bytes, size_t count);
  size_t (*label_codes)(
      const struct cbm_column *column, size_t first, const struct cbm_labels *labels,
      uint32_t *codes);
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
