#include "CTareICU.h"
