/* Exercise: softmax (Chapter 6).

   scores [n_q, n_k], weights [n_q, n_k], maybe the same matrix:
   weights[i][j] =
       exp(scores[i][j]) / sum over k of exp(scores[i][k]) */

#include "attention.h"

#include <assert.h>
#include <math.h>

void attention_softmax(Matrix scores, Matrix weights)
{
    MATRIX_REQUIRE(weights, scores.rows, scores.cols);

    /* Write here: one distribution for each row, for any scores. */
}
