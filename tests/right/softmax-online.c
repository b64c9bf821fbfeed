/* softmax right: maximum and sum in one pass, rescaled on the way */
#include "attention.h"
#include <math.h>

void attention_softmax(Matrix scores, Matrix weights)
{
    for (int i = 0; i < scores.rows; i++) {
        const float *s = matrix_row(scores, i);
        float m = -INFINITY, sum = 0;
        for (int j = 0; j < scores.cols; j++) {
            float larger = s[j] > m ? s[j] : m;
            if (larger > -INFINITY)
                sum = sum * expf(m - larger) + expf(s[j] - larger);
            m = larger;
        }
        for (int j = 0; j < scores.cols; j++)
            matrix_row(weights, i)[j] = expf(s[j] - m) / sum;
    }
}
