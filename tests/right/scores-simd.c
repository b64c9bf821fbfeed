/* scores right: four lanes at a time */
#include "attention.h"
#include <string.h>

typedef float Four __attribute__((vector_size(16)));

void attention_dot_scores(Matrix queries, Matrix keys, Matrix scores)
{
    for (int i = 0; i < queries.rows; i++)
        for (int j = 0; j < keys.rows; j++) {
            const float *q = matrix_row(queries, i), *k = matrix_row(keys, j);
            Four sum = {0, 0, 0, 0}, a, b;
            int c = 0;
            for (; c + 4 <= queries.cols; c += 4) {
                memcpy(&a, q + c, sizeof a);
                memcpy(&b, k + c, sizeof b);
                sum += a * b;
            }
            float total = (sum[0] + sum[1]) + (sum[2] + sum[3]);
            for (; c < queries.cols; c++)
                total += q[c] * k[c];
            matrix_row(scores, i)[j] = total;
        }
}
