# The shares of all heads of the trained model for three jobs: a grid for
# each job, layers as rows and heads as columns.

HEIGHT = 210
load 'figures/style.gp'
CELL = 27.0
LEFT = 42
GAP = 14
TOP = 46
stats DATA using 2 nooutput
HEADS = STATS_max + 1
@CANVAS
left(p) = LEFT + p * (HEADS * CELL + GAP)
half = 0.5 * CELL - 0.6
JOBS = 'previous duplicate induction'
LEVELS = 10
level(v) = floor(LEVELS * v + 0.5)

do for [p = 0:2] {
    set label 10 + p word(JOBS, p + 1) at left(p), 12 tc rgb INK
}
set label 20 'layer' at 2, TOP - 12 tc rgb FAINT font font(11)
y(l) = TOP + (l + 0.5) * CELL
place(p, h) = left(p) + (h + 0.5) * CELL

plot for [p=0:2] for [q=0:LEVELS] DATA \
        using (level(column(3 + p)) == q ? place(p, $2) : -WIDTH): \
        (y($1)):(half):(half) with boxxy lc rgb shade(1.0 * q / LEVELS), \
    for [p=0:2] '' using (level(column(3 + p)) < 6 ? place(p, $2) : -WIDTH): \
        (y($1)):(sprintf('%.2f', column(3 + p))) with labels \
        tc rgb 0x000000 font font(10), \
    for [p=0:2] '' using (level(column(3 + p)) >= 6 ? place(p, $2) : -WIDTH): \
        (y($1)):(sprintf('%.2f', column(3 + p))) with labels \
        tc rgb 0xffffff font font(10), \
    '' using ($2 == 0 ? 24 : -WIDTH):(y($1)):1 with labels \
        tc rgb INK font font(11), \
    for [p=0:2] '' using ($1 == 0 ? place(p, $2) : -WIDTH):(TOP - 12):2 \
        with labels tc rgb INK font font(11)
