/* scaled right: the scale folded into each product */
#include "attention.h"
#include <math.h>

void attention_scaled_scores(Matrix queries, Matrix keys, Matrix scores)
{
    float scale = 1 / sqrtf((float)keys.cols);
    for (int i = 0; i < queries.rows; i++)
        for (int j = 0; j < keys.rows; j++) {
            float sum = 0;
            for (int c = 0; c < keys.cols; c++)
                sum += matrix_row(queries, i)[c] * scale * matrix_row(keys, j)[c];
            matrix_row(scores, i)[j] = sum;
        }
}
