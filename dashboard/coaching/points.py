"""How are points, and changes of points, written in a sentence?"""


def points(value: float) -> str:
    """Return points with one decimal, never "-0.0".

    >>> points(18.444), points(-0.04)
    ('18.4', '0.0')
    """
    return f"{round(value, 1) + 0.0:.1f}"


def signed(value: float) -> str:
    """Return a change of points with its sign.

    >>> signed(2.04), signed(-3.1), signed(0.01)
    ('+2.0', '−3.1', '0.0')
    """
    text = points(value)
    return text if text == "0.0" else f"{'+' if value > 0 else '−'}{text.lstrip('-')}"


def shifted(value: float) -> str:
    """Return a change of points as a sentence needs it.

    >>> shifted(2.04), shifted(-1.0), shifted(-0.04)
    ('+2.0 points', '−1.0 points', 'no change')
    """
    text = signed(value)
    return "no change" if text == "0.0" else f"{text} points"
