#include "CTareData.h"

_Alignas(64) const unsigned char tare_unicode_categories[] = {
#embed "unicode-categories.bin"
};

const size_t tare_unicode_categories_size = sizeof tare_unicode_categories;
