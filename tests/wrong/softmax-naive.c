/* softmax no-maximum: the formula, word for word */
#include "attention.h"
#include <math.h>

void attention_softmax(Matrix scores, Matrix weights)
{
    for (int i = 0; i < scores.rows; i++) {
        float sum = 0;
        for (int j = 0; j < scores.cols; j++)
            sum += expf(matrix_row(scores, i)[j]);
        for (int j = 0; j < scores.cols; j++)
            matrix_row(weights, i)[j] = expf(matrix_row(scores, i)[j]) / sum;
    }
}
