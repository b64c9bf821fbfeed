/* softmax maximum-from-0: fmaxf from 0 */
#include "attention.h"
#include <math.h>

void attention_softmax(Matrix scores, Matrix weights)
{
    for (int i = 0; i < scores.rows; i++) {
        float top = 0, sum = 0;
        for (int j = 0; j < scores.cols; j++)
            top = fmaxf(top, matrix_row(scores, i)[j]);
        for (int j = 0; j < scores.cols; j++)
            sum += matrix_row(weights, i)[j] = expf(matrix_row(scores, i)[j] - top);
        for (int j = 0; j < scores.cols; j++)
            matrix_row(weights, i)[j] /= sum;
    }
}
