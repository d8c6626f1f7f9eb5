#include "CTareICU.h"

#include <unicode/uscript.h>

extern "C" uint32_t tare_icu_script(uint32_t code_point) {
  UErrorCode error = U_ZERO_ERROR;
  UScriptCode script = uscript_getScript(static_cast<UChar32>(code_point), &error);
  const char *name = U_SUCCESS(error) ? uscript_getShortName(script) : nullptr;
  if (!name) name = "Zzzz";
  uint32_t letters = 0;
  for (int index = 0; index < 4; index++) letters = letters << 8 | static_cast<uint8_t>(name[index]);
  return letters;
}
