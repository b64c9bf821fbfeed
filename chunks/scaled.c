/* Exercise: scaled scores (Chapter 5).

   scores[i][j] = (query i · key j) / sqrt(d_k)
   queries [n_q, d_k], keys [n_k, d_k] -> scores [n_q, n_k];
   attention_dot_scores(queries, keys, scores) is there to be called. */

#include "attention.h"

void attention_scaled_scores(Matrix queries, Matrix keys, Matrix scores)
{
    (void)queries, (void)keys, (void)scores;
    /* Write here: the unscaled scores, then divide each by the root. */
}
