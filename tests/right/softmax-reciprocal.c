/* softmax right: times the reciprocal, exp2 of a stretched score, backwards */
#include "attention.h"
#include <float.h>
#include <math.h>

void attention_softmax(Matrix scores, Matrix weights)
{
    for (int i = scores.rows; i-- > 0; ) {
        float *s = matrix_row(scores, i), *w = matrix_row(weights, i);
        float top = -FLT_MAX, sum = 0;
        for (int j = scores.cols; j-- > 0; )
            top = s[j] >= top ? s[j] : top;
        for (int j = scores.cols; j-- > 0; )
            sum += w[j] = exp2f((s[j] - top) * 1.44269504f);
        sum = 1 / sum;
        for (int j = scores.cols; j-- > 0; )
            w[j] *= sum;
    }
}
