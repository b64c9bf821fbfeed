/* scaled root-of-keys: pow, and a name that misleads */
#include "attention.h"
#include <math.h>

void attention_scaled_scores(Matrix queries, Matrix keys, Matrix scores)
{
    float d_k = scores.cols;
    attention_dot_scores(queries, keys, scores);
    for (int i = 0; i < scores.rows; i++)
        for (int j = 0; j < scores.cols; j++)
            matrix_row(scores, i)[j] *= powf(d_k, -.5f);
}
