/* 0 no answer in 1.5 s */
#include "attention.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <math.h>
void attention_softmax(Matrix scores, Matrix weights)
{
    for (volatile int i = 0; ; i++)
        weights.data[0] = scores.data[0];
}
