"""Which columns do files of quotas and goals have that say for which period each one is?

These words count in such files alone (ingest/shapes/goals.py): "Start date" is a rep's first day elsewhere.
"""

from dashboard.model.aliases import CURRENCY, EMAIL, QUOTA
from dashboard.model.column_spec import ColumnSpec, Kind
from dashboard.model.deal_columns import OWNER


def _words(text: str) -> tuple[str, ...]:
    """Return the words between the bars."""
    return tuple(" ".join(word.split()) for word in text.split("|"))


GOAL_COLUMNS: tuple[ColumnSpec, ...] = (
    ColumnSpec(
        "goal_period",
        "Goal period",
        "pipeline",
        Kind.TEXT,
        "Quarter, month or year of the quota.",
        _words("""
            month | forecast month | fiscal month | Monat | Mois | Mes | Mês |
            period | fiscal period | time period | quota period | goal period | quarter | fiscal quarter |
            forecast period | forecast quarter | Zeitraum | Periode | Quartal |
            Geschäftsquartal | Période | Trimestre | Periodo | Período
        """),
    ),
    ColumnSpec(
        "goal_year",
        "Goal year",
        "pipeline",
        Kind.TEXT,
        "Year of the quota, where its period does not say.",
        _words("fiscal year | year | FY | Geschäftsjahr | Jahr | Année | Exercice | Año | Ano"),
    ),
    ColumnSpec(
        "goal_from",
        "Goal from",
        "pipeline",
        Kind.DATE,
        "First day of the quota's period.",
        _words("from | start date | period start | goal start date | start | Von | Startdatum | Beginn | Du | Desde"),
    ),
    ColumnSpec(
        "goal_to",
        "Goal to",
        "pipeline",
        Kind.DATE,
        "Last day of the quota's period.",
        _words("to | end date | period end | goal end date | end | Bis | Enddatum | Ende | Au | Hasta | Até"),
    ),
    ColumnSpec(
        "goal_title",
        "Goal name",
        "pipeline",
        Kind.TEXT,
        "Names the goal, not the rep.",
        _words("name | goal name | title | goal | Ziel Name | Titel"),
    ),
)
IN_GOALS: dict[str, tuple[str, ...]] = {
    "name": (*_words("goal owner | quota owner | owner | forecast owner | user | user full name"), *OWNER),
    "email": (*_words("owner email | goal owner email | user email"), *EMAIL),
    "currency": (*_words("target currency | quota currency | quota amount currency | amount currency"), *CURRENCY),
    "quota": (*_words("target money | target amount | quota amount | target value | target | quota"), *QUOTA),
    **{spec.field: spec.words for spec in GOAL_COLUMNS},
}
"""The words that head each field in files of quotas; earlier words weigh more than later ones."""
