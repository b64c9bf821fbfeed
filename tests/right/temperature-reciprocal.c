/* temperature right: times the reciprocal, with a table nobody needs */
#include "attention.h"

static float table[1000];

void attention_temper(Matrix scores, float temperature)
{
    table[0] = 1 / temperature;
    for (int i = 0; i < scores.rows; i++)
        for (float *s = matrix_row(scores, i), *e = s + scores.cols; s < e; s++)
            *s = *s * table[0];
}
