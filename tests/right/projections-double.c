/* projections right: a double accumulator, the bias last, helper function */
#include "attention.h"

static double dot(const float *restrict a, const float *restrict b, int n)
{
    double sum = 0;
    for (int k = 0; k < n; k++)
        sum += (double)a[k] * b[k];
    return sum;
}

void attention_project(Matrix x, Matrix weight, Matrix bias, Matrix out)
{
    for (int i = 0; i < x.rows; i++)
        for (int j = 0; j < out.cols; j++)
            matrix_row(out, i)[j] = (float)(dot(matrix_row(x, i),
                matrix_row(weight, j), x.cols) + bias.data[j]);
}
