# Two heads and their difference: blue where head 0 looks more, orange
# where head 1 does.

COLS = 3
SCALE = 1.0
LOWEST = -10
load 'figures/grids.inc'
