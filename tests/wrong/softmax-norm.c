/* softmax length: divided by the Euclidean norm */
#include "attention.h"
#include <math.h>

void attention_softmax(Matrix scores, Matrix weights)
{
    for (int i = 0; i < scores.rows; i++) {
        double top = -INFINITY, squares = 0;
        for (int j = 0; j < scores.cols; j++)
            top = fmax(top, matrix_row(scores, i)[j]);
        for (int j = 0; j < scores.cols; j++)
            squares += exp(2 * (matrix_row(scores, i)[j] - top));
        for (int j = 0; j < scores.cols; j++)
            matrix_row(weights, i)[j] = exp(matrix_row(scores, i)[j] - top) / sqrt(squares);
    }
}
