/* scores untransposed-keys: queries times keys, by plain arrays */
#include "attention.h"

void attention_dot_scores(Matrix queries, Matrix keys, Matrix scores)
{
    for (int i = 0; i < queries.rows; i++)
        for (int j = 0; j < scores.cols; j++) {
            float s = 0;
            for (int c = 0; c < queries.cols; c++)
                s += matrix_row(queries, i)[c] * keys.data[c * keys.stride + j];
            matrix_row(scores, i)[j] = s;
        }
}
