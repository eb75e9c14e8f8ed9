"""How long a comparison takes, beside what people would use instead; `make bench`."""
