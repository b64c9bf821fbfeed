# Attention as arrows from queries (left) to keys (right); width and
# shade stand for the weight, and weights below an even share are faint.

set datafile separator tab
set datafile columnheaders
stats DATA using 3 nooutput
N = int(sqrt(STATS_records) + 0.5)
array weight[N * N]
stats DATA using (weight[int($0) + 1] = $3) nooutput
stats DATA using (strlen(strcol(1))) nooutput

SLOT = 46       # of a token
TOP = 46
HEIGHT = TOP + N * SLOT
load 'figures/style.gp'
@CANVAS

WORD = 12 + 7.5 * (STATS_max < 3 ? 3 : STATS_max)
FROM = WORD + 8
TO = WIDTH - WORD - 8
HEAD = 11
even = 1.0 / N - 1e-3
port = 30.0 / N # the distance of two arrows at one token

from(k) = (k - 1) / N
to(k) = (k - 1) % N
middle(i) = TOP + (i + 0.5) * SLOT
start(k) = middle(from(k)) + (to(k) - 0.5 * (N - 1)) * port
end(k) = middle(to(k)) + (from(k) - 0.5 * (N - 1)) * port
strong(k) = weight[k] >= even
tip(k) = TO - (strong(k) ? HEAD : 0)
ease(t) = t * t * (3 - 2 * t)
half(k) = 3.5 + 6 * weight[k]   # half the breadth of a head
pen(k) = shade(0.25 + 0.75 * weight[k])

set label 1 'from (query)' at 2, 16 left tc rgb FAINT
set label 2 'to (key)' at WIDTH - 2, 16 right tc rgb FAINT
do for [k = 1:N * N] {
    if (strong(k)) {
        set object k polygon from tip(k), end(k) - half(k) \
            to TO, end(k) to tip(k), end(k) + half(k) \
            to tip(k), end(k) - half(k) \
            fillstyle solid noborder fillcolor rgb pen(k)
    }
}
set samples 25

# '+' runs over the width of the canvas; t from 0 to 1.
t(x) = x / WIDTH
across(k, x) = FROM + t(x) * (tip(k) - FROM)
along(k, x) = start(k) + ease(t(x)) * (end(k) - start(k))

plot for [k=1:N*N] '+' using (strong(k) ? NaN : across(k, $1)): \
        (along(k, $1)) with lines lw width(0.8) lc rgb shade(0.22), \
    for [k=1:N*N] '+' using (strong(k) ? across(k, $1) : NaN): \
        (along(k, $1)) with lines lw width(11 * weight[k]) \
        lc rgb pen(k), \
    DATA using (FROM - 8):($0 < N ? middle($0) : NaN):2 \
        with labels right tc rgb INK, \
    '' using (TO + 8):($0 < N ? middle($0) : NaN):2 \
        with labels left tc rgb INK
