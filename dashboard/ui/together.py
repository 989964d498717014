"""Do score and attainment go together, said so that nobody reads more into it than it bears?"""

from dashboard.metrics.relation import Relation


def sentence(found: Relation) -> str:
    """Return what the reps in the picture show, with their number and the interval, and what it cannot say."""
    if found.spearman is None or found.low is None or found.high is None:
        return found.sentence
    value, low, high = (_signed(each) for each in (found.spearman, found.low, found.high))
    if found.low <= 0 <= found.high:
        return (
            f"Over these {found.n} reps score and attainment do not visibly go together: rank correlation {value}, but "
            f"anything from {low} to {high} would fit (95 % interval). So few reps cannot tell, and no number of them "
            "whether one brings the other."
        )
    goes = "a higher" if found.spearman > 0 else "a lower"
    return (
        f"Over these {found.n} reps a higher score goes with {goes} attainment: rank correlation {value} "
        f"(95 % interval {low} to {high}). That does not say that one brings the other; both may have another cause."
    )


def _signed(value: float) -> str:
    """Return a correlation with its sign.

    >>> _signed(-0.128), _signed(0.5)
    ('−0.13', '+0.50')
    """
    return f"{value:+.2f}".replace("-", "−")
