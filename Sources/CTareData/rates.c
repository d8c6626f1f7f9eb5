#include "CTareData.h"

_Alignas(64) const unsigned char tare_rates[] = {
#embed "rates.json"
};

const size_t tare_rates_size = sizeof tare_rates;
