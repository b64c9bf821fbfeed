/* projections transposed-weight: by matrix_row, which aborts when not square */
#include "attention.h"

void attention_project(Matrix x, Matrix weight, Matrix bias, Matrix out)
{
    for (int i = 0; i < x.rows; i++)
        for (int j = 0; j < out.cols; j++) {
            double sum = 0;
            for (int k = 0; k < x.cols; k++)
                sum += matrix_row(x, i)[k] * matrix_row(weight, k)[j];
            matrix_row(out, i)[j] = (float)sum + matrix_row(bias, 0)[j];
        }
}
