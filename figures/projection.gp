# How one number of a projection comes about: a row of x, a row of the
# weight, and the cell of the result that they make, outlined.

set datafile separator tab
set datafile columnheaders
stats DATA using 0 nooutput
D = 8
N = (STATS_records - D) / 2
stats DATA using (strlen(strcol(2))) nooutput
LEFT = 12 + 7.5 * (STATS_max < 3 ? 3 : STATS_max)
SIDE = 12.5
ROW = 19
TOP = 50
HEIGHT = TOP + (N > D ? N : D) * ROW + 4
load 'figures/style.gp'
@CANVAS

TOKEN = 2               # the row of x and of the result
OUTPUT = 5              # the row of the weight
WIDE = D * SIDE
GAP = (WIDTH - LEFT - 3 * WIDE - 2) / 2
array left[3] = [LEFT, LEFT + WIDE + GAP, LEFT + 2 * (WIDE + GAP)]
array name[3] = ['x', 'weight', 'result']
m(k) = k < N ? 1 : k < N + D ? 2 : 3
row(k) = k < N ? k : k < N + D ? k - N : k - N - D
x(k, j) = left[m(k)] + (j + 0.5) * SIDE
y(k) = TOP + (row(k) + 0.5) * ROW

set style rectangle fillstyle empty border rgb INK linewidth width(2)
set object 1 rectangle from left[1] - 1, TOP + TOKEN * ROW - 1 \
    to left[1] + WIDE + 1, TOP + (TOKEN + 1) * ROW + 1 front
set object 2 rectangle from left[2] - 1, TOP + OUTPUT * ROW - 1 \
    to left[2] + WIDE + 1, TOP + (OUTPUT + 1) * ROW + 1 front
set object 3 rectangle \
    from left[3] + OUTPUT * SIDE - 1, TOP + TOKEN * ROW - 1 \
    to left[3] + (OUTPUT + 1) * SIDE + 1, TOP + (TOKEN + 1) * ROW + 1 \
    front
do for [i = 1:3] {
    set label i name[i] at left[i] + 0.5 * WIDE, 34 center tc rgb INK
}
set label 4 '·' at left[2] - 0.5 * GAP, 34 center tc rgb INK
set label 5 '=' at left[3] - 0.5 * GAP, 34 center tc rgb INK
set label 7 sprintf('%d', OUTPUT) at left[2] - 6, \
    TOP + (OUTPUT + 0.5) * ROW right tc rgb INK
set label 8 sprintf('%d', OUTPUT) \
    at left[3] + (OUTPUT + 0.5) * SIDE, TOP + N * ROW + 12 center tc rgb INK
set label 6 'row of x · row of weight = one cell of the result' \
    at 0.5 * WIDTH, 12 center tc rgb FAINT

plot for [j=0:D-1] DATA using (x($0, j)):(y($0)):(0.5 * SIDE - 0.4): \
        (0.5 * ROW - 0.6):(shade(column(j + 3) / 3)) \
        with boxxy lc rgb variable, \
    '' using (0):($0 < N ? y($0) : NaN):2 with labels left tc rgb INK
