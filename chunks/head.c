/* Exercise: the whole scaled head (Chapter 8).

   For each text b of x [B, T, d_model]:
   attended_values =
       softmax(queries keysᵀ / (sqrt(d_k) temperature)) values,
   without the sqrt(d_k) if options.unscaled; fill all of trace. */

#include "attention.h"

void attention_head(Tensor x, const AttentionHead *head,
                    AttentionOptions options, AttentionTrace *trace)
{
    (void)x, (void)head, (void)options, (void)trace;
    /* Write here: project, score as the options ask, weigh, average. */
}
