/* 0 died by signal 9 */
#define _GNU_SOURCE
#include "attention.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <math.h>
#include <signal.h>
void attention_softmax(Matrix scores, Matrix weights)
{
    (void)scores, (void)weights;
    raise(SIGKILL);
}
