/* simple right: everything written out, no stage is called */
#include "attention.h"
#include <math.h>

static void project(Matrix x, Matrix w, Matrix b, Matrix out)
{
    for (int i = 0; i < x.rows; i++)
        for (int j = 0; j < w.rows; j++) {
            double s = b.data[j];
            for (int k = 0; k < w.cols; k++)
                s += (double)matrix_row(x, i)[k] * matrix_row(w, j)[k];
            matrix_row(out, i)[j] = (float)s;
        }
}

static void attend(int t, int d, const float *q, const float *k,
                   const float *v, float *s, float *w, float *o)
{
    for (int i = 0; i < t; i++) {
        double top = -INFINITY, sum = 0;
        for (int j = 0; j < t; j++) {
            double dot = 0;
            for (int c = 0; c < d; c++)
                dot += (double)q[i * d + c] * k[j * d + c];
            s[i * t + j] = (float)dot;
            top = fmax(top, dot);
        }
        for (int j = 0; j < t; j++)
            sum += exp(s[i * t + j] - top);
        for (int j = 0; j < t; j++)
            w[i * t + j] = (float)(exp(s[i * t + j] - top) / sum);
        for (int c = 0; c < d; c++) {
            o[i * d + c] = 0;
            for (int j = 0; j < t; j++)
                o[i * d + c] += w[i * t + j] * v[j * d + c];
        }
    }
}

void attention_simple(Tensor x, const AttentionHead *h, AttentionTrace *t)
{
    size_t n = (size_t)x.rows, d = (size_t)x.cols;
    project(tensor_flat(x), h->query_weight, h->query_bias, tensor_flat(t->queries));
    project(tensor_flat(x), h->key_weight, h->key_bias, tensor_flat(t->keys));
    project(tensor_flat(x), h->value_weight, h->value_bias, tensor_flat(t->values));
    for (size_t b = 0; b < (size_t)x.batch; b++)
        attend(x.rows, x.cols, t->queries.data + b * n * d,
               t->keys.data + b * n * d, t->values.data + b * n * d,
               t->attention_scores.data + b * n * n,
               t->attention_weights.data + b * n * n,
               t->attended_values.data + b * n * d);
}
