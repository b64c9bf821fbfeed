/* scores cosine: normalised with two roots, in double */
#include "attention.h"
#include <math.h>

static double length(const float *v, int n)
{
    double sum = 0;
    for (int c = 0; c < n; c++)
        sum += (double)v[c] * v[c];
    return sqrt(sum);
}

void attention_dot_scores(Matrix queries, Matrix keys, Matrix scores)
{
    for (int i = 0; i < queries.rows; i++)
        for (int j = 0; j < keys.rows; j++) {
            const float *q = matrix_row(queries, i), *k = matrix_row(keys, j);
            double s = 0;
            for (int c = 0; c < queries.cols; c++)
                s += (double)q[c] * k[c];
            matrix_row(scores, i)[j] = (float)(s / length(q, queries.cols)
                                               / length(k, keys.cols));
        }
}
