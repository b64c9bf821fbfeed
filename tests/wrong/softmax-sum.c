/* softmax running-sum: a sum declared outside the loop over rows */
#include "attention.h"
#include <math.h>

void attention_softmax(Matrix scores, Matrix weights)
{
    double sum = 0;
    for (int i = 0; i < scores.rows; i++) {
        double top = -INFINITY;
        for (int j = 0; j < scores.cols; j++)
            top = fmax(top, matrix_row(scores, i)[j]);
        for (int j = 0; j < scores.cols; j++)
            sum += matrix_row(weights, i)[j] = exp(matrix_row(scores, i)[j] - top);
        for (int j = 0; j < scores.cols; j++)
            matrix_row(weights, i)[j] /= sum;
    }
}
