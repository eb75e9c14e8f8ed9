"""What `app.compare.borders` has learned. Written by `python -m training.borders`; not to be edited by hand."""

WEIGHTS = {
    "kin": 2.63,
    "likeness": 3.49,
    "distance": -2.28,
    "beside": -3.03,
    "alone": 0.98,
    "apart": -0.75,
    "opening": 1.26,
}
