/* temperature multiplied: by pointers */
#include "attention.h"

void attention_temper(Matrix scores, float temperature)
{
    for (int i = 0; i < scores.rows; i++)
        for (float *s = matrix_row(scores, i), *e = s + scores.cols; s < e; s++)
            *s = temperature * *s;
}
