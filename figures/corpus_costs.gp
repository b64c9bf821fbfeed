# What each word of a text costs the best possible predictor.

set datafile separator tab
set datafile columnheaders
stats DATA using 2 nooutput
N = STATS_records
HEIGHT = 22 + 15 * N
load 'figures/style.gp'
@CANVAS

LEFT = 90
SCALE = (WIDTH - LEFT - 60) / STATS_max
y(i) = 22 + (i + 0.5) * 15
set label 1 'word' at 0, 10 tc rgb FAINT
set label 2 'cost in nats' at LEFT, 10 tc rgb FAINT
plot DATA using (0):(y($0)):1 with labels left tc rgb INK, \
    '' using (LEFT):(y($0)):(LEFT):(LEFT + SCALE * $2 + 0.5): \
        (y($0) - 5):(y($0) + 5):(shade(0.6)) with boxxy lc rgb variable, \
    '' using ($2 > 0 ? LEFT + SCALE * $2 + 5 : -WIDTH):(y($0)): \
        (sprintf('%.2f', $2)) with labels left tc rgb INK
