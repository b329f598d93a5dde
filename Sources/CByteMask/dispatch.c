// Chooses the version for an instruction set at run time.

#include "versions.h"

static const struct cbm_version *version(enum cbm_isa isa) {
  switch (isa) {
    case CBM_PORTABLE:
      return &cbm_portable;
#if defined(__x86_64__)
    case CBM_SSE2:
      return &cbm_sse2;
    case CBM_AVX2:
      // This asks the operating system too: it has to save the wide registers.
      if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") &&
          __builtin_cpu_supports("bmi2") &&
          __builtin_cpu_supports("popcnt") && __builtin_cpu_supports("pclmul")) {
        return &cbm_avx2;
      }
      return NULL;
    case CBM_AVX512:
      if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
          __builtin_cpu_supports("avx512vbmi2") && __builtin_cpu_supports("bmi") &&
          __builtin_cpu_supports("bmi2") &&
          __builtin_cpu_supports("popcnt") && __builtin_cpu_supports("pclmul")) {
        return &cbm_avx512;
      }
      return NULL;
#endif
#if defined(__aarch64__)
    case CBM_NEON:
      return &cbm_neon;
#endif
    default:
      return NULL;
  }
}

static const struct cbm_version *version_or_portable(enum cbm_isa isa) {
  const struct cbm_version *found = version(isa);
  return found != NULL ? found : &cbm_portable;
}

bool cbm_supported(enum cbm_isa isa) {
  return version(isa) != NULL;
}

enum cbm_isa cbm_best(void) {
  if (cbm_supported(CBM_AVX512)) return CBM_AVX512;
  if (cbm_supported(CBM_AVX2)) return CBM_AVX2;
  if (cbm_supported(CBM_SSE2)) return CBM_SSE2;
  if (cbm_supported(CBM_NEON)) return CBM_NEON;
  return CBM_PORTABLE;
}

const char *cbm_name(enum cbm_isa isa) {
  switch (isa) {
    case CBM_PORTABLE: return "portable";
    case CBM_SSE2: return "SSE2";
    case CBM_AVX2: return "AVX2";
    case CBM_NEON: return "NEON";
    case CBM_AVX512: return "AVX-512";
  }
  return "unknown";
}

void cbm_scan_records(enum cbm_isa isa, struct cbm_scan *scan) {
  version_or_portable(isa)->scan_records(scan);
}

size_t cbm_count_lines(enum cbm_isa isa, const uint8_t *bytes, size_t count) {
  return version_or_portable(isa)->count_lines(bytes, count);
}

size_t cbm_last_record_end(enum cbm_isa isa, const uint8_t *bytes, size_t count, uint8_t quote) {
  return version_or_portable(isa)->last_record_end(bytes, count, quote);
}

bool cbm_is_utf8(enum cbm_isa isa, const uint8_t *bytes, size_t count) {
  return version_or_portable(isa)->is_utf8(bytes, count);
}

size_t cbm_label_codes(
    enum cbm_isa isa, const struct cbm_column *column, size_t first,
    const struct cbm_labels *labels, uint32_t *codes) {
  return version_or_portable(isa)->label_codes(column, first, labels, codes);
}
