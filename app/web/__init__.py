"""The pages and the same as data: reads the store, shows comparisons, decides nothing about either."""
