/* softmax right: the book's, with carriage returns */
#include "attention.h"

#include <assert.h>
#include <math.h>

/* define attention_softmax */
void attention_softmax(Matrix scores, Matrix weights)
{
    MATRIX_REQUIRE(weights, scores.rows, scores.cols); /* [n_q, n_k] */
    for (int i = 0; i < scores.rows; i++) {
        const float *score = matrix_row(scores, i);    /* [n_k] */
        float *weight = matrix_row(weights, i);        /* [n_k] */
        /* find the largest score of the row */
        float largest = score[0];
        for (int j = 1; j < scores.cols; j++)
            if (score[j] > largest)
                largest = score[j];
        assert(isfinite(largest));
        /* exponentiate the shifted scores and add them up */
        float sum = 0.0f;
        for (int j = 0; j < scores.cols; j++) {
            weight[j] = expf(score[j] - largest);
            sum += weight[j];
        }
        assert(sum >= 1.0f);
        /* divide the row by its sum */
        for (int j = 0; j < scores.cols; j++)
            weight[j] /= sum;
    }
}
