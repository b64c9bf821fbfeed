/* projections skips-last: an index that stops early, by a while loop */
#include "attention.h"

void attention_project(Matrix x, Matrix weight, Matrix bias, Matrix out)
{
    for (int i = 0; i < x.rows; i++)
        for (int j = 0; j < out.cols; j++) {
            float sum = bias.data[j];
            int k = 0;
            while (k + 1 < x.cols) {
                sum += matrix_row(weight, j)[k] * matrix_row(x, i)[k];
                k++;
            }
            matrix_row(out, i)[j] = sum;
        }
}
