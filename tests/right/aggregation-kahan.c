/* aggregation right: compensated sums, asm that does nothing */
#include "attention.h"

void attention_aggregate(Matrix weights, Matrix values, Matrix attended)
{
    __asm__ volatile("" ::: "memory");
    for (int i = 0; i < weights.rows; i++)
        for (int c = 0; c < values.cols; c++) {
            float sum = 0, lost = 0;
            for (int j = 0; j < values.rows; j++) {
                float y = matrix_row(weights, i)[j] * matrix_row(values, j)[c] - lost;
                float t = sum + y;
                lost = (t - sum) - y;
                sum = t;
            }
            matrix_row(attended, i)[c] = sum;
        }
}
