"""A comparison written out: as JSON, as text, as one page that needs nothing else."""
