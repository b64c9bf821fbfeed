/* 0 calls attention_softmaxx, which nobody defines */
#include "attention.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <math.h>
void attention_softmaxx(Matrix, Matrix);
void attention_softmax(Matrix scores, Matrix weights)
{
    attention_softmaxx(scores, weights);
}
