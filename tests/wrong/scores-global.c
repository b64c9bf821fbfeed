/* scores running-sum: an accumulator outside all loops */
#include "attention.h"

void attention_dot_scores(Matrix queries, Matrix keys, Matrix scores)
{
    float s = 0;
    for (int i = 0; i < queries.rows; i++)
        for (int j = 0; j < keys.rows; j++) {
            for (int c = 0; c < queries.cols; c++)
                s += matrix_row(queries, i)[c] * matrix_row(keys, j)[c];
            matrix_row(scores, i)[j] = s;
        }
}
