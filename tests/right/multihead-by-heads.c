/* multihead right: the output as a sum over the heads, each with its columns of W_o */
#include "attention.h"

static void project_texts(Tensor from, Matrix weight, Matrix bias, Tensor out)
{
    for (int b = 0; b < from.batch; b++)
        attention_project(tensor_matrix(from, b), weight, bias,
                          tensor_matrix(out, b));
}

void multihead(Tensor from, Tensor to, const MultiHead *m, Tensor mask,
               MultiHeadTrace *trace)
{
    project_texts(to, m->all.value_weight, m->all.value_bias, trace->values);
    project_texts(to, m->all.key_weight, m->all.key_bias, trace->keys);
    project_texts(from, m->all.query_weight, m->all.query_bias, trace->queries);
    multihead_attend(m, mask, trace);
    Matrix z = tensor_flat(trace->attended_values);
    Matrix out = tensor_flat(trace->output);
    int width = z.cols / m->heads;
    for (int i = 0; i < out.rows; i++)
        for (int c = 0; c < out.cols; c++) {
            float *y = &matrix_row(out, i)[c];
            *y = 0;
            for (int h = 0; h < m->heads; h++)
                for (int k = h * width; k < (h + 1) * width; k++)
                    *y += matrix_row(z, i)[k] * matrix_row(m->output_weight, c)[k];
            *y += matrix_row(m->output_bias, 0)[c];
        }
}
