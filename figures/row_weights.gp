# One query's scores (left, around zero) and the weights that softmax
# makes of them (right, from zero).

set datafile separator tab
set datafile columnheaders
stats DATA using (strlen(strcol(1))) nooutput
N = STATS_records
LEFT = 16 + 7.5 * (STATS_max < 3 ? 3 : STATS_max)
stats DATA using (abs($2)) nooutput
LARGEST = STATS_max
TOP = 34
ROW = 32
HEIGHT = TOP + N * ROW + 4
load 'figures/style.gp'
@CANVAS

HALF = 0.25 * (WIDTH - LEFT) - 30       # of the largest score
ZERO = LEFT + HALF + 30
RIGHT = LEFT + 0.5 * (WIDTH - LEFT) + 30
BAR = WIDTH - RIGHT - 40                # of the weight 1
y(i) = TOP + (i + 0.5) * ROW
length(s) = HALF * s / LARGEST
pen(t) = shade(t < 0 ? -0.35 + 0.5 * t : 0.35 + 0.5 * t)
minus(s) = s[1:1] eq '-' ? '−' . s[2:] : s

set label 1 'key' at 0, 16 tc rgb FAINT
set label 2 'score' at ZERO, 16 center tc rgb FAINT
set label 3 'weight' at RIGHT, 16 tc rgb FAINT
set arrow 1 from ZERO, TOP to ZERO, HEIGHT - 4 nohead lw width(1) \
    lc rgb FAINT
set arrow 2 from RIGHT, TOP to RIGHT, HEIGHT - 4 nohead lw width(1) \
    lc rgb FAINT

plot DATA using (0):(y($0)):1 with labels left tc rgb INK, \
    '' using (ZERO):(y($0)):(ZERO):(ZERO + length($2)): \
        (y($0) - 8):(y($0) + 8):(pen($2 / LARGEST)) \
        with boxxy lc rgb variable, \
    '' using ($2 < 0 ? -WIDTH : ZERO + length($2) + 4):(y($0)): \
        (sprintf('%.2f', $2)) with labels left tc rgb INK, \
    '' using ($2 < 0 ? ZERO + length($2) - 4 : -WIDTH):(y($0)): \
        (minus(sprintf('%.2f', $2))) with labels right tc rgb INK, \
    '' using (RIGHT):(y($0)):(RIGHT):(RIGHT + BAR * $3): \
        (y($0) - 8):(y($0) + 8):(pen($3)) with boxxy lc rgb variable, \
    '' using (RIGHT + BAR * $3 + 5):(y($0)):(sprintf('%.2f', $3)) \
        with labels left tc rgb INK
