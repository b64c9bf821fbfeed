# Flow graphs of four heads, two by two: arrows from queries (left) to keys
# (right) for weights of at least an even share.

set datafile separator tab
set datafile columnheaders
stats DATA using 1 nooutput
HEADS = int(STATS_max) + 1
N = int(sqrt(STATS_records / HEADS) + 0.5)
array weight[HEADS * N * N]
stats DATA using (weight[int($0) + 1] = $4) nooutput
stats DATA using (strlen(strcol(2))) nooutput
LONGEST = STATS_max < 3 ? 3 : STATS_max > 8 ? 8 : STATS_max
WORD = 7 * LONGEST + 7
SLOT = 22       # of a token
GRAPH = N * SLOT + 30
HEIGHT = ((HEADS + 1) / 2) * GRAPH
load 'figures/style.gp'
@CANVAS

HALF = 194
cut(s) = strlen(s) > 8 ? s[1:7] . '…' : s
head(k) = int(k - 1) / (N * N)
from(k) = int(k - 1) / N % N
to(k) = int(k - 1) % N
left(h) = (h % 2) * (HALF + 12)
top(h) = (h / 2) * GRAPH + 26
middle(h, i) = top(h) + (i + 0.5) * SLOT
strong(k) = weight[k] >= 1.0 / N - 1e-3
number(h) = sprintf('head %d', h)

set for [h=0:HEADS-1] label h + 1 number(h) at left(h) + WORD, top(h) - 12 \
    left tc rgb INK font font(12)
do for [k = 1:HEADS * N * N] {
    if (strong(k)) {
        set arrow k from left(head(k)) + WORD + 2, \
            middle(head(k), from(k)) \
            to left(head(k)) + HALF - WORD - 2, middle(head(k), to(k)) \
            head filled size screen 0.014, 20 lw width(7 * weight[k]) \
            lc rgb shade(0.25 + 0.75 * weight[k])
    }
}

plot DATA using (int($0) % N == 0 ? left(head($0 + 1)) + WORD - 3 : \
        -WIDTH):(middle(head($0 + 1), from($0 + 1))):(cut(strcol(2))) \
        with labels right tc rgb INK font font(11), \
    '' using (int($0) / N % N == 0 ? left(head($0 + 1)) + HALF - WORD + 7 \
        : -WIDTH):(middle(head($0 + 1), to($0 + 1))):(cut(strcol(3))) \
        with labels left tc rgb INK font font(11)
