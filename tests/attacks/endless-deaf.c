/* 0 no answer in 1.5 s */
#define _GNU_SOURCE
#include "attention.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <math.h>
#include <signal.h>
#include <unistd.h>
void attention_softmax(Matrix scores, Matrix weights)
{
    (void)scores, (void)weights;
    for (int s = 1; s < 32; s++)
        signal(s, SIG_IGN);
    alarm(1);
    for (;;)
        pause();
}
