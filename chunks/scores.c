/* Exercise: attention scores (Chapter 5).

   queries [n_q, d_k], keys [n_k, d_k], scores [n_q, n_k]:
   row i is from query i, column j is to key j. */

#include "attention.h"

void attention_dot_scores(Matrix queries, Matrix keys, Matrix scores)
{
    (void)queries, (void)keys, (void)scores;
    /* Write here: scores[i][j] = query i · key j. */
}

void attention_scaled_scores(Matrix queries, Matrix keys, Matrix scores)
{
    (void)queries, (void)keys, (void)scores;
    /* Write here: the same scores divided by sqrt(d_k). */
}
