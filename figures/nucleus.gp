# Probabilities of eight tokens at three temperatures; what top-p keeps.

HEIGHT = 200
load 'figures/style.gp'

set border 3 lw width(1) lc rgb FAINT
SMALL = font(11)
set tics nomirror scale 0 tc rgb INK font SMALL
set xrange [0.4:8.6]
set yrange [0:1]
set xtics 1
axis = 'token'
@AXIS
set style fill solid noborder
set boxwidth 0.8
set multiplot
do for [p = 0:2] {
    set margins screen 0.06 + 0.325 * p, screen 0.335 + 0.325 * p, \
        screen 0.27, screen 0.85
    set label 1 'temperature ' . word('0.5 1 2', p + 1) \
        at screen 0.06 + 0.325 * p, screen 0.94 tc rgb FAINT
    if (p == 0) { set ytics ('0' 0, '0.5' 0.5, '1' 1) } else { unset ytics }
    plot DATA using (int($0) / 8 == p && $4 == 1 ? $2 : NaN):3 \
            with boxes lc rgb BLUE, \
        '' using (int($0) / 8 == p && $4 == 0 ? $2 : NaN):3 \
            with boxes lc rgb shade(-0.45)
}
unset multiplot
