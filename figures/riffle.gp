# A square of numbers before a riffle, after one and after two.

set datafile separator tab
set datafile columnheaders
HEIGHT = 136
load 'figures/style.gp'
@CANVAS

SIDE = 26
PANEL = 4 * SIDE + 36
LEFT = 8
TOP = 26
left(k) = LEFT + (int(k) / 4) * PANEL
y(k) = TOP + (int(k) % 4 + 0.5) * SIDE
x(k, j) = left(k) + (j + 0.5) * SIDE
tone(v) = 0.12 + 0.28 * (int(v) / 4)
array name[3] = ['as it is', 'riffled once', 'riffled twice']
do for [p = 0:2] {
    set label p + 1 name[p + 1] at LEFT + p * PANEL + 2 * SIDE, 10 center \
        tc rgb INK font font(12)
}
set for [p=0:1] arrow p + 1 from LEFT + p * PANEL + 4 * SIDE + 8, \
    TOP + 2 * SIDE to LEFT + (p + 1) * PANEL - 8, TOP + 2 * SIDE \
    head filled size screen 0.012, 22 lw width(1) lc rgb FAINT
plot for [j=0:3] DATA using (x($0, j)):(y($0)):(0.5 * SIDE - 1): \
        (0.5 * SIDE - 1):(shade(tone(column(j + 3)))) \
        with boxxy lc rgb variable, \
    for [j=0:3] '' using (x($0, j)):(y($0)):(sprintf('%d', column(j + 3))): \
        (letters(tone(column(j + 3)))) with labels tc rgb variable \
        font font(12)
