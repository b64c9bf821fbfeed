# The first weight of the scores s and s - 1: constant if computed
# stably, lost to overflow from s = 88.72 on if computed as written.

HEIGHT = 230
load 'figures/style.gp'

LOST = 88.72    # log(FLT_MAX)
set margins screen 0.09, screen 0.98, screen 0.22, screen 0.86
set border 3 lw width(1) lc rgb FAINT
set tics nomirror scale 0.5 tc rgb INK
set xrange [0:132]
set yrange [0:1]
set xtics 32
set ytics 0.5
axis = 'score s'
@AXIS
set label 1 'first weight' at screen 0.01, screen 0.95 tc rgb FAINT
set object 1 rectangle from LOST, 0 to 132, 1 behind \
    fillstyle solid noborder fillcolor rgb shade(-0.12)
set label 2 'exp(s) overflows,' at LOST + 1.5, 0.42 left tc rgb 0x000000
set label 5 'naive gives NaN' at LOST + 1.5, 0.3 left tc rgb 0x000000
set label 3 'stable' at 4, 0.81 left tc rgb BLUE
set label 4 'naive (dots)' at 4, 0.62 left tc rgb ORANGE

plot DATA using 1:4 with lines lw width(2) lc rgb BLUE, \
    '' using 1:3 with points pt 7 ps disc(0.5) lc rgb ORANGE
