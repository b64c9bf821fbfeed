/* 0 died by signal 11 */
#include "attention.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <math.h>
void attention_softmax(Matrix scores, Matrix weights)
{
    (void)scores;
    weights.data = NULL;
    weights.data[0] = 1;
}
