# A hard and a soft lookup of the same three values: weights as bars,
# and below them what each lookup returns.

set datafile separator tab
set datafile columnheaders
stats DATA using 5 nooutput
hard = STATS_sum
stats DATA using 6 nooutput
soft = STATS_sum
HEIGHT = 196
load 'figures/style.gp'
@CANVAS

N = 3
TOP = 34
ROW = 38
BAR = 96        # of the weight 1
y(i) = TOP + (i + 0.5) * ROW
column_at(c) = c == 3 ? 112 : 264
share(w) = sprintf('%g', w)

set label 1 'key' at 0, 16 tc rgb FAINT
set label 2 'value' at 78, 16 center tc rgb FAINT
set label 3 'hard lookup' at column_at(3), 16 tc rgb FAINT
set label 4 'soft lookup' at column_at(4), 16 tc rgb FAINT
set arrow 1 from 0, TOP + N * ROW + 6 to WIDTH, TOP + N * ROW + 6 \
    nohead lw width(1) lc rgb FAINT
set label 5 'average' at 0, TOP + N * ROW + 28 tc rgb INK
set label 6 sprintf('%g', hard) at column_at(3), TOP + N * ROW + 28 \
    tc rgb INK font font(17)
set label 7 sprintf('%g', soft) at column_at(4), TOP + N * ROW + 28 \
    tc rgb INK font font(17)

plot DATA using (0):(y($0)):1 with labels left tc rgb INK, \
    '' using (78):(y($0)):2 with labels tc rgb INK, \
    for [c=3:4] '' using (column_at(c)):(y($0)):(column_at(c)): \
        (column_at(c) + 2 + BAR * column(c)):(y($0) - 9):(y($0) + 9): \
        (shade(column(c) > 0 ? 0.3 + 0.5 * column(c) : 0.1)) \
        with boxxy lc rgb variable, \
    for [c=3:4] '' using (column_at(c) + 8 + BAR * column(c)):(y($0)): \
        (share(column(c))) with labels left tc rgb INK
