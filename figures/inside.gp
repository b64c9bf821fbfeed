# The weights of all heads of a model: a row for each layer, a grid for
# each head, queries downwards, keys to the right.  make look says how
# wide a CELL is, and its table names the tokens; that figure stands alone.

set datafile separator tab
set datafile columnheaders
stats DATA using 1 nooutput
LAYER = int(STATS_min)
LAYERS = int(STATS_max) - LAYER + 1
NAMED = STATS_columns > 5
stats DATA using 2 nooutput
HEAD = int(STATS_min)
HEADS = int(STATS_max) - HEAD + 1
stats DATA using 3 nooutput
N = int(STATS_max) + 1
WORD = 0
if (NAMED) {
    stats DATA using (strlen(strcol(6))) nooutput
    WORD = 6.5 * (STATS_max > 12 ? 12 : STATS_max) + 6
}
EDGE = exists('CELL') ? 10 : 0
LEFT = 62 + WORD + EDGE
TOP = 26 + WORD + EDGE
GAP = 10
if (exists('CELL')) WIDTH = ceil(LEFT + HEADS * (N * CELL + GAP))
SIDE = exists('CELL') ? CELL : (400.0 - LEFT - HEADS * GAP) / HEADS / N
GRID = N * SIDE
HEIGHT = ceil(TOP + LAYERS * (GRID + GAP))
load 'figures/style.gp'
@CANVAS
if (EDGE) {
    set object 1 rectangle from 0, 0 to WIDTH, HEIGHT behind \
        fillcolor rgb 0xffffff fillstyle solid noborder
}

x(h, j) = LEFT + (h - HEAD) * (GRID + GAP) + (j + 0.5) * SIDE
y(l, i) = TOP + (l - LAYER) * (GRID + GAP) + (i + 0.5) * SIDE
LEVELS = 8
level(w) = w >= 0 && w <= 1 ? floor(LEVELS * w + 0.5) : -1
here(s) = level(column(5)) == s ? x(column(2), column(4)) : NaN
# The name of a token stands once for a row of grids, and once for a column.
cut(s) = strlen(s) > 12 ? s[1:11] . '…' : s
itself(c) = NAMED && column(3) == column(4) && column(c) == (c == 2 ? HEAD : LAYER)

do for [h = HEAD:HEAD + HEADS - 1] {
    set label h + 1 sprintf('head %d', h) at x(h, 0.5 * (N - 1)), 12 + EDGE center \
        tc rgb INK font font(12)
}
do for [l = LAYER:LAYER + LAYERS - 1] {
    set label 2000 + l sprintf('layer %d', l) at EDGE, y(l, 0.5 * (N - 1)) left \
        tc rgb INK font font(12)
    do for [h = HEAD:HEAD + HEADS - 1] {
        set object 2 + (l - LAYER) * HEADS + h - HEAD rectangle \
            from x(h, -0.5), y(l, -0.5) to x(h, N - 0.5), y(l, N - 0.5) \
            behind fillstyle empty border rgb shade(0.2)
    }
}

plot for [s = 1:LEVELS] DATA using (here(s)):(y(column(1), column(3))): \
        (0.5 * SIDE - 0.2):(0.5 * SIDE - 0.2) with boxxy \
        lc rgb shade(1.0 * s / LEVELS), \
    DATA using (level(column(5)) < 0 ? x(column(2), column(4)) : NaN): \
        (y(column(1), column(3))):(0.5 * SIDE - 0.2):(0.5 * SIDE - 0.2) \
        with boxxy lc rgb ORANGE, \
    DATA using (itself(2) ? LEFT - 5 : -WIDTH):(y(column(1), column(3))): \
        (NAMED ? cut(strcol(6)) : '') with labels right tc rgb INK \
        font font(11), \
    DATA using (itself(1) ? x(column(2), column(4)) : -WIDTH):(TOP - 5): \
        (NAMED ? cut(strcol(7)) : '') with labels left rotate by 90 \
        tc rgb INK font font(11)
