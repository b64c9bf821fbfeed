/* 0 ended the process itself: exit(1) */
#include "attention.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <math.h>
void attention_softmax(Matrix scores, Matrix weights)
{
    (void)scores, (void)weights;
    exit(1);
}
