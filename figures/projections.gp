# One X, three views of it: embeddings, queries, keys and values as four
# strips, a row for each token, blue above zero, orange below.

set datafile separator tab
set datafile columnheaders
stats DATA using (strlen(strcol(2))) nooutput
N = STATS_records / 4
LEFT = 12 + 7.5 * (STATS_max < 3 ? 3 : STATS_max)
D = 32
ROW = 15
STRIP = N * ROW + 30    # from one strip to the next
TOP = 24
HEIGHT = TOP + 4 * STRIP - 26
load 'figures/style.gp'
@CANVAS

SIDE = (WIDTH - LEFT - 2.0) / D
x(j) = LEFT + (j + 0.5) * SIDE
y(k) = TOP + (int(k) / N) * STRIP + (int(k) % N + 0.5) * ROW

# One plot for each shade; the cells of other shades lie off the canvas.
LEVELS = 6
level(v) = floor(LEVELS * (v > 3 ? 1 : v < -3 ? -1 : v / 3) + 0.5)

plot for [q=-LEVELS:LEVELS] for [j=0:D-1] DATA \
        using (level(column(j + 3)) == q ? x(j) : -WIDTH):(y($0)): \
        (0.5 * SIDE - 0.3):(0.5 * ROW - 0.5) with boxxy \
        lc rgb shade(1.0 * q / LEVELS), \
    for [m=0:3] '' using (LEFT):(y(m * N) - 0.5 * ROW - 10):1 \
        every ::(m * N)::(m * N) with labels left tc rgb INK, \
    '' using (0):(y($0)):2 with labels left tc rgb FAINT font font(11)
