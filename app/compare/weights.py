"""What training/alignment.py learned: the constant, then a weight for each figure of app.compare.features."""

WORDS: tuple[float, ...] = (
    -4.1782,  # constant
    1.4969,  # common
    0.093,  # cosine_by_length
    -3.6809,  # lesser_share
    1.4334,  # fuller_share
    -0.924,  # longer
    0.4931,  # rarest
    0.638,  # second_rarest
    0.216,  # names
    -0.3472,  # figures
    4.2528,  # quoted
    -0.8101,  # both_quote
    2.825,  # clause
    2.0673,  # in_order
    5.8114,  # wording
    6.2712,  # around
    -1.3322,  # best_rival
    1.1498,  # opening
    -1.3026,  # depth
    3.3868,  # verbatim
)
MEANING: tuple[float, ...] = (
    -4.6736,  # constant
    0.2076,  # common
    1.7043,  # cosine_by_length
    -7.1263,  # lesser_share
    0.2947,  # fuller_share
    -0.3967,  # longer
    0.5856,  # rarest
    0.6991,  # second_rarest
    0.2604,  # names
    -0.1615,  # figures
    4.2696,  # quoted
    -0.8614,  # both_quote
    1.894,  # clause
    1.7174,  # in_order
    3.3506,  # wording
    5.4063,  # around
    -0.2675,  # best_rival
    1.0647,  # opening
    -1.556,  # depth
    1.61,  # verbatim
    0.0756,  # meaning
    0.1452,  # from_the_middle
    0.325,  # clauses
    2.0004,  # clause_in_both
    3.7219,  # clause_in_either
    -1.2352,  # best_rival_in_meaning
    0.4501,  # meaning_around
)
