#include "CTareData.h"

_Alignas(64) const unsigned char tare_models[] = {
#embed "models.json"
};

const size_t tare_models_size = sizeof tare_models;
