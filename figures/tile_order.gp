# The order in which a group of tiles meets the blocks of keys.

HEIGHT = 176
load 'figures/style.gp'
@CANVAS
SIDE = 46
LEFT = 90
TOP = 44
x(j) = LEFT + (j + 0.5) * SIDE
y(i) = TOP + (i + 0.5) * 0.7 * SIDE
set label 1 'block of keys' at LEFT + 3 * SIDE, 12 center tc rgb FAINT
set label 2 'tile' at 40, TOP + 1.4 * SIDE center tc rgb FAINT
plot for [j=0:5] DATA using (x(j)):(y($0)):(0.5 * SIDE - 1): \
        (0.35 * SIDE - 1):(shade(column(j + 2) / 26.0)) \
        with boxxy lc rgb variable, \
    for [j=0:5] '' using (x(j)):(y($0)):(sprintf('%d', column(j + 2))): \
        (letters(column(j + 2) / 26.0)) with labels tc rgb variable, \
    for [j=0:5] '' using (x(j)):(TOP - 12):(columnhead(j + 2)) \
        every ::0::0 with labels tc rgb INK, \
    '' using (LEFT - 8):(y($0)):1 with labels right tc rgb INK
