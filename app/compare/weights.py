"""What training/alignment.py learned: the constant, then a weight for each figure of app.compare.features."""

WORDS: tuple[float, ...] = (
    -4.0257,  # constant
    1.5873,  # common
    0.1138,  # cosine_by_length
    -3.8192,  # lesser_share
    1.4368,  # fuller_share
    -1.0143,  # longer
    0.5088,  # rarest
    0.6519,  # second_rarest
    0.2221,  # names
    -0.4014,  # figures
    4.4497,  # quoted
    -0.8353,  # both_quote
    2.929,  # clause
    2.2866,  # in_order
    5.2053,  # wording
    6.2484,  # around
    -1.3008,  # best_rival
    1.0599,  # opening
    -1.3528,  # depth
    3.145,  # verbatim
)
MEANING: tuple[float, ...] = (
    -4.5423,  # constant
    0.2463,  # common
    1.7659,  # cosine_by_length
    -7.4378,  # lesser_share
    0.4047,  # fuller_share
    -0.4597,  # longer
    0.5962,  # rarest
    0.7211,  # second_rarest
    0.2564,  # names
    -0.2037,  # figures
    4.3798,  # quoted
    -0.8992,  # both_quote
    1.9492,  # clause
    1.6729,  # in_order
    3.178,  # wording
    5.3491,  # around
    -0.1858,  # best_rival
    1.0489,  # opening
    -1.5674,  # depth
    1.5772,  # verbatim
    0.0193,  # meaning
    0.2608,  # from_the_middle
    0.2852,  # clauses
    1.9029,  # clause_in_both
    3.8877,  # clause_in_either
    -1.3058,  # best_rival_in_meaning
    0.4444,  # meaning_around
)
