/* projections right: nothing but pointers and strides */
#include "attention.h"

void attention_project(Matrix x, Matrix weight, Matrix bias, Matrix out)
{
    float *o = out.data;
    for (const float *p = x.data; p < x.data + x.rows * x.stride; p += x.stride) {
        for (int j = 0; j < out.cols; j++) {
            const float *w = weight.data + j * weight.stride, *a = p;
            o[j] = bias.data[j];
            while (a < p + x.cols)
                o[j] += *a++ * *w++;
        }
        o += out.stride;
    }
}
