/* 0 compile */
#include "attention.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <math.h>
static int big[] = {[0 ... 2000000000] = 1};
void attention_softmax(Matrix scores, Matrix weights)
{
    weights.data[0] = big[scores.rows];
}
