"""Which words label a row that is no rep? In English, German, French, Spanish and Portuguese."""


def _labels(text: str, between: str | None = "|") -> frozenset[str]:
    """Return the labels of a text, parted by bars or, given None, by spaces."""
    return frozenset(" ".join(label.split()) for label in text.split(between))


TOTALS = _labels("""
    total | totals | grand total | sub total | subtotal | team total | overall | sum | summe | gesamt |
    gesamtsumme | zwischensumme | insgesamt | endsumme | gesamtergebnis | somme | sous total | total general |
    totaux | ensemble | suma | totales | soma | total geral | totais | average | avg | team average | mean |
    median | team median | durchschnitt | teamdurchschnitt | mittelwert | schnitt | mittel | moyenne | mediane |
    promedio | media | mediana | minimum | maximum | count | anzahl | recuento | contagem | target | ziel |
    benchmark | industry average | standard deviation | stdev | team | alle | all | all reps | everyone |
    everybody | ø | whole team | gesamtes team | equipe | equipo | tous | todos
    """)
"""Whole labels of totals, averages and targets; "min" and "max" are left out, since Max is a name."""
FIRST = _labels(
    """
    total totals subtotal summe gesamt gesamtsumme gesamtergebnis zwischensumme average avg durchschnitt
    mittelwert moyenne promedio ø sous
    """,
    None,
)
"""Words that make a label a total when they stand first, as in "Total EMEA"."""
LAST = _labels(
    """
    total totals subtotal summe gesamt average durchschnitt median ergebnis
    """,
    None,
)
"""Words that make a label a total when they stand last, as in "EMEA total"."""
NOTES = _labels(
    """
    note notes nb source sources quelle quellen stand legend legende hinweis hinweise fuente notas remarque
    remarques copyright confidential generated printed exported updated erstellt gedruckt aktualisiert fonte
    filtered filters applied team region gruppe group segment comment comments kommentar disclaimer prepared
    """,
    None,
)
"""Words with which notes, footers and headings of groups begin."""
