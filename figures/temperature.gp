# One query's weights at five temperatures, cold to hot: a column for
# each temperature, a row for each key, bars on one scale.

set datafile separator tab
set datafile columnheaders
stats DATA using (strlen(strcol(1))) nooutput
N = STATS_records
T = 5
LEFT = 16 + 7.5 * (STATS_max < 3 ? 3 : STATS_max)
TOP = 40
ROW = 34
HEIGHT = TOP + N * ROW + 4
load 'figures/style.gp'
@CANVAS

PANEL = (WIDTH - LEFT) / T
BAR = PANEL - 10        # of the weight 1
x(c) = LEFT + (c - 2) * PANEL
y(i) = TOP + (i + 0.5) * ROW

set label 1 'key' at 0, 18 tc rgb FAINT
do for [c = 2:T + 1] {
    set arrow c from x(c), TOP - 2 to x(c), TOP + N * ROW nohead \
        lw width(1) lc rgb shade(0.25) back
}

plot for [c=2:T+1] DATA using (x(c)):(y($0)):(x(c)): \
        (x(c) + BAR * column(c)):(y($0) + 1):(y($0) + 11): \
        (shade(0.35 + 0.6 * column(c))) with boxxy lc rgb variable, \
    for [c=2:T+1] '' using (x(c) + 3):(y($0) - 7): \
        (sprintf('%.2f', column(c))) with labels left tc rgb INK \
        font font(12), \
    for [c=2:T+1] '' using (x(c)):(18):(columnhead(c)) every ::0::0 \
        with labels left tc rgb INK, \
    '' using (0):(y($0)):1 with labels left tc rgb INK
