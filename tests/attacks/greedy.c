/* 0 used more memory than the 512 MB allowed */
#include "attention.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <math.h>
void attention_softmax(Matrix scores, Matrix weights)
{
    (void)scores, (void)weights;
    for (;;)
        memset(malloc(1 << 20), 1, 1 << 20);
}
