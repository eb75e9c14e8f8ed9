"""What a collation holds as tables with one fact a row, for programs and spreadsheets."""
