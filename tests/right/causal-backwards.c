/* causal right: column by column, from the last key; infinity from a division */
#include "attention.h"

void attention_hide_future(Matrix mask)
{
    const float zero = 0.0f;
    for (int j = mask.cols; j-- > 1; )
        for (int i = 0; i < mask.rows; i++) {
            float *m = mask.data + (long)i * mask.stride + j;
            *m += i < j ? -1.0f / (zero + 0.0f) : 0.0f;
        }
}
