/* Exercise: many heads (Chapter 12).

   trace holds queries [B, n_q, H d_k], keys [B, n_k, G d_k] and values
   [B, n_k, G d_v], heads side by side (ordinarily G = H). Write
   attention_scores and attention_weights, [B H, n_q, n_k], with head h
   of text b at b H + h, and attended_values [B, n_q, H d_v].
   mask [1, B or B H, n_q, n_k], or no mask if mask.batch is 0. */

#include "attention.h"

#include <assert.h>

void multihead_attend(const MultiHead *m, Tensor mask,
                      MultiHeadTrace *trace)
{
    /* require the shapes of the exercise in many heads */
    int batch = trace->queries.batch, pairs = batch * m->heads;
    int n_q = trace->queries.rows, n_k = trace->keys.rows;
    multihead_require(m, trace, batch, n_q, n_k);
    if (mask.batch > 0) {
        assert(mask.batch == 1 || mask.batch == batch || mask.batch == pairs);
        TENSOR_REQUIRE(mask, mask.batch, n_q, n_k);
    }

    /* Write here: every head of every text, on columns of its own. */
}
