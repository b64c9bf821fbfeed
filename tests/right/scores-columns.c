/* scores right: column by column, then recursion to halve the sums */
#include "attention.h"

static float pairwise(const float *a, const float *b, int n)
{
    if (n == 1)
        return a[0] * b[0];
    return pairwise(a, b, n / 2) + pairwise(a + n / 2, b + n / 2, n - n / 2);
}

void attention_dot_scores(Matrix queries, Matrix keys, Matrix scores)
{
    MATRIX_REQUIRE(scores, queries.rows, keys.rows);
    for (int j = keys.rows - 1; j >= 0; j--)
        for (int i = 0; i < queries.rows; i++)
            scores.data[i * scores.stride + j] = pairwise(
                matrix_row(queries, i), matrix_row(keys, j), keys.cols);
}
