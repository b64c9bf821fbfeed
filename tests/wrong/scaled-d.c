/* scaled divided-by-d: a dot product of its own */
#include "attention.h"

void attention_scaled_scores(Matrix queries, Matrix keys, Matrix scores)
{
    for (int i = 0; i < queries.rows; i++)
        for (int j = 0; j < keys.rows; j++) {
            float s = 0;
            for (int c = 0; c < queries.cols; c++)
                s += matrix_row(queries, i)[c] * matrix_row(keys, j)[c];
            matrix_row(scores, i)[j] = s / queries.cols;
        }
}
