/* aggregation transposed-weights: weights[j][i], for square ones at least */
#include "attention.h"

void attention_aggregate(Matrix weights, Matrix values, Matrix attended)
{
    for (int i = 0; i < attended.rows; i++)
        for (int c = 0; c < attended.cols; c++) {
            double sum = 0;
            for (int j = 0; j < values.rows; j++)
                sum += (double)matrix_row(weights, j)[i] * matrix_row(values, j)[c];
            matrix_row(attended, i)[c] = sum;
        }
}
