/* 0 compile */
#include "attention.h"
#include __FILE__
#include __FILE__
void attention_softmax(Matrix scores, Matrix weights)
{
}
