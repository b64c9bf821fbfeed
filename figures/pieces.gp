# A text cut into tokens, after more and more merges: a row of boxes for
# each tokenizer, a box for each token.

set datafile separator tab
set datafile columnheaders
stats DATA using 1 nooutput
N = int(STATS_max) + 1
stats DATA using 4 nooutput
BYTES = STATS_max
TOP = 36
ROW = 30
HEIGHT = TOP + N * ROW + 4
load 'figures/style.gp'
@CANVAS

LEFT = 46
UNIT_WIDE = (WIDTH - LEFT - 48) / BYTES
x(b) = LEFT + b * UNIT_WIDE
y(r) = TOP + (r + 0.5) * ROW

set label 1 'merges' at 0, 16 tc rgb FAINT
set label 2 'tokens' at WIDTH, 16 right tc rgb FAINT
plot DATA using (x(column(3))):(y(column(1))):(x(column(3)) + 1): \
        (x(column(4)) - 1):(y(column(1)) - 11):(y(column(1)) + 11): \
        (shade(column(4) - column(3) > 1 ? 0.35 : 0.1)) \
        with boxxy lc rgb variable, \
    '' using (0.5 * (x(column(3)) + x(column(4)))):(y(column(1))):5 \
        with labels center tc rgb INK font font(12), \
    '' using (column(3) == 0 ? 34 : NaN):(y(column(1))):2 \
        with labels right tc rgb INK, \
    '' using (column(3) == 0 ? WIDTH - 4 : NaN):(y(column(1))):6 \
        with labels right tc rgb INK
