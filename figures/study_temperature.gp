# The weights of the running example at six temperatures.

COLS = 3
SCALE = 1.0
LOWEST = 0
load 'figures/grids.inc'
