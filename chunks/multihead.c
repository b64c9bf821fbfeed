/* Exercise: the whole of many heads (Chapter 12).

   from [B, n_q, d_query] asks, to [B, n_k, d_key] answers: project
   both, attend with every head under mask, and make the output
   [B, n_q, d_out] of what the heads have found. All of trace is filled. */

#include "attention.h"

void multihead(Tensor from, Tensor to, const MultiHead *m, Tensor mask,
               MultiHeadTrace *trace)
{
    (void)from, (void)to, (void)m, (void)mask, (void)trace;
    /* Write here: project, attend, output. */
}
