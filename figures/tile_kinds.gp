load 'figures/heatmap.gp'
