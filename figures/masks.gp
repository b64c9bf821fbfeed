# The weights of the running example under the causal mask, and in five
# wrong ways. A cross is a weight that is not a number.

COLS = 3
SCALE = 1.0
LOWEST = 0
load 'figures/grids.inc'
