/* Exercise: attention scores (Chapter 5).

   queries [n_q, d_k], keys [n_k, d_k], scores [n_q, n_k]:
   row i is from query i, column j is to key j. */

#include "attention.h"

#include <assert.h>

void attention_dot_scores(Matrix queries, Matrix keys, Matrix scores)
{
    /* require the shapes of the scores */
    MATRIX_REQUIRE(keys, keys.rows, queries.cols);   /* any n_k, d_k */
    MATRIX_REQUIRE(scores, queries.rows, keys.rows); /* [n_q, n_k] */
    assert(scores.data != queries.data && scores.data != keys.data);

    /* Write here: scores[i][j] = query i · key j. */
}
