/* masked right: one loop over the queries, doubles, keys that are hidden left out */
#include "attention.h"

#include <math.h>

static void one_query(const float *q, Matrix keys, Matrix values, const float *hide,
                      double scale, float *score, float *weight, float *out)
{
    double largest = -INFINITY, sum = 0;
    for (int j = 0; j < keys.rows; j++) {
        double s = 0;
        for (int c = 0; c < keys.cols; c++)
            s += (double)q[c] * matrix_row(keys, j)[c];
        score[j] = hide[j] == -INFINITY ? -INFINITY : (float)(s * scale + hide[j]);
        largest = fmax(largest, score[j]);
    }
    for (int j = 0; j < keys.rows; j++)
        if (score[j] > -INFINITY)
            sum += exp(score[j] - largest);
    for (int j = 0; j < keys.rows; j++)
        weight[j] = score[j] > -INFINITY ? (float)(exp(score[j] - largest) / sum) : 0;
    for (int c = 0; c < values.cols; c++) {
        double z = 0;
        for (int j = 0; j < keys.rows; j++)
            z += (double)weight[j] * matrix_row(values, j)[c];
        out[c] = (float)z;
    }
}

void attention_masked_head(Tensor x, const AttentionHead *head,
                           AttentionOptions options, Tensor mask,
                           AttentionTrace *trace)
{
    Matrix in = tensor_flat(x);
    attention_project(in, head->query_weight, head->query_bias,
                      tensor_flat(trace->queries));
    attention_project(in, head->key_weight, head->key_bias,
                      tensor_flat(trace->keys));
    attention_project(in, head->value_weight, head->value_bias,
                      tensor_flat(trace->values));
    double scale = 1.0 / options.temperature;
    if (!options.unscaled)
        scale /= sqrt(head->query_weight.rows);
    for (int b = 0; b < x.batch; b++)
        for (int i = 0; i < x.rows; i++)
            one_query(matrix_row(tensor_matrix(trace->queries, b), i),
                      tensor_matrix(trace->keys, b), tensor_matrix(trace->values, b),
                      matrix_row(tensor_matrix(mask, b), i), scale,
                      matrix_row(tensor_matrix(trace->attention_scores, b), i),
                      matrix_row(tensor_matrix(trace->attention_weights, b), i),
                      matrix_row(tensor_matrix(trace->attended_values, b), i));
}
