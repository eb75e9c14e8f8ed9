"""What the collation of a story shows beyond its pairs: as typed values, for pages and data alike."""
