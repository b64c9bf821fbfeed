# A register block: numbers at the left, vectors above, a sum for each pair.

set datafile separator tab
set datafile columnheaders
HEIGHT = 310
load 'figures/style.gp'
@CANVAS

SIDE = 62
ROW = 30
LEFT = 128
TOP = 62
x(j) = LEFT + (j + 0.5) * SIDE
y(i) = TOP + (i + 0.5) * ROW
lane(j, e) = LEFT + j * SIDE + 3 + (e + 0.5) * (SIDE - 6) / 16.0
set label 1 'vectors: 16 queries each' at LEFT + 1.5 * SIDE, 12 center \
    tc rgb FAINT
set label 2 'numbers' at 44, TOP - 14 center tc rgb FAINT
do for [j = 0:2] {
    set label 10 + j sprintf('vector %d', j) at x(j), 30 center tc rgb INK \
        font font(11)
    do for [e = 0:15] {
        set object 1 + 16 * j + e rect center lane(j, e), TOP - 16 \
            size (SIDE - 6) / 16.0 - 0.7, 14 fc rgb shade(0.35) \
            fs solid noborder
    }
}
plot DATA using (96):(y($0)):(18):(0.5 * ROW - 5):(shade(0.35)) \
        with boxxy lc rgb variable, \
    '' using (70):(y($0)):(sprintf('number %d', $1)) with labels right \
        tc rgb INK font font(11), \
    for [j=0:2] '' using (x(j)):(y($0)):(0.5 * SIDE - 3):(0.5 * ROW - 2): \
        (shade(0.12)) with boxxy lc rgb variable, \
    for [j=0:2] '' using (x(j)):(y($0)): \
        (sprintf('sum %d', column(j + 2))) with labels tc rgb INK \
        font font(12)
