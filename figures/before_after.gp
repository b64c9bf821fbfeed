# The weights of the running example before and after a head has learned
# to name, at the verb, who acts.

COLS = 2
SCALE = 1.0
LOWEST = 0
load 'figures/grids.inc'
