"""Which columns can a file have, what does each hold, and how is it headed?

One ColumnSpec a column: header matching, checks, the template and the data dictionary all follow from it.
"""

from dashboard.model import aliases
from dashboard.model.activity_columns import ACTIVITY_COLUMNS
from dashboard.model.column_spec import ColumnSpec as ColumnSpec
from dashboard.model.column_spec import Kind as Kind
from dashboard.model.deal_columns import DEAL_COLUMNS
from dashboard.model.goal_columns import GOAL_COLUMNS
from dashboard.model.pillars import FULL_NAMES, LABELS, PILLARS

RANGES: dict[Kind, tuple[float, float]] = {
    Kind.SCORE: (0.0, 25.0),
    Kind.TOTAL: (0.0, 100.0),
    Kind.TOP_PERCENT: (0.0, 100.0),
    Kind.FRACTION: (0.0, 100.0),
    Kind.COUNT: (0.0, 1_000_000.0),
}
"""Values outside are reported and not stored; 25 and 100 are LinkedIn's, the others only catch slips (ours)."""


_PILLAR_WORDS = (aliases.BRAND, aliases.PEOPLE, aliases.INSIGHTS, aliases.RELATIONSHIPS)
_PILLAR_EXAMPLES = ("18.4", "9.2", "12.1", "20.3")
_PILLARS = tuple(
    ColumnSpec(
        pillar.value, LABELS[pillar], "readings", Kind.SCORE, f"{FULL_NAMES[pillar]}: 0-25 points.", words, example
    )
    for pillar, words, example in zip(PILLARS, _PILLAR_WORDS, _PILLAR_EXAMPLES, strict=True)
)
_AVERAGES = tuple(
    ColumnSpec(
        f"{group}_{pillar}",
        f"{LABELS[pillar]} {group} average",
        "readings",
        Kind.SCORE,
        f"What people of the rep's own {group} have on {LABELS[pillar].lower()}, as the SSI page says: 0-25 points.",
        (),
    )
    for group in ("industry", "network")
    for pillar in PILLARS
)
_WHO = (
    ColumnSpec("date", "Week of", "readings", Kind.DATE, "Day of the reading.", aliases.DATE, "2026-11-16"),
    ColumnSpec("name", "Rep name", "reps", Kind.TEXT, "The rep's full name.", aliases.NAME, "Mara Lindqvist"),
    ColumnSpec("first_name", "First name", "reps", Kind.TEXT, "Joined with the last name.", aliases.FIRST_NAME),
    ColumnSpec("last_name", "Last name", "reps", Kind.TEXT, "Joined with the first name.", aliases.LAST_NAME),
    ColumnSpec(
        "email",
        "E-mail",
        "reps",
        Kind.EMAIL,
        "The rep's e-mail; the surest sign that two files speak of the same person.",
        aliases.EMAIL,
        "mara.lindqvist@harborline.example",
    ),
    ColumnSpec("team", "Team", "reps", Kind.TEXT, "The rep's team.", aliases.TEAM, "Nordics"),
    ColumnSpec("role", "Role", "reps", Kind.TEXT, "The rep's role; peers share it.", aliases.ROLE, "Account executive"),
    ColumnSpec(
        "licence", "Licence", "reps", Kind.CHOICE, "LinkedIn seat: navigator or free.", aliases.LICENCE, "navigator"
    ),
    ColumnSpec(
        "status",
        "Status",
        "reps",
        Kind.CHOICE,
        "active, on leave, left or not onboarded; blank means unknown.",
        aliases.STATUS,
        "active",
    ),
    ColumnSpec(
        "started_on", "Start date", "reps", Kind.DATE, "First day in the team.", aliases.STARTED_ON, "2025-03-03"
    ),
)
_TOTALS = (
    ColumnSpec(
        "reported_total",
        "SSI total",
        "readings",
        Kind.TOTAL,
        "The total as LinkedIn shows it: 0-100, rounded; held against the sum of the pillars.",
        aliases.TOTAL,
        "60",
    ),
    ColumnSpec(
        "industry_top_percent",
        "Industry top %",
        "readings",
        Kind.TOP_PERCENT,
        "Rank in the industry as the SSI page shows it (Top 9 % = 9): 0-100, lower is better.",
        aliases.INDUSTRY_RANK,
        "9",
    ),
    ColumnSpec(
        "network_top_percent",
        "Network top %",
        "readings",
        Kind.TOP_PERCENT,
        "Rank in the rep's own network (Top 12 % = 12): 0-100, lower is better.",
        aliases.NETWORK_RANK,
        "12",
    ),
    ColumnSpec(
        "read_on",
        "Read on",
        "readings",
        Kind.DATE,
        "The day the score was read, where another column says for which week it is reported; told if it is older.",
        aliases.READ_ON,
    ),
    ColumnSpec(
        "source",
        "Source",
        "readings",
        Kind.CHOICE,
        "Where the score comes from: admin export, self reported or typed (taken when blank).",
        aliases.SOURCE,
        "typed",
    ),
)


def _money(field: str, label: str, meaning: str, words: tuple[str, ...], example: str) -> ColumnSpec:
    """Return the spec of an amount in the row's currency."""
    return ColumnSpec(field, label, "pipeline", Kind.MONEY, meaning, words, example)


def _count(field: str, label: str, meaning: str, words: tuple[str, ...], example: str = "") -> ColumnSpec:
    """Return the spec of a count of a week."""
    return ColumnSpec(field, label, "pipeline", Kind.COUNT, meaning, words, example)


_PIPELINE = (
    _money("open_pipeline", "Open pipeline", "Sum of the rep's open deals.", aliases.OPEN_PIPELINE, "1204500"),
    _money(
        "weighted_pipeline",
        "Weighted pipeline",
        "Open deals times their probability.",
        aliases.WEIGHTED_PIPELINE,
        "410000",
    ),
    _money("won", "Closed won", "Won so far in the quota's period.", aliases.WON, "210500"),
    _money("quota", "Quota", "The rep's target for the period.", aliases.QUOTA, "450000"),
    ColumnSpec(
        "currency",
        "Currency",
        "pipeline",
        Kind.TEXT,
        "ISO code of the amounts where the cells carry no sign.",
        aliases.CURRENCY,
        "EUR",
    ),
    ColumnSpec(
        "attainment",
        "Attainment",
        "pipeline",
        Kind.FRACTION,
        "Won as a share of the quota: 46.8 % or 0.468.",
        aliases.ATTAINMENT,
        "46.8%",
    ),
    _count("meetings", "Meetings", "Customer meetings in the week.", aliases.MEETINGS, "12"),
    _count("deals_open", "Open deals", "Number of open deals.", aliases.DEALS_OPEN),
    _count("deals_won", "Deals won", "Number of deals won in the period.", aliases.DEALS_WON),
    _count("deals_lost", "Deals lost", "Number of deals lost in the period.", aliases.DEALS_LOST),
)
_LONG = (
    ColumnSpec(
        "section",
        "Section",
        "readings",
        Kind.TEXT,
        "For files with one row per number of one rep: own, industry or network.",
        ("section", "group type", "scope", "Abschnitt", "Sección", "Seção"),
    ),
    ColumnSpec(
        "rank",
        "Rank",
        "readings",
        Kind.TOP_PERCENT,
        "For files with one row per number of one rep: Top N % beside the section's other numbers.",
        ("rank", "Rang", "Ranking"),
    ),
    ColumnSpec(
        "component",
        "SSI component",
        "readings",
        Kind.COMPONENT,
        "For files with one row per pillar: which pillar (or the total) the row is about.",
        aliases.COMPONENT,
    ),
    ColumnSpec(
        "points",
        "Points",
        "readings",
        Kind.POINTS,
        "For files with one row per pillar: its points of 0-25 (a total: 0-100).",
        aliases.POINTS,
    ),
    ColumnSpec(
        "points_written",
        "Value as written",
        "readings",
        Kind.TEXT,
        "For files with one row per number of one rep: its text, which counts where the number is blank.",
        aliases.POINTS_WRITTEN,
    ),
)

COLUMNS: tuple[ColumnSpec, ...] = (*_WHO, *_PILLARS, *_TOTALS, *_AVERAGES, *_PIPELINE, *ACTIVITY_COLUMNS, *_LONG)
BY_FIELD: dict[str, ColumnSpec] = {spec.field: spec for spec in (*DEAL_COLUMNS, *GOAL_COLUMNS, *COLUMNS)}
"""Every field by its name; the columns of lists of deals and goals are found in such lists alone."""
FIELD_LABELS: dict[str, str] = {field: spec.label for field, spec in BY_FIELD.items()}
"""What the mapping dropdown shows for each field."""


def fields_of(*kinds: Kind) -> tuple[str, ...]:
    """Return the fields read in one of these ways, in the order of COLUMNS.

    >>> fields_of(Kind.MONEY)
    ('open_pipeline', 'weighted_pipeline', 'won', 'quota')
    """
    return tuple(spec.field for spec in COLUMNS if spec.kind in kinds)
