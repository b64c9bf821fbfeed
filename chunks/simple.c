/* Exercise: simple attention (Chapter 8).

   For each text b of x [B, T, n_embd], and all weights [n_embd, n_embd]:
   attended_values = softmax(queries keysᵀ) values, all six tensors of
   trace to be filled. The softmax runs along the keys: rows sum to 1. */

#include "attention.h"

void attention_simple(Tensor x, const AttentionHead *head,
                      AttentionTrace *trace)
{
    (void)x, (void)head, (void)trace;
    /* Write here: project, score, weigh, average. */
}
