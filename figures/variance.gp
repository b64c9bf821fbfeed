# The variance of scores, measured (dots) and predicted (dashed), against
# the dimension: unscaled scores follow d, scaled ones stay at 1.

HEIGHT = 270
load 'figures/style.gp'

set margins screen 0.11, screen 0.98, screen 0.19, screen 0.87
set border 3 lw width(1) lc rgb FAINT
set tics nomirror scale 0.5 tc rgb INK
set logscale xy 2
set xrange [1:1200]
set yrange [0.5:1500]
set xtics ('1' 1, '4' 4, '16' 16, '64' 64, '256' 256, '1024' 1024)
set ytics ('1' 1, '4' 4, '16' 16, '64' 64, '256' 256, '1024' 1024)
axis = 'dimension d'
@AXIS
set label 1 'variance of the scores' at screen 0.01, screen 0.95 \
    tc rgb FAINT
set label 2 'unscaled' at 110, 260 right tc rgb ORANGE
set label 3 'scaled by 1/√d' at 110, 1.6 right tc rgb BLUE

plot DATA using 1:4 with lines dt 2 lw width(1) lc rgb FAINT, \
    '' using 1:5 with lines dt 2 lw width(1) lc rgb FAINT, \
    '' using 1:2 with linespoints pt 7 ps disc(0.5) lw width(1.8) lc rgb ORANGE, \
    '' using 1:3 with linespoints pt 7 ps disc(0.5) lw width(1.8) lc rgb BLUE
