/* softmax columns: sums down the columns, no check of anything */
#include "attention.h"
#include <math.h>

void attention_softmax(Matrix scores, Matrix weights)
{
    for (int j = 0; j < scores.cols; j++) {
        float top = -INFINITY;
        double sum = 0;
        for (int i = 0; i < scores.rows; i++)
            top = fmaxf(top, matrix_row(scores, i)[j]);
        for (int i = 0; i < scores.rows; i++)
            sum += exp(matrix_row(scores, i)[j] - top);
        for (int i = 0; i < scores.rows; i++)
            matrix_row(weights, i)[j] = exp(matrix_row(scores, i)[j] - top) / sum;
    }
}
