# The weights of four heads on the running example.

COLS = 2
SCALE = 1.0
LOWEST = 0
load 'figures/grids.inc'
