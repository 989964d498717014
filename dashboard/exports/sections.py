"""What stands in a coaching note? Each section is a function from a card to lines of Markdown."""

from collections.abc import Sequence
from datetime import date

from dashboard.coaching.beside import GAP, ONLY_BACK, unread, whom
from dashboard.coaching.close import closeness
from dashboard.coaching.expected import reckoned
from dashboard.coaching.ledger_words import DONE, promise, provisional, sentence
from dashboard.coaching.prompt import Licence, Prompt
from dashboard.coaching.prompts import check_on, dose
from dashboard.coaching.span import aside, own
from dashboard.exports import told
from dashboard.exports.amounts import MISSING, count, money, percent, points, signed, times
from dashboard.exports.literal import markdown, unlisted
from dashboard.model.cards import Basis, PillarCard, PipelineCard, RepCard, State, Verdict
from dashboard.model.commitments import Done, Judged, Outcome, Why
from dashboard.model.pillars import LABELS, about
from dashboard.model.weeks import label

Lines = list[str]

HELD: dict[Basis, str] = {
    Basis.INDUSTRY: "industry average",
    Basis.NETWORK: "network average",
    Basis.RAMP: "median of the role and time on the team",
    Basis.ROLE: "median of the role",
    Basis.TEAM: "team median",
    Basis.OWN_BEST: "own best twelve weeks",
    Basis.TARGET: "target",
    Basis.DEFAULT: "general benchmark",
}
MEANS: dict[Verdict, str] = {
    Verdict.UP: "up",
    Verdict.DOWN: "down",
    Verdict.STEADY: "steady",
    Verdict.WITH_TEAM: "with the team",
    Verdict.TOO_EARLY: "too early to say",
    Verdict.MISSING: MISSING,
}
WITHOUT: dict[State, str] = {
    State.MISSING: "Without a score there is nothing to start from: let us read the score page together first.",
    State.NOT_ONBOARDED: "Without a score there is nothing to start from: let us set up the seat together first.",
    State.ON_LEAVE: "Nothing to agree on during a leave.",
    State.LEFT: "Nothing to agree on with a former colleague.",
}
"""Why there is nothing to ask yet, and what comes first."""

SPENT = "What the playbook has for this pillar was tried without an effect to be seen: let us think of something else."

NAVIGATOR: dict[Licence, str] = {Licence.NAVIGATOR: "needed", Licence.FREE: "not needed"}

FOOTER = (
    "*Not a personnel record: a sheet for one coaching conversation. The Social Selling Index is one signal among "
    "several and stands beside the pipeline, not above it. If one of your numbers looks wrong, please say so: it can "
    "be corrected. As of {as_of}.*"
)


def title(card: RepCard) -> Lines:
    """Return the heading with whom and when the note is about."""
    about = [f"Week of {label(card.week)}", *(markdown(part) for part in (card.team, card.role) if part)]
    return [f"# Coaching note: {markdown(card.name)}", "", " · ".join(about)]


def facts(card: RepCard) -> Lines:
    """Return the facts of the week, each a sentence."""
    said = (told.total(card), told.absent(card), told.change(card), told.crossed(card), told.moved(card))
    return ["## The week", "", *(f"- {sentence}" for sentence in (*said, *told.flags(card)) if sentence)]


def pillars(card: RepCard) -> Lines:
    """Return the four pillars beside their baselines as a table; nothing where no pillar has a score."""
    if all(held.score is None for held in card.pillars.values()):
        return []
    head = ["| Pillar | Of 25 | Against | Gap | Four weeks |", "|:--|--:|:--|--:|:--|"]
    return ["## Pillars", "", *head, *(_pillar(card, held) for held in card.pillars.values())]


def _pillar(card: RepCard, held: PillarCard) -> str:
    source = f" ({HELD[held.baseline_source]})" if held.baseline_source and held.baseline is not None else ""
    means = _means(card, held)
    moved = means if held.change_4w is None or own(held) else f"{signed(held.change_4w)}, {means}"
    cells = (LABELS[held.pillar], points(held.score), f"{points(held.baseline)}{source}", signed(held.gap), moved)
    return f"| {' | '.join(cells)} |"


def _means(card: RepCard, held: PillarCard) -> str:
    """Return what a pillar's change of four weeks means, in a word or two."""
    if held.verdict is Verdict.TOO_EARLY and unread(card):
        return GAP
    if held.moved and own(held):
        return f"{signed(held.moved.points)}{aside(held)}, {MEANS[held.verdict]}"
    if held.verdict is Verdict.WITH_TEAM:
        return f"with {whom(card)}"
    return ONLY_BACK if held.verdict is Verdict.STEADY and held.back else MEANS[held.verdict]


def start(card: RepCard, mentor: str | None = None) -> Lines:
    """Return where to start: the weakest pillar and the lowest, with reasons, and who could help."""
    if card.state is not State.SCORED:
        return []
    said = [f"**{told.weakest(card)}**", closeness(card), told.lowest(card), markdown(told.mentor(card, mentor))]
    return ["## Where to start", "", *(f"- {sentence}" for sentence in said if sentence)]


def ask(card: RepCard, prompts: Sequence[Prompt], talk: date, made: Sequence[Judged] = ()) -> Lines:
    """Return the prompts: the question, the behaviour to agree on, its dose, and what is claimed for it.

    The day to look again is the one agreed where a prompt stands agreed in `made`, else counted from the day of the
    `talk`.
    """
    if not prompts:
        thin = markdown(told.thin(card))
        first = SPENT if card.lowest else WITHOUT.get(card.state, WITHOUT[State.MISSING])
        return ["## To talk about", "", first, *(["", thin] if thin else [])]
    pillar = prompts[0].pillar
    about = f"the {LABELS[pillar].lower()} pillar" if pillar else "the conversations with buyers"
    lines = [f"## To talk about: {about}"]
    for number, prompt in enumerate(prompts, start=1):
        lines += ["", f"### {number}. {markdown(prompt.question)}", "", *_prompt(prompt, _look(prompt, talk, made))]
    return lines


def _look(prompt: Prompt, talk: date, made: Sequence[Judged]) -> date:
    """Return the day to look again: as it stands agreed for a prompt, else counted from the day of the talk."""
    days = [one.commitment.check_on for one in made if one.commitment.prompt_id == prompt.id]
    return min((day for day in days if day >= talk), default=check_on(prompt, talk))


def _prompt(prompt: Prompt, look: date) -> Lines:
    said = {
        "To agree on": markdown(prompt.behaviour),
        "Takes": f"{dose(prompt)} ({label(look)})",
        "Sales Navigator": NAVIGATOR.get(prompt.licence, ""),
        "What to expect": markdown(told.expected(prompt)),
        "Source": markdown(told.source(prompt)),
        "To keep in mind": markdown(prompt.limits),
    }
    return [f"- **{name}:** {text}" for name, text in said.items() if text]


def pipeline(card: RepCard) -> Lines:
    """Return the pipeline, one column per currency (never added up), and what the corner calls for."""
    if not card.pipelines:
        return ["## Pipeline", "", "No pipeline figures for this week."]
    columns = [_figures(held) for held in card.pipelines]
    names = [_currency(held) for held in card.pipelines]
    head = [f"| Figure | {' | '.join(names)} |", f"|:--|{'--:|' * len(names)}"]
    rows = [f"| {name} | {' | '.join(figures[name] for figures in columns)} |" for name in columns[0]]
    corner = told.corner(card)
    return ["## Pipeline", "", *head, *rows, *(["", corner] if corner else [])]


def _currency(held: PipelineCard) -> str:
    name = markdown(held.currency) or "currency not given"
    return f"{name}, week of {label(held.week)}"


def _figures(held: PipelineCard) -> dict[str, str]:
    amounts = {
        "Open pipeline": held.open_pipeline,
        "Won": held.won,
        "Quota": held.quota,
        "Left of the quota": held.remaining,
    }
    return {name: markdown(money(value, held.currency)) for name, value in amounts.items()} | {
        "Open pipeline against what is left": times(held.coverage),
        "Quota reached": percent(held.attainment),
        "Meetings": count(held.meetings),
    }


def shared(words: str) -> Lines:
    """Return the manager's own words from the talk, line by line; nothing where there are none."""
    told = [unlisted(markdown(line.strip())) for line in words.splitlines() if line.strip()]
    return ["## From our talk", *(part for line in told for part in ("", line))] if told else []


def agreed(prompts: Sequence[Prompt], as_of: date, made: Sequence[Judged] = (), *, talk: date) -> Lines:
    """Return what was agreed and what came of it by a day; where nothing was, the room to write one commitment down."""
    if made:
        return ["## What we agreed", "", *(line for one in made for line in _agreed(one, as_of))]
    until = label(check_on(prompts[0], talk)) if prompts else "…"
    return [
        "## What we agreed",
        "",
        "- [ ] What exactly, and how often: …",
        "- [ ] First time on: …",
        f"- [ ] We look again on: {until}",
        "- [ ] What we expect to see: …",
    ]


def _agreed(one: Judged, as_of: date) -> Lines:
    """Return one agreement: what, since when and whether it was done, and from the day of the look on the verdict."""
    made = one.commitment
    told_anyway = provisional(one) or one.outcome is Outcome.NOT_DONE
    done = "" if told_anyway else f"; {DONE[made.done]}"
    since = f"Agreed {label(made.agreed_on)} for {about(made.pillar).lower()}{done}."
    unsaid = one.why is Why.CONVERSATION and made.done is Done.UNKNOWN
    waits = one.why is Why.NOT_DUE or (unsaid and made.check_on > as_of)
    looked = f"We look again on {label(made.check_on)}." if waits else sentence(one)
    lines = [f"{since} {looked}", reckoned(one)]
    return [f"- {unlisted(markdown(promise(made)))}", *(f"  - {markdown(line)}" for line in lines if line)]


def footer(as_of: date) -> Lines:
    """Return what the note is not, and the day it speaks of."""
    return ["---", "", FOOTER.format(as_of=label(as_of))]
