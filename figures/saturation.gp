# Entropy and slope of the softmax against the dimension: they fade when
# the scores are not scaled.  The dashed lines are the upper bounds.

HEIGHT = 250
load 'figures/style.gp'

set border 3 lw width(1) lc rgb FAINT
set tics nomirror scale 0.5 tc rgb INK
set logscale x 2
set xrange [1:1200]
set xtics ('1' 1, '8' 8, '64' 64, '512' 512)
axis = 'dimension d'
@AXIS

set multiplot
set margins screen 0.075, screen 0.475, screen 0.21, screen 0.85
set yrange [0:2.8]
set ytics 1
set label 1 'entropy (bits)' at screen 0.01, screen 0.95 tc rgb FAINT
set label 2 'even' at 1.3, log(6) / log(2) offset 0, 0.5 tc rgb FAINT
set label 3 'scaled' at 64, 1.85 center tc rgb BLUE
set label 4 'unscaled' at 60, 0.75 left tc rgb ORANGE
plot log(6) / log(2) with lines dt 2 lw width(1) lc rgb FAINT, \
    DATA using 1:2 with lines lw width(1.8) dt 4 lc rgb ORANGE, \
    '' using 1:3 with lines lw width(1.8) lc rgb BLUE

set margins screen 0.585, screen 0.985, screen 0.21, screen 0.85
set yrange [0:0.9333]
set ytics ('0' 0, '0.2' 0.2, '0.4' 0.4, '0.6' 0.6, '0.8' 0.8)
set label 1 'slope' at screen 0.52, screen 0.95
set label 2 at 1.3, 5.0 / 6
set label 3 at 64, 0.6
set label 4 at 50, 0.28
plot 5.0 / 6 with lines dt 2 lw width(1) lc rgb FAINT, \
    DATA using 1:4 with lines lw width(1.8) dt 4 lc rgb ORANGE, \
    '' using 1:5 with lines lw width(1.8) lc rgb BLUE
unset multiplot
