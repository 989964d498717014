"""When is a behaviour due? A text that begins with its own cue has it taken out, so that there is one cue, not two."""

import re

_LEAD = r"(?:after|at|before|each|every|on|once|whenever|when|as soon as)"
"""What an own cue begins with; a last day ("By Friday") is none."""
_LEADS = re.compile(rf"{_LEAD}\b", re.IGNORECASE)
_OWN = re.compile(rf"({_LEAD}\b[^,.:;!?]{{3,80}}), (?=\S)", re.IGNORECASE)

_NUMBER = r"(?:an?|the|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|\d+)"
_NO_VERB = re.compile(rf"(?i:{_NUMBER}|{_LEAD}|in|by|for|with|during|until|no|this|that|my|our)\b|[A-Z]{{2}}")
"""What a behaviour begins with that does not go on after "I will"."""


def parted(behaviour: str) -> tuple[str, str]:
    """Return the cue a behaviour begins with, empty where there is none, and what is to be done.

    >>> parted("After the first coffee, leave three comments.")
    ('After the first coffee', 'Leave three comments.')
    >>> parted("By Friday, follow ten company pages.")
    ('', 'By Friday, follow ten company pages.')
    """
    said = behaviour.strip()
    found = _OWN.match(said)
    if found is None:
        return "", said
    rest = said[found.end() :]
    return found[1], rest[:1].upper() + rest[1:]


def framed(cue: str, behaviour: str) -> str:
    """Return an agreement as one says it: the cue, then what is to be done.

    >>> framed("the first call is over", "Open five profiles."), framed("on Monday", "Open five profiles.")
    ('When the first call is over, I will open five profiles.', 'On Monday, open five profiles.')
    >>> framed("I open LinkedIn", "I will rewrite my headline."), framed("", "I will rewrite my headline.")
    ('When I open LinkedIn, I will rewrite my headline.', 'I will rewrite my headline.')
    """
    said, when = behaviour.strip(), re.sub(r"^when(?:ever)?\b\s*", "", cue.strip().rstrip(",:. …"), flags=re.IGNORECASE)
    if not when:
        return said
    own = _LEADS.match(when) is not None
    first = when[:1].upper() + when[1:] if own else f"When {when}"
    if own or _spoken(said):
        return f"{first}, {_begun_small(said)}"
    return f"{first}: {_begun_small(said)}" if _NO_VERB.match(said) else f"{first}, I will {_begun_small(said)}"


def _spoken(text: str) -> bool:
    """Tell whether a text is said by the rep: "I will ..."."""
    return re.match(r"I\b", text) is not None


def _begun_small(text: str) -> str:
    """Return a sentence to go on with; what is written in capitals stays so, and so does the rep's own "I"."""
    return text if text[1:2].isupper() or _spoken(text) else text[:1].lower() + text[1:]
