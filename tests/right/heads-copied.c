/* heads right: split by copying [T, H, d] to [H, T, d], merge by copying back */
#include "attention.h"

#include <stdlib.h>
#include <string.h>

static Matrix split(Matrix wide, int head, int width)
{
    Matrix own = matrix_new(wide.rows, width);
    for (int i = 0; i < wide.rows; i++)
        memcpy(matrix_row(own, i), matrix_row(wide, i) + head * width,
               (size_t)width * sizeof(float));
    return own;
}

void multihead_attend(const MultiHead *m, Tensor mask, MultiHeadTrace *trace)
{
    int d_k = trace->queries.cols / m->heads;
    int d_v = trace->values.cols / m->key_heads;
    int batch = trace->queries.batch, each = mask.batch / batch;
    for (int b = 0; b < batch; b++)
        for (int h = 0; h < m->heads; h++) {
            int group = h * m->key_heads / m->heads, pair = b * m->heads + h;
            Matrix q = split(tensor_matrix(trace->queries, b), h, d_k);
            Matrix k = split(tensor_matrix(trace->keys, b), group, d_k);
            Matrix v = split(tensor_matrix(trace->values, b), group, d_v);
            Matrix z = matrix_new(q.rows, d_v);
            Matrix scores = tensor_matrix(trace->attention_scores, pair);
            Matrix weights = tensor_matrix(trace->attention_weights, pair);
            attention_scaled_scores(q, k, scores);
            if (mask.batch == 1)
                attention_add_mask(scores, tensor_matrix(mask, 0));
            else if (mask.batch > 0)
                attention_add_mask(scores, tensor_matrix(mask,
                                   each == m->heads ? pair : b));
            attention_masked_softmax(scores, weights);
            attention_aggregate(weights, v, z);
            for (int i = 0; i < z.rows; i++)
                memcpy(matrix_row(tensor_matrix(trace->attended_values, b), i)
                       + h * d_v, matrix_row(z, i), (size_t)d_v * sizeof(float));
            matrix_free(&q);
            matrix_free(&k);
            matrix_free(&v);
            matrix_free(&z);
        }
}
