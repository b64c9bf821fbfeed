/* softmax right: with an expf of its own, which is good enough */
#include "attention.h"
#include <math.h>
#include <stdlib.h>

#define expf my_expf
float my_expf(float x);
float my_expf(float x)
{
    return (float)exp((double)x);
}

void attention_softmax(Matrix scores, Matrix weights)
{
    for (int i = 0; i < scores.rows; i++) {
        float *s = matrix_row(scores, i), top = s[0], sum = 0;
        for (int j = 1; j < scores.cols; j++)
            top = s[j] > top ? s[j] : top;
        for (int j = 0; j < scores.cols; j++)
            sum += matrix_row(weights, i)[j] = expf(s[j] - top);
        for (int j = 0; j < scores.cols; j++)
            matrix_row(weights, i)[j] /= sum;
    }
}
