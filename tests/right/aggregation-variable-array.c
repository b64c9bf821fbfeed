/* aggregation right: a sum for each column in a local array */
#include "attention.h"

void attention_aggregate(Matrix weights, Matrix values, Matrix attended)
{
    double sum[values.cols];
    for (int i = 0; i < weights.rows; i++) {
        for (int c = 0; c < values.cols; c++)
            sum[c] = 0;
        for (int j = 0; j < weights.cols; j++)
            for (int c = 0; c < values.cols; c++)
                sum[c] += (double)weights.data[i * weights.stride + j]
                        * values.data[j * values.stride + c];
        for (int c = 0; c < values.cols; c++)
            attended.data[i * attended.stride + c] = (float)sum[c];
    }
}
