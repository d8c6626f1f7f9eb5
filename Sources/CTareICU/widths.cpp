#include "CTareICU.h"

#include <unicode/uchar.h>

extern "C" int32_t tare_icu_is_wide(uint32_t code_point) {
  int32_t width = u_getIntPropertyValue(static_cast<UChar32>(code_point), UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH;
}
