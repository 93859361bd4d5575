"""Number spans -> what is counted and how many: ranges, shares, sums, wholes and their parts, hedges."""
