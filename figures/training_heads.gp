# The heads that copying needs, and the loss of words to be copied.

HEIGHT = 260
load 'figures/style.gp'

set border 11 lw width(1) lc rgb FAINT
set tics nomirror scale 0.5 tc rgb INK
set xrange [0:4]
set yrange [0:1.1]
set y2range [0:6.6]
set ytics 0.5
set y2tics 2
axis = 'million words'
@AXIS
set margins screen 0.1, screen 0.92, screen 0.21, screen 0.87
set label 1 'weight' at screen 0.01, screen 0.95 tc rgb FAINT
set label 5 'nats' at screen 0.99, screen 0.95 right tc rgb FAINT
set label 2 'previous-token head' at 1.9, 0.82 tc rgb BLUE
set label 3 'induction head (dashed)' at 1.9, 1.02 tc rgb BLUE
set label 4 'loss of copies (right)' at 1.5, 0.14 tc rgb ORANGE
plot DATA using 1:2 with lines lw width(2) lc rgb BLUE, \
    '' using 1:3 with lines dt 2 lw width(2) lc rgb BLUE, \
    '' using 1:4 axes x1y2 with lines lw width(2) lc rgb ORANGE
