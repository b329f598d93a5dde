// The version of the target's baseline, which xxhash.h finds out by itself.

#include "version.h"

const struct cxxh_version cxxh_baseline = CXXH_VERSION;
