/* softmax right: in double throughout, with a buffer that is freed */
#include "attention.h"
#include <math.h>
#include <stdlib.h>

void attention_softmax(Matrix scores, Matrix weights)
{
    double *e = malloc(sizeof *e * (size_t)scores.cols);
    for (int i = 0; i < scores.rows; i++) {
        double top = -INFINITY, sum = 0;
        for (int j = 0; j < scores.cols; j++)
            top = fmax(top, matrix_row(scores, i)[j]);
        for (int j = 0; j < scores.cols; j++)
            sum += e[j] = exp(matrix_row(scores, i)[j] - top);
        for (int j = 0; j < scores.cols; j++)
            matrix_row(weights, i)[j] = (float)(e[j] / sum);
    }
    free(e);
}
