/* Exercise: linear projections (Chapter 4).

   out = x weightᵀ + bias
   x [n, d_in], weight [d_out, d_in], bias [1, d_out] -> out [n, d_out]:
   row i of out is made from row i of x alone. */

#include "attention.h"

#include <assert.h>

void attention_project(Matrix x, Matrix weight, Matrix bias,
                       Matrix out)
{
    /* require the shapes of a projection */
    MATRIX_REQUIRE(weight, out.cols, x.cols);   /* [d_out, d_in] */
    MATRIX_REQUIRE(bias, 1, out.cols);          /* [1, d_out] */
    MATRIX_REQUIRE(out, x.rows, out.cols);      /* [n, d_out] */
    assert(out.data != x.data && out.data != weight.data);

    /* Write here: every out[i][j]. */
}
