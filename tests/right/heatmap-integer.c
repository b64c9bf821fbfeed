/* heatmap right: with a conversion to int, one loop over the cells */
#include "show.h"

void show_cells(Matrix weights, Matrix cells)
{
    for (int k = 0; k < cells.rows; k++) {
        int i = k / weights.cols, j = k % weights.cols;
        int shade = (int)(matrix_row(weights, i)[j] * 5.0f);
        float *cell = matrix_row(cells, k);
        cell[0] = i;
        cell[1] = j;
        cell[2] = shade > 4 ? 4 : shade;
    }
}
