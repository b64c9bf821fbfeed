# The weights of all heads of a model: a row for each layer, a grid for
# each head, queries downwards, keys to the right.

set datafile separator tab
set datafile columnheaders
stats DATA using 1 nooutput
LAYERS = int(STATS_max) + 1
stats DATA using 2 nooutput
HEADS = int(STATS_max) + 1
stats DATA using 3 nooutput
N = int(STATS_max) + 1
LEFT = 62
TOP = 26
GAP = 10
SIDE = (400.0 - LEFT - HEADS * GAP) / HEADS / N
GRID = N * SIDE
HEIGHT = ceil(TOP + LAYERS * (GRID + GAP))
load 'figures/style.gp'
@CANVAS

x(h, j) = LEFT + h * (GRID + GAP) + (j + 0.5) * SIDE
y(l, i) = TOP + l * (GRID + GAP) + (i + 0.5) * SIDE
LEVELS = 8
level(w) = w >= 0 && w <= 1 ? floor(LEVELS * w + 0.5) : -1
here(s) = level(column(5)) == s ? x(column(2), column(4)) : NaN

do for [h = 0:HEADS - 1] {
    set label h + 1 sprintf('head %d', h) at x(h, 0.5 * (N - 1)), 12 center \
        tc rgb INK font font(12)
}
do for [l = 0:LAYERS - 1] {
    set label 20 + l sprintf('layer %d', l) at 0, y(l, 0.5 * (N - 1)) left \
        tc rgb INK font font(12)
    do for [h = 0:HEADS - 1] {
        set object 1 + l * HEADS + h rectangle \
            from x(h, -0.5), y(l, -0.5) to x(h, N - 0.5), y(l, N - 0.5) \
            behind fillstyle empty border rgb shade(0.2)
    }
}

plot for [s = 1:LEVELS] DATA using (here(s)):(y(column(1), column(3))): \
        (0.5 * SIDE - 0.2):(0.5 * SIDE - 0.2) with boxxy \
        lc rgb shade(1.0 * s / LEVELS), \
    DATA using (level(column(5)) < 0 ? x(column(2), column(4)) : NaN): \
        (y(column(1), column(3))):(0.5 * SIDE - 0.2):(0.5 * SIDE - 0.2) \
        with boxxy lc rgb ORANGE
