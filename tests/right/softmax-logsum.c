/* softmax right: by the logarithm of the sum */
#include "attention.h"
#include <math.h>

void attention_softmax(Matrix scores, Matrix weights)
{
    for (int i = 0; i < scores.rows; i++) {
        float *s = matrix_row(scores, i), top = s[0];
        double sum = 0;
        for (int j = 1; j < scores.cols; j++)
            if (top < s[j])
                top = s[j];
        for (int j = 0; j < scores.cols; j++)
            sum += exp(s[j] - (double)top);
        double all = top + log(sum);
        for (int j = 0; j < scores.cols; j++)
            matrix_row(weights, i)[j] = (float)exp(s[j] - all);
    }
}
