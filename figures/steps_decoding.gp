load 'figures/steps.inc'
