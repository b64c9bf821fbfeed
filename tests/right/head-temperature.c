/* head right: scale and temperature in one division, text by text */
#include "attention.h"
#include <math.h>

void attention_head(Tensor x, const AttentionHead *head,
                    AttentionOptions options, AttentionTrace *trace)
{
    float by = options.temperature;
    if (!options.unscaled)
        by *= sqrtf((float)trace->queries.cols);
    for (int b = x.batch - 1; b >= 0; b--) {
        Matrix text = tensor_matrix(x, b);
        Matrix q = tensor_matrix(trace->queries, b);
        Matrix k = tensor_matrix(trace->keys, b);
        Matrix v = tensor_matrix(trace->values, b);
        Matrix s = tensor_matrix(trace->attention_scores, b);
        Matrix w = tensor_matrix(trace->attention_weights, b);
        attention_project(text, head->value_weight, head->value_bias, v);
        attention_project(text, head->key_weight, head->key_bias, k);
        attention_project(text, head->query_weight, head->query_bias, q);
        attention_dot_scores(q, k, s);
        attention_temper(s, by);
        attention_softmax(s, w);
        attention_aggregate(w, v, tensor_matrix(trace->attended_values, b));
    }
}
