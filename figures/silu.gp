# The silu, and the function that is 0 below 0.

HEIGHT = 190
load 'figures/style.gp'

set border 3 lw width(1) lc rgb FAINT
set tics nomirror scale 0.5 tc rgb INK
set xrange [-6:6]
set yrange [-0.6:5]
set xtics 2
set ytics 1
axis = 'z'
@AXIS
set margins screen 0.2, screen 0.8, screen 0.27, screen 0.97
set label 1 'silu' at 2.6, 1.7 tc rgb BLUE
set label 2 'max(0, z)' at 0.3, 2.6 right tc rgb FAINT
plot 0 with lines lw width(0.6) lc rgb FAINT, \
    DATA using 1:3 with lines dt 4 lw width(1.4) lc rgb FAINT, \
    '' using 1:2 with lines lw width(2) lc rgb BLUE
