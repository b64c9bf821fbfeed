/* Exercise: linear projections (Chapter 4).

   out = x weightᵀ + bias
   x [n, d_in], weight [d_out, d_in], bias [1, d_out] -> out [n, d_out]:
   row i of out is made from row i of x alone. */

#include "attention.h"

void attention_project(Matrix x, Matrix weight, Matrix bias,
                       Matrix out)
{
    (void)x, (void)weight, (void)bias, (void)out;
    /* Write here: require the shapes, then compute every out[i][j]. */
}
