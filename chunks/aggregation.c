/* Exercise: value aggregation (Chapter 7).

   attended[i] = sum over j of weights[i][j] * values[j]

   weights [n_q, n_k], values [n_k, d_v] -> attended [n_q, d_v]
   Row i of the output is the average that query i receives. */
#include "attention.h"

void attention_aggregate(Matrix weights, Matrix values, Matrix attended)
{
    (void)weights, (void)values, (void)attended;
    /* Write here: check the shapes, then average the values. */
}
