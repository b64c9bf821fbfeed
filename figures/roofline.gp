# The roofline: operations a second against operations a byte.

HEIGHT = 250
load 'figures/style.gp'

set margins screen 0.12, screen 0.97, screen 0.2, screen 0.87
set border 3 lw width(1) lc rgb FAINT
set tics nomirror scale 0.5 tc rgb INK
set logscale xy 2
set xrange [0.1:1100]
set yrange [1:512]
set xtics ('1/8' 0.125, '1/2' 0.5, '2' 2, '8' 8, '32' 32, '128' 128, \
    '512' 512)
set ytics ('1' 1, '4' 4, '16' 16, '64' 64, '256' 256)
axis = 'operations for each byte'
@AXIS
set label 1 'thousand million operations a second' at screen 0.01, \
    screen 0.95 tc rgb FAINT
set arrow from 0.5, 1 to 0.5, 300 nohead dt 2 lw width(1) lc rgb ORANGE
set arrow from 512, 1 to 512, 300 nohead dt 2 lw width(1) lc rgb ORANGE
set label 2 'one token' at 0.58, 1.6 left tc rgb ORANGE
set label 3 '2048 tokens' at 450, 1.6 right tc rgb ORANGE
plot DATA using 1:2 with lines lw width(1.8) lc rgb BLUE, \
    '' using 1:2 every ::1::1 with points pt 7 ps disc(0.6) lc rgb BLUE, \
    '' using 1:(1.5 * $2):(sprintf('%.3g', $1)) every ::1::1 \
        with labels tc rgb BLUE
