"""Which habits were tried already, and what came of them? What did nothing is not offered again."""

from collections import Counter
from collections.abc import Iterable, Sequence

from dashboard.coaching.prompt import Prompt
from dashboard.model.commitments import Judged, Outcome

WITHOUT_EFFECT = frozenset({Outcome.NO_EFFECT, Outcome.WITHIN_NOISE, Outcome.WORSE})
"""Once is enough: it was done, and nothing to be told from noise came of it."""
NOT_DONE_TIMES = 2
"""So often not done, and it does not fit into this rep's week, whatever it might do for the score."""


def spent(tried: Iterable[Judged]) -> frozenset[str]:
    """Return the ids of the playbook's prompts that are not offered again to the rep who tried these."""
    known = [(one.commitment.prompt_id, one.outcome) for one in tried if one.commitment.prompt_id]
    without = {prompt_id for prompt_id, outcome in known if outcome in WITHOUT_EFFECT}
    skipped = Counter(prompt_id for prompt_id, outcome in known if outcome is Outcome.NOT_DONE)
    return frozenset(without | {prompt_id for prompt_id, times in skipped.items() if times >= NOT_DONE_TIMES})


def fresh(prompts: Sequence[Prompt], tried: Iterable[Judged]) -> tuple[Prompt, ...]:
    """Return the prompts that were not tried in vain, in their order; `tried` is one rep's."""
    left_out = spent(tried)
    return tuple(prompt for prompt in prompts if prompt.id not in left_out)


def told(tried: Iterable[Judged], offered: Iterable[Prompt]) -> list[Judged]:
    """Return what was tried of the playbook and is not among what is offered now, the newest first.

    What cannot be judged yet still runs and is left out.
    """
    now = {prompt.id for prompt in offered}
    found = [
        one
        for one in tried
        if one.commitment.prompt_id and one.commitment.prompt_id not in now and one.outcome is not Outcome.TOO_EARLY
    ]
    return sorted(found, key=lambda one: one.commitment.agreed_on, reverse=True)
