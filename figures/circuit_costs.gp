# What each letter costs, with both heads and without either.

HEIGHT = 230
load 'figures/style.gp'

set border 3 lw width(1) lc rgb FAINT
set tics nomirror scale 0.5 tc rgb INK
set xrange [0.5:8.5]
set yrange [0:15]
set ytics 5
axis = 'letters in their order'
@AXIS
set margins screen 0.08, screen 0.97, screen 0.26, screen 0.86
set label 1 'cost in nats' at screen 0.01, screen 0.95 tc rgb FAINT
plot log(8) with lines dt 2 lw width(1) lc rgb FAINT, \
    DATA using 1:4:xtic(2) with linespoints pt 7 ps disc(0.4) dt 4 \
        lw width(1.6) lc rgb ORANGE, \
    '' using 1:5 with linespoints pt 7 ps disc(0.4) dt 2 \
        lw width(1.4) lc rgb FAINT, \
    '' using 1:3 with linespoints pt 7 ps disc(0.5) lw width(2) \
        lc rgb BLUE
