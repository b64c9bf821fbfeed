/* heatmap exchanged: row i of weights is called to */
#include "show.h"

void show_cells(Matrix weights, Matrix cells)
{
    for (int to = 0; to < weights.rows; to++)
        for (int from = 0; from < weights.cols; from++) {
            float *cell = matrix_row(cells, to * weights.cols + from);
            int shade = (int)(5 * matrix_row(weights, to)[from]);
            cell[0] = from;
            cell[1] = to;
            cell[2] = shade == 5 ? 4 : shade;
        }
}
