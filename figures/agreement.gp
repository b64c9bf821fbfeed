# How far outputs are from PyTorch's, in half decades: right and wrong.

HEIGHT = 200
load 'figures/style.gp'

set margins screen 0.09, screen 0.97, screen 0.25, screen 0.86
set border 3 lw width(1) lc rgb FAINT
set tics nomirror scale 0.5 tc rgb INK
set logscale x
set xrange [1e-9:10]
set yrange [0:*]
set xtics ('10⁻⁹' 1e-9, '10⁻⁷' 1e-7, '10⁻⁵' 1e-5, '0.001' 1e-3, \
    '0.1' 0.1, '10' 10)
set ytics 30
axis = 'absolute difference'
@AXIS
half = 10 ** 0.5
set label 1 'outputs' at screen 0.01, screen 0.94 tc rgb FAINT
set label 2 'four heads' at 1e-7, graph 1.07 center tc rgb BLUE
set label 3 'two heads: wrong' at 0.3, graph 1.07 center tc rgb ORANGE
set label 4 'tolerance' at 1.3e-5, graph 0.75 left tc rgb FAINT
set arrow 1 from 1e-5, graph 0 to 1e-5, graph 0.8 nohead \
    lw width(1.5) lc rgb FAINT

plot DATA using 1:2:1:($1 * half):(0):2 with boxxyerror lc rgb BLUE, \
    '' using 1:3:1:($1 * half):(0):3 with boxxyerror lc rgb ORANGE
