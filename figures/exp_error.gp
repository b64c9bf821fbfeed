# The relative error of the vector exponential, in millionths.

HEIGHT = 220
load 'figures/style.gp'

set margins screen 0.11, screen 0.98, screen 0.22, screen 0.86
set border 3 lw width(1) lc rgb FAINT
set tics nomirror scale 0.5 tc rgb INK
set xrange [-4:0]
set yrange [-0.22:0.22]
set xtics 1
set ytics 0.1
axis = 'x'
@AXIS
set label 1 'error of 2 to the x, in millionths' at screen 0.01, \
    screen 0.95 tc rgb FAINT
plot DATA using 1:(0) with lines lw width(1) lc rgb shade(0.2), \
    '' using 1:2 with lines lw width(1.2) lc rgb BLUE
