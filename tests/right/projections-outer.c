/* projections right: the loops in another order, adding to the output */
#include "attention.h"

void attention_project(Matrix x, Matrix weight, Matrix bias, Matrix out)
{
    for (int j = 0; j < weight.rows; j++)
        for (int i = 0; i < x.rows; i++)
            matrix_row(out, i)[j] = matrix_row(bias, 0)[j];
    for (int k = x.cols - 1; k >= 0; k--)
        for (int j = 0; j < weight.rows; j++)
            for (int i = 0; i < x.rows; i++)
                matrix_row(out, i)[j] +=
                    matrix_row(weight, j)[k] * matrix_row(x, i)[k];
}
