/* Exercise: the causal mask (Chapter 11).

   mask [n_q, n_k], to be added to scores: query i must not see the keys
   j > i. What the mask holds elsewhere, it keeps. */

#include "attention.h"

#include <math.h>

void attention_hide_future(Matrix mask)
{
    (void)mask;
    /* Write here: hide the future. */
}
