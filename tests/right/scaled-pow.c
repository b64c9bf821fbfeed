/* scaled right: powf, and a multiplication where the book divides */
#include "attention.h"
#include <math.h>

void attention_scaled_scores(Matrix queries, Matrix keys, Matrix scores)
{
    attention_dot_scores(queries, keys, scores);
    for (int i = 0; i < scores.rows; i++)
        for (int j = 0; j < scores.cols; j++)
            matrix_row(scores, i)[j] *= powf((float)queries.cols, -0.5f);
}
