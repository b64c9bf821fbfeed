# Error of a difference as a slope, in float and in double.

HEIGHT = 250
load 'figures/style.gp'

set border 3 lw width(1) lc rgb FAINT
set tics nomirror scale 0.5 tc rgb INK
set logscale xy
set xrange [5e-8:0.3]
set yrange [3e-14:3]
set xtics ('0.1' 1e-1, '0.001' 1e-3, '0.00001' 1e-5, '0.0000001' 1e-7)
set format y '%.0e'
set ytics (1, 1e-3, 1e-6, 1e-9, 1e-12)
axis = 'step h'
@AXIS
set margins screen 0.12, screen 0.97, screen 0.22, screen 0.87
set label 1 'error of the slope' at screen 0.01, screen 0.95 tc rgb FAINT
set label 2 'float' at 1e-4, 0.02 center tc rgb ORANGE
set label 3 'double' at 1e-5, 2e-9 center tc rgb BLUE
plot DATA using 1:2 with linespoints pt 7 ps disc(0.35) lw width(1.6) lc rgb ORANGE, \
    '' using 1:3 with linespoints pt 7 ps disc(0.35) lw width(1.6) lc rgb BLUE
