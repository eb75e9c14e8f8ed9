"""Scripts that learn the weights which `app` carries; each names its data, and gives the same weights to the digit."""
