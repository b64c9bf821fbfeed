# The lanes that compute the products of queries, keys and dimensions, for
# three choices of what lies along the lanes.

set datafile separator tab
set datafile columnheaders
HEIGHT = 196
load 'figures/style.gp'
@CANVAS

SIDE = 26           # of a score
STRIP = 5.5         # of a dimension
PANEL = 4 * SIDE + 24
LEFT = 26
TOP = 42
left(p) = LEFT + p * PANEL
x(p, key, d) = left(p) + key * SIDE + (d + 0.5) * STRIP + 1
y(query) = TOP + (query + 0.5) * SIDE
array name[3] = ['lanes: dimensions', 'lanes: keys', \
    'lanes: queries']
do for [p = 0:2] {
    set label p + 1 name[p + 1] at left(p) + 2 * SIDE, 12 center \
        tc rgb INK font font(12)
    set label p + 4 'keys' at left(p) + 2 * SIDE, TOP - 10 center \
        tc rgb FAINT font font(11)
}
set label 7 'queries' at LEFT - 12, TOP + 2 * SIDE center rotate by 90 \
    tc rgb FAINT font font(11)
set label 8 'lane' at 120, HEIGHT - 16 right tc rgb FAINT font font(11)
do for [l = 0:3] {
    set object l + 1 rect from 128 + 36 * l, HEIGHT - 22 \
        to 148 + 36 * l, HEIGHT - 10 fc rgb shade(0.15 + 0.28 * l) \
        fs solid noborder
    set label l + 10 sprintf('%d', l) at 138 + 36 * l, HEIGHT - 16 center \
        tc rgb letters(0.15 + 0.28 * l) font font(11)
}
plot for [l=0:3] DATA using ($5 == l ? x($1, $3, $4) : -WIDTH):(y($2)): \
        (0.5 * STRIP - 0.2):(0.5 * SIDE - 2) with boxxy \
        lc rgb shade(0.15 + 0.28 * l), \
    '' using ($6 == 1 ? x($1, $3, $4) : -WIDTH):(y($2)): \
        (letters(0.15 + 0.28 * $5)) with points \
        pt 7 ps disc(0.4) lc rgb variable
