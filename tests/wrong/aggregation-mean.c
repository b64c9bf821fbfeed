/* aggregation divided-by-n: an average of an average */
#include "attention.h"

void attention_aggregate(Matrix weights, Matrix values, Matrix attended)
{
    for (int i = 0; i < weights.rows; i++)
        for (int c = 0; c < values.cols; c++) {
            float sum = 0;
            for (int j = 0; j < values.rows; j++)
                sum += matrix_row(weights, i)[j] * matrix_row(values, j)[c];
            matrix_row(attended, i)[c] = sum / values.rows;
        }
}
