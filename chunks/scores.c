/* Exercise: unscaled scores (Chapter 5).

   scores[i][j] = query i · key j
   queries [n_q, d_k], keys [n_k, d_k] -> scores [n_q, n_k]:
   row i is from query i, column j is to key j. */

#include "attention.h"

void attention_dot_scores(Matrix queries, Matrix keys, Matrix scores)
{
    (void)queries, (void)keys, (void)scores;
    /* Write here: check the shapes, then compute every scores[i][j]. */
}
