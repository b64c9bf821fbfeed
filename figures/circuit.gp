# The weights of two heads written by hand.

COLS = 2
SCALE = 1.0
LOWEST = 0
load 'figures/grids.inc'
