/* simple right: the general head, told not to scale */
#include "attention.h"

void attention_simple(Tensor x, const AttentionHead *head,
                      AttentionTrace *trace)
{
    attention_head(x, head, (AttentionOptions){true, 1}, trace);
}
