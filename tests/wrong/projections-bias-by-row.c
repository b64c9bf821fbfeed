/* projections bias-by-row: the bias added at the end, chosen by i */
#include "attention.h"

void attention_project(Matrix x, Matrix weight, Matrix bias, Matrix out)
{
    for (int i = 0; i < x.rows; i++)
        for (int j = 0; j < out.cols; j++) {
            float sum = 0;
            for (int k = 0; k < x.cols; k++)
                sum += matrix_row(x, i)[k] * matrix_row(weight, j)[k];
            matrix_row(out, i)[j] = sum + bias.data[i];
        }
}
