# The density of random_normal's draws (bars) and the normal density.

HEIGHT = 240
load 'figures/style.gp'

set margins screen 0.09, screen 0.97, screen 0.21, screen 0.86
set border 3 lw width(1) lc rgb FAINT
set tics nomirror scale 0.5 tc rgb INK
set xrange [-5:5]
set yrange [0:0.45]
set xtics ('−4' -4, '−2' -2, '0' 0, '2' 2, '4' 4)
set ytics 0.2
set boxwidth 0.22
axis = 'value'
@AXIS
set label 1 'density' at screen 0.01, screen 0.95 tc rgb FAINT
set label 2 'drawn' at 0, 0.12 center front tc rgb 0x000000
set label 3 'normal density' at 1.2, 0.3 left tc rgb ORANGE

plot DATA using 1:2 with boxes lc rgb shade(0.35), \
    '' using 1:3 smooth csplines with lines lw width(1.8) lc rgb ORANGE
