/* scores adds-to-output: straight into the matrix, which is not zero */
#include "attention.h"

void attention_dot_scores(Matrix queries, Matrix keys, Matrix scores)
{
    for (int c = 0; c < queries.cols; c++)
        for (int i = 0; i < queries.rows; i++)
            for (int j = 0; j < keys.rows; j++)
                matrix_row(scores, i)[j] += matrix_row(queries, i)[c]
                                          * matrix_row(keys, j)[c];
}
