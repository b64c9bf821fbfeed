# The score of two equal vectors against the distance of their positions.

HEIGHT = 230
load 'figures/style.gp'

set border 3 lw width(1) lc rgb FAINT
set tics nomirror scale 0.5 tc rgb INK
set xrange [0:64]
set yrange [-1.05:1.05]
set xtics 8
set ytics 0.5
axis = 'distance of the two positions'
@AXIS
set margins screen 0.1, screen 0.86, screen 0.25, screen 0.96
set label 1 'slowest' at graph 1.02, first 1.03 tc rgb FAINT
set label 2 'all' at graph 1.02, first 0.58 tc rgb BLUE
set label 3 'fastest' at graph 1.02, first 0.3 tc rgb FAINT
set label 4 'middle' at graph 1.02, first 0.83 tc rgb FAINT
plot DATA using 1:3 with lines lw width(0.8) lc rgb FAINT, \
    '' using 1:4 with lines dt 4 lw width(1.2) lc rgb FAINT, \
    '' using 1:5 with lines dt 2 lw width(1.2) lc rgb FAINT, \
    '' using 1:2 with lines lw width(2.2) lc rgb BLUE
