/* Exercise: scaled scores (Chapter 5).

   scores[i][j] = (query i · key j) / sqrt(d_k)
   queries [n_q, d_k], keys [n_k, d_k], scores [n_q, n_k] */

#include "attention.h"

#include <math.h>

void attention_scaled_scores(Matrix queries, Matrix keys,
                             Matrix scores)
{
    attention_dot_scores(queries, keys, scores);

    /* Write here: divide every score by the root of d_k. */
}
