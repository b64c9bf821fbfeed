# Multiplications for one more token, with and without a cache.

HEIGHT = 230
load 'figures/style.gp'

set border 3 lw width(1) lc rgb FAINT
set tics nomirror scale 0.5 tc rgb INK
set logscale xy
set xrange [1:4096]
set yrange [0.7:20000]
set xtics ('1' 1, '4' 4, '16' 16, '64' 64, '256' 256, '1024' 1024, '4096' 4096)
set ytics ('1' 1, '10' 10, '100' 100, '1,000' 1000, '10,000' 10000)
axis = 'tokens before'
@AXIS
set margins screen 0.13, screen 0.95, screen 0.25, screen 0.86
set label 1 'million multiplications' at screen 0.01, screen 0.95 tc rgb FAINT
set label 2 'everything again' at 60, 260 right tc rgb ORANGE
set label 3 'with a cache' at 200, 3.4 center tc rgb BLUE
plot DATA using 1:2 with lines lw width(2) dt 4 lc rgb ORANGE, \
    '' using 1:3 with lines lw width(2) lc rgb BLUE
