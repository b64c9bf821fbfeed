/* Exercise: a head with a mask (Chapter 11).

   As the scaled head of Chapter 8, for texts x [B, T, d_model]; but
   mask [B, T, T] is added to the scores, after scale and temperature,
   and a row that sees nothing gets weights of 0. All of trace is filled. */

#include "attention.h"

void attention_masked_head(Tensor x, const AttentionHead *head,
                           AttentionOptions options, Tensor mask,
                           AttentionTrace *trace)
{
    (void)x, (void)head, (void)options, (void)mask, (void)trace;
    /* Write here: project, score, mask, weigh, average. */
}
