/* scaled integer-division: 1 / root, with a root that is an int */
#include "attention.h"
#include <math.h>

void attention_scaled_scores(Matrix queries, Matrix keys, Matrix scores)
{
    int root = sqrt(queries.cols);
    float scale = 1 / root;
    attention_dot_scores(queries, keys, scores);
    for (int i = 0; i < scores.rows; i++)
        for (int j = 0; j < scores.cols; j++)
            matrix_row(scores, i)[j] *= scale;
}
