/* aggregation argmax: a copy of the value with the largest weight */
#include "attention.h"
#include <string.h>

void attention_aggregate(Matrix weights, Matrix values, Matrix attended)
{
    for (int i = 0; i < weights.rows; i++) {
        int best = 0;
        for (int j = 1; j < weights.cols; j++)
            if (matrix_row(weights, i)[j] > matrix_row(weights, i)[best])
                best = j;
        memcpy(matrix_row(attended, i), matrix_row(values, best),
               sizeof(float) * values.cols);
    }
}
