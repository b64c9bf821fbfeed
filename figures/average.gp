# Three values in a plane and the averages that attention makes of them,
# which never leave the triangle of the values.

set datafile separator tab
set datafile columnheaders
array px[6]
array py[6]
stats DATA using (px[int($0) + 1] = $3) nooutput
stats DATA using (py[int($0) + 1] = $4) nooutput

HEIGHT = 330
load 'figures/style.gp'
set margins screen 0.07, screen 0.79, screen 0.1, screen 0.97
set border 3 lw width(1) lc rgb FAINT
set tics nomirror scale 0.5 tc rgb INK
set xrange [-0.3:7]
set yrange [-0.3:7]
set xtics 2
set ytics 2
set object 1 polygon from px[1], py[1] to px[2], py[2] to px[3], py[3] \
    to px[1], py[1] behind fillstyle solid border rgb shade(0.4) \
    fillcolor rgb shade(0.06) lw width(1)
do for [i = 1:3] {
    set object 1 + i rectangle center px[i], py[i] size 0.24, 0.24 \
        front fillstyle solid noborder fillcolor rgb ORANGE
}

plot DATA using ($0 >= 3 ? $3 : NaN):4 with points pt 7 ps disc(0.8) \
        lc rgb BLUE, \
    '' using ($0 < 3 ? $3 + ($0 == 0 ? 0.25 : 0) : NaN): \
        ($4 + ($0 == 0 ? 0 : 0.4)):('value of ' . strcol(2)) \
        with labels left tc rgb ORANGE, \
    '' using ($0 >= 3 ? $3 - 0.2 : NaN):4: \
        (strcol(2) . ' receives') with labels right tc rgb 0x000000
