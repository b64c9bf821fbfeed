# The dot product of two unit vectors against the angle between them.

HEIGHT = 250
load 'figures/style.gp'

set margins screen 0.09, screen 0.94, screen 0.21, screen 0.87
set border 2 lw width(1) lc rgb FAINT
set tics nomirror scale 0.5 tc rgb INK
set xrange [0:360]
set yrange [-1.25:1.25]
set xtics 90 format '%g°' scale 0
set ytics ('−1' -1, '0' 0, '1' 1)
axis = 'angle between query and key'
@AXIS
set label 1 'dot product' at screen 0.01, screen 0.95 tc rgb FAINT
set label 2 'same way' at 14, 1.12 left tc rgb INK
set label 3 'right angle' at 98, 0.15 left tc rgb INK
set label 4 'opposite' at 180, -1.15 center tc rgb INK
set label 5 'right angle' at 278, -0.15 left tc rgb INK

plot 0 with lines lw width(1) lc rgb FAINT, \
    DATA using 1:2 with linespoints pt 7 ps disc(0.5) lw width(1.8) \
        lc rgb BLUE
