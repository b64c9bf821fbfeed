/* Exercise: masks (Chapter 11).

   scores, mask, weights [n_q, n_k]; the mask's -INFINITY hides.
   attention_add_mask: add mask to scores, in place.
   attention_masked_softmax: softmax of each row, maybe in place;
   a row of scores that are all -INFINITY gets weights of 0. */

#include "attention.h"

#include <assert.h>
#include <math.h>

void attention_add_mask(Matrix scores, Matrix mask)
{
    /* require and write the masked scores */
    MATRIX_REQUIRE(mask, scores.rows, scores.cols);

    /* Write here: scores plus mask, but what is hidden is -INFINITY. */
}

void attention_masked_softmax(Matrix scores, Matrix weights)
{
    /* require and write the masked weights */
    MATRIX_REQUIRE(weights, scores.rows, scores.cols);

    /* Write here: call attention_softmax for each row that it can do. */
}
