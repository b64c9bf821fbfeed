# Two heads of the trained model on a short list that comes twice.

COLS = 2
SCALE = 1.0
LOWEST = 0
load 'figures/grids.inc'
