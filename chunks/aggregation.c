/* Exercise: value aggregation (Chapter 7).

   attended[i] = sum over j of weights[i][j] * values[j]

   weights [n_q, n_k], values [n_k, d_v] -> attended [n_q, d_v]
   Row i of the output is the average that query i receives. */

#include "attention.h"

#include <assert.h>

void attention_aggregate(Matrix weights, Matrix values, Matrix attended)
{
    /* require that weights, values and output fit together */
    MATRIX_REQUIRE(weights, attended.rows, values.rows);   /* [n_q, n_k] */
    MATRIX_REQUIRE(attended, weights.rows, values.cols);   /* [n_q, d_v] */
    assert(attended.data != weights.data);
    assert(attended.data != values.data);

    /* Write here: average the values. */
}
