/* projections uninitialised-sum: a sum without = 0 */
#include "attention.h"

void attention_project(Matrix x, Matrix weight, Matrix bias, Matrix out)
{
    for (int i = 0; i < x.rows; i++)
        for (int j = 0; j < out.cols; j++) {
            float sum;
            for (int k = 0; k < x.cols; k++)
                sum += matrix_row(x, i)[k] * matrix_row(weight, j)[k];
            matrix_row(out, i)[j] = sum + matrix_row(bias, 0)[j];
        }
}
