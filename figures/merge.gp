# Eight summaries merged in a tree: boxes with a largest score over a sum,
# lines with the factors of the parts.

set datafile separator tab
set datafile columnheaders
HEIGHT = 236
load 'figures/style.gp'
@CANVAS

SLOT = WIDTH / 8.0
HALF = 20           # of a box's width
RISE = 64           # from level to level
y(level) = HEIGHT - 24 - RISE * level
x(level, i) = SLOT * (i + 0.5) * 2 ** level
up(level, i) = x(level + 1, floor(i / 2))
bold(f) = f > 0.995
lift(level) = level < 3

plot DATA using (x($1, $2)):(lift($1) ? y($1) - 16 : NaN): \
        (up($1, $2) - x($1, $2)):(-RISE + 32) with vectors nohead \
        lw width(0.8) lc rgb shade(0.35), \
    '' using (x($1, $2)):(lift($1) && bold($5) ? y($1) - 16 : NaN): \
        (up($1, $2) - x($1, $2)):(-RISE + 32) with vectors nohead \
        lw width(2.6) lc rgb BLUE, \
    '' using (0.6 * x($1, $2) + 0.4 * up($1, $2) + \
        (up($1, $2) > x($1, $2) ? -16 : 16)): \
        (lift($1) && !bold($5) ? y($1) - 30 : NaN): \
        (sprintf('%.2f', $5)) with labels tc rgb ORANGE font font(11), \
    '' using (x($1, $2)):(y($1)):(HALF):(16) with boxxy lc rgb shade(0.12), \
    '' using (x($1, $2)):(y($1) - 7):3 with labels tc rgb INK \
        font font(12), \
    '' using (x($1, $2)):(y($1) + 8):4 with labels tc rgb INK \
        font font(12)
