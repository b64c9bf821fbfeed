# The whole head in one row: embeddings, then queries, keys and values,
# scores, weights, attended values, each as a small matrix.

set datafile separator tab
set datafile columnheaders
stats DATA using 0 nooutput
N = (STATS_records + 0) / 7
C = 8               # columns of a vector that are shown
ROW = 48.0 / N      # a matrix is 48 units high
WIDE = 60.0 / C     # a vector 60 wide
HEIGHT = 262
LEVELS = 8          # shades of each sign: few, so that files stay small
load 'figures/style.gp'
@CANVAS

# Seven matrices: place of the top left corner, and its columns.
array left[7] = [8, 96, 96, 96, 190, 262, 334]
array top[7] = [112, 26, 112, 198, 69, 69, 134]
array name[7] = ['embeddings', 'queries', 'keys', 'values', 'scores', \
                 'weights', 'values']
columns(m) = m == 5 || m == 6 ? N : C
cell(m) = m == 5 || m == 6 ? 48.0 / N : WIDE
right(m) = left[m] + columns(m) * cell(m)
middle(m) = top[m] + 24

m(k) = int(k) / N + 1
x(k, j) = left[m(k)] + (j + 0.5) * cell(m(k))
y(k) = top[m(k)] + (int(k) % N + 0.5) * ROW
half(k) = 0.5 * cell(m(k)) - 0.25
scale(k) = m(k) == 6 ? 1.0 : 3.0        # weights to 1, the rest to 3
level(v) = floor(LEVELS * (v > 1 ? 1 : v < -1 ? -1 : v) + 0.5)
is(k, j, v, q) = j < columns(m(k)) && level(v / scale(k)) == q

do for [i = 1:7] {
    set label i name[i] at 0.5 * (left[i] + right(i)), \
        top[i] - 9 center tc rgb INK font font(12)
}
set label 8 'attended' at 0.5 * (left[7] + right(7)), top[7] - 23 \
    center tc rgb INK font font(12)
set style arrow 1 head filled size screen 0.012, 22 lw width(1) \
    lc rgb FAINT
set for [i=2:4] arrow i from right(1) + 4, middle(1) \
    to left[i] - 4, middle(i) arrowstyle 1
set for [i=2:3] arrow i + 3 from right(i) + 4, middle(i) \
    to left[5] - 4, middle(5) arrowstyle 1
set arrow 7 from right(5) + 3, middle(5) to left[6] - 3, middle(6) \
    arrowstyle 1
set arrow 8 from right(6) + 3, middle(6) to left[7] - 3, middle(7) - 6 \
    arrowstyle 1
set arrow 9 from right(4) + 4, middle(4) to left[7] - 3, middle(7) + 6 \
    arrowstyle 1

# One plot for each shade; the cells of other shades lie off the canvas.
plot for [q=-LEVELS:LEVELS] for [j=0:C-1] DATA \
    using (is($0, j, column(j + 3), q) ? x($0, j) : -WIDTH):(y($0)): \
    (half($0)):(0.5 * ROW - 0.25) with boxxy lc rgb shade(1.0 * q / LEVELS)
