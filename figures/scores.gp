# The scores as two grids on one scale: unscaled, and scaled by 1/√d.
# Blue is positive, orange negative; the value stands in each cell.

set datafile separator tab
set datafile columnheaders
stats DATA using (abs($3)) nooutput
LARGEST = STATS_max
N = int(sqrt(STATS_records) + 0.5)
stats DATA using (strlen(strcol(1))) nooutput
WORD = 7.5 * (STATS_max < 3 ? 3 : STATS_max)    # the longest
LEFT = 30 + WORD
SIDE = (400 - LEFT - 2) / N
TURN = WORD > SIDE + 8 ? 90 : 0                 # words stand upright
HEAD = TURN ? WORD + 42 : 58
ROW = 28
GRID = N * ROW + HEAD + 8     # from one grid to the next
HEIGHT = 2 * GRID - 8

load 'figures/style.gp'
@CANVAS

top(c) = HEAD + (c == 4 ? GRID : 0)
x(k) = LEFT + (int(k) % N + 0.5) * SIDE
y(c, k) = top(c) + (int(k) / N + 0.5) * ROW
number(s) = SIDE < 30 ? '' : sprintf('%.1f', s)
minus(s) = s[1:1] eq '-' ? '−' . s[2:] : s
name(c) = c == 3 ? 'unscaled' : 'scaled by 1/√d'
half = 0.5 * SIDE - 1

do for [c = 3:4] {
    set label c name(c) at LEFT, top(c) - HEAD + 18 tc rgb INK font font(14)
    set label c + 2 'to (key)' at WIDTH - 2, top(c) - HEAD + 18 right \
        tc rgb FAINT
    set label c + 4 'from (query)' at 14, top(c) + 0.5 * N * ROW \
        center rotate by 90 tc rgb FAINT
}

plot for [c=3:4] DATA using (x($0)):(y(c, $0)):(half):(0.5 * ROW - 1): \
        (shade(column(c) / LARGEST)) with boxxy lc rgb variable, \
    for [c=3:4] '' using (x($0)):(y(c, $0)):(minus(number(column(c)))): \
        (letters(column(c) / LARGEST)) with labels tc rgb variable, \
    for [c=3:4] '' using (x($0)):($0 < N ? top(c) - (TURN ? 6 + 3.75 * \
        strlen(strcol(2)) : 14) : NaN):2 \
        with labels rotate by TURN tc rgb INK, \
    for [c=3:4] '' using (LEFT - 6):(int($0) % N ? NaN : y(c, $0)):1 \
        with labels right tc rgb INK
