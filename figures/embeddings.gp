# The embeddings as a strip: a row for each token, a column for each
# dimension, blue above zero, orange below.

set datafile separator tab
set datafile columnheaders
stats DATA using (strlen(strcol(1))) nooutput
N = STATS_records
LEFT = 12 + 7.5 * (STATS_max < 3 ? 3 : STATS_max)
D = 64
ROW = 22
TOP = 34
HEIGHT = TOP + N * ROW + 6
load 'figures/style.gp'
@CANVAS

SIDE = (WIDTH - LEFT - 2.0) / D
x(j) = LEFT + (j + 0.5) * SIDE
y(i) = TOP + (i + 0.5) * ROW

# One plot for each shade; the cells of other shades lie off the canvas.
LEVELS = 6
level(v) = floor(LEVELS * (v > 3 ? 1 : v < -3 ? -1 : v / 3) + 0.5)

set label 1 'dimension' at x(8), 16 center tc rgb FAINT
array tick[4] = [0, 16, 32, 48]

plot for [q=-LEVELS:LEVELS] for [j=0:D-1] DATA \
        using (level(column(j + 2)) == q ? x(j) : -WIDTH):(y($0)): \
        (0.5 * SIDE - 0.2):(0.5 * ROW - 1) with boxxy \
        lc rgb shade(1.0 * q / LEVELS), \
    for [i=1:4] '' using (x(tick[i])):(16):(columnhead(tick[i] + 2)) \
        every ::0::0 with labels tc rgb INK, \
    '' using (WIDTH - 2):(16):(columnhead(D + 1)) every ::0::0 \
        with labels right tc rgb INK, \
    '' using (0):(y($0)):1 with labels left tc rgb INK
