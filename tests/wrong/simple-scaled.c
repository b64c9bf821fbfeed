/* simple scaled: the general head, with its scale */
#include "attention.h"

void attention_simple(Tensor x, const AttentionHead *head,
                      AttentionTrace *trace)
{
    attention_head(x, head, (AttentionOptions){false, 1}, trace);
}
