"""Which tables carry the weekly review: what was said, agreed and done?

None of them is derived, and none belongs to an import: a file that is taken back takes no word with it.
"""

from functools import partial

from sqlalchemy import JSON, Boolean, Column, Double, ForeignKey, Index, Integer, String, Table, Text

from dashboard.store.schema import metadata

_key = partial(Column, primary_key=True)

reviews = Table(
    "reviews",
    metadata,
    _key("review_id", String(24)),
    Column("week", String(10), nullable=False),
    Column("team", String),
    Column("opened_at", String(32), nullable=False),
    Column("who", String, nullable=False),
    Column("ended_at", String(32)),
    Column("frozen", JSON),
    Index("reviews_by_week", "week"),
)

talks = Table(
    "talks",
    metadata,
    _key("review_id", ForeignKey(reviews.c.review_id)),
    _key("rep_id", String),
    Column("private", Text, nullable=False),
    Column("shared", Text, nullable=False),
    Column("talked", String(16), nullable=False),
    Column("minutes", Integer),
    Column("saved_at", String(32), nullable=False),
)

commitments = Table(
    "commitments",
    metadata,
    _key("commitment_id", String(24)),
    Column("rep_id", String, nullable=False, index=True),
    Column("pillar", String(16), nullable=False),
    Column("behaviour", Text, nullable=False),
    Column("agreed_on", String(10), nullable=False),
    Column("check_on", String(10), nullable=False),
    Column("prompt_id", String),
    Column("cue", Text, nullable=False),
    Column("accounts", Text, nullable=False),
    Column("until", String(10)),
    Column("start_value", Double),
    Column("review_id", String(24)),
    Column("who", String, nullable=False),
    Column("at", String(32), nullable=False),
)
"""What was agreed, as it was agreed: what came of it is in commitment_words."""

commitment_words = Table(
    "commitment_words",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("commitment_id", ForeignKey(commitments.c.commitment_id), nullable=False),
    Column("done", String(16), nullable=False),
    Column("note", Text, nullable=False),
    Column("withdrawn", Boolean, nullable=False),
    Column("who", String, nullable=False),
    Column("at", String(32), nullable=False),
)
"""What was said of a commitment later; the newest word counts."""

ticks = Table(
    "ticks",
    metadata,
    _key("rep_id", String),
    _key("plan_from", String(10)),
    _key("step", String),
    _key("week", String(10)),
    Column("at", String(32), nullable=False),
)
"""Which steps of a rep's plan were done in which week."""
