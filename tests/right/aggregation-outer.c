/* aggregation right: one key after the other, over the whole output */
#include "attention.h"
#include <string.h>

void attention_aggregate(Matrix weights, Matrix values, Matrix attended)
{
    for (int i = 0; i < attended.rows; i++)
        memset(matrix_row(attended, i), 0, sizeof(float) * (size_t)attended.cols);
    for (int j = values.rows - 1; j >= 0; j--)
        for (int c = 0; c < values.cols; c++)
            for (int i = 0; i < weights.rows; i++)
                matrix_row(attended, i)[c] +=
                    matrix_row(values, j)[c] * matrix_row(weights, i)[j];
}
