/* projections no-bias: from the outside in, in double */
#include "attention.h"

void attention_project(Matrix x, Matrix weight, Matrix bias, Matrix out)
{
    (void)bias;
    for (int j = 0; j < out.cols; j++)
        for (int i = 0; i < x.rows; i++) {
            double sum = 0;
            for (int k = x.cols - 1; k >= 0; k--)
                sum += (double)matrix_row(x, i)[k] * matrix_row(weight, j)[k];
            matrix_row(out, i)[j] = (float)sum;
        }
}
