#ifndef CTARE_ICU_H
#define CTARE_ICU_H

/* ICU behind plain C: integers and pointers only. No ICU header may be included here, because Swift's Foundation
   brings a copy of ICU of its own and the two sets of headers clash when a module sees both. */

#endif
