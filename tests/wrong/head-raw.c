/* head keys-as-values: the wrong tensor, text by text */
#include "attention.h"

void attention_head(Tensor x, const AttentionHead *head,
                    AttentionOptions options, AttentionTrace *trace)
{
    attention_project(tensor_flat(x), head->query_weight, head->query_bias, tensor_flat(trace->queries));
    attention_project(tensor_flat(x), head->key_weight, head->key_bias, tensor_flat(trace->keys));
    attention_project(tensor_flat(x), head->value_weight, head->value_bias, tensor_flat(trace->values));
    for (int b = 0; b < x.batch; b++) {
        Matrix k = tensor_matrix(trace->keys, b), o = tensor_matrix(trace->attended_values, b);
        Matrix s = tensor_matrix(trace->attention_scores, b), w = tensor_matrix(trace->attention_weights, b);
        if (options.unscaled)
            attention_dot_scores(tensor_matrix(trace->queries, b), k, s);
        else
            attention_scaled_scores(tensor_matrix(trace->queries, b), k, s);
        attention_temper(s, options.temperature);
        attention_softmax(s, w);
        attention_aggregate(w, matrix_columns(k, 0, k.cols < o.cols ? k.cols : o.cols), o);
    }
}
