"""Which columns does each table that travels between rooms have?

The contract of the tables: `readings` one row per rep and day of reading, `pipeline` one row per rep, week and
currency, `activity` one row per rep and week. Dates and weeks are pandas datetime64 at midnight (weeks: Mondays),
numbers are float64 with NaN for "missing" (never 0), texts are strings with None/NaN for "missing".
"""

SCORES: tuple[str, ...] = ("brand", "people", "insights", "relationships")
"""Points of 0-25 each."""

AVERAGES: tuple[str, ...] = tuple(f"{group}_{pillar}" for group in ("industry", "network") for pillar in SCORES)
"""The rep's own industry and network averages per pillar (0-25 points), where a file has them."""

READING_VALUES: tuple[str, ...] = (
    *SCORES,
    "reported_total",
    "industry_top_percent",
    "network_top_percent",
    *AVERAGES,
)
PLACES = "places"
"""A column that readings, pipeline and activity have beside the others where values of one row stand in several lines.

JSON: by field how many lines below `row` the value stands, and file and sheet if those are others.
"""
READINGS: tuple[str, ...] = (
    "rep_id",
    "rep",
    "date",
    "week",
    *READING_VALUES,
    "total",
    "source",
    "file",
    "sheet",
    "row",
)
"""`total` is the sum of the four pillars, else `reported_total`, else missing; `source` is one of SOURCES."""

SOURCES: tuple[str, ...] = ("admin_export", "self_reported", "typed")

MONEY: tuple[str, ...] = ("open_pipeline", "weighted_pipeline", "won", "quota")
PIPELINE_VALUES: tuple[str, ...] = (
    *MONEY,
    "attainment",
    "meetings",
    "deals_open",
    "deals_won",
    "deals_lost",
    "deals_overdue",
    "deals_without_amount",
)
PIPELINE: tuple[str, ...] = ("rep_id", "rep", "week", "currency", *PIPELINE_VALUES, "file", "sheet", "row")
"""Money in units of `currency` (ISO 4217, "" where unknown); `attainment` is a fraction (1.0 = quota met)."""

ACTIVITY_VALUES: tuple[str, ...] = (
    "days_active",
    "searches",
    "profile_views",
    "leads_saved",
    "accounts_saved",
    "inmails_sent",
    "inmails_accepted",
    "messages",
    "connections",
)
ACTIVITY: tuple[str, ...] = ("rep_id", "rep", "week", *ACTIVITY_VALUES, "file", "sheet", "row")

REPS: tuple[str, ...] = ("rep_id", "name", "email", "team", "role", "licence", "status", "started_on")
"""`licence` is "navigator" or "free"; `status` is "active", "on_leave", "left", "not_onboarded"; others missing."""
