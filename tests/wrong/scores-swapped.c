/* scores swapped: keys outside, queries inside, stored as met */
#include "attention.h"

void attention_dot_scores(Matrix queries, Matrix keys, Matrix scores)
{
    for (int i = 0; i < scores.rows; i++)
        for (int j = 0; j < scores.cols; j++) {
            float s = 0;
            for (int c = 0; c < queries.cols; c++)
                s += matrix_row(keys, i)[c] * matrix_row(queries, j)[c];
            matrix_row(scores, i)[j] = s;
        }
}
