# Loss above the exact floor, for all words and for classes of them.

HEIGHT = 280
load 'figures/style.gp'

set border 3 lw width(1) lc rgb FAINT
set tics nomirror scale 0.5 tc rgb INK
stats DATA using 1 nooutput
set logscale y
set xrange [0:STATS_max * 1.24]
set yrange [0.001:6]
set ytics ('1' 1, '0.1' 0.1, '0.01' 0.01, '0.001' 0.001)
axis = 'million words'
@AXIS
set margins screen 0.12, screen 0.97, screen 0.2, screen 0.88
set label 1 'nats above the floor' at screen 0.01, screen 0.95 tc rgb FAINT
set label 2 'copy' at 7.5, 0.05 left tc rgb BLUE
set label 4 'pronoun' at 8.2, 2.1 left tc rgb ORANGE
set label 3 'indirect' at 1.6, 0.0035 left tc rgb FAINT
floored(x) = x < 0.001 ? 0.001 : x
END = STATS_max
plot DATA using 1:(floored($2)) with lines lw width(2.4) lc rgb INK, \
    '' using 1:(floored($3)) with lines lw width(1.4) lc rgb ORANGE, \
    '' using 1:(floored($4)) with lines dt 2 lw width(1.4) lc rgb FAINT, \
    '' using 1:(floored($5)) with lines dt 4 lw width(1.6) lc rgb ORANGE, \
    '' using 1:(floored($6)) with lines lw width(1.6) lc rgb BLUE, \
    '' using ($1 == END ? END * 1.02 : NaN):(floored($2)):('all words') with labels left tc rgb INK, \
    '' using ($1 == END ? END * 1.02 : NaN):(0.72 * $3):('recall') with labels left tc rgb ORANGE
