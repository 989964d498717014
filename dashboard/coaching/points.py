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


def below(value: float, least: float) -> str:
    """Return points (not negative) so that what is less than a least one reads so: in two places where one would lie.

    >>> below(1.97, 2.0), below(1.5, 2.0), below(1.999, 2.0), below(2.04, 2.0)
    ('1.97', '1.5', '1.99', '2.0')
    """
    return f"{int(value * 100) / 100:.2f}" if value < least <= round(value, 1) else points(value)


def short_of(value: float, least: float) -> str:
    """Return a change of points so that what is less than a least one reads so.

    >>> short_of(-1.97, 2.0), short_of(1.5, 2.0), short_of(0.0, 2.0)
    ('−1.97 points', '+1.5 points', 'no change')
    """
    text = below(abs(value), least)
    return shifted(value) if text == points(abs(value)) else f"{'+' if value > 0 else '−'}{text} points"


def shifted(value: float) -> str:
    """Return a change of points as a sentence needs it.

    >>> shifted(2.04), shifted(-1.0), shifted(-0.04)
    ('+2.0 points', '−1.0 points', 'no change')
    """
    text = signed(value)
    return "no change" if text == "0.0" else f"{text} points"
