"""Which words label a row that is no rep? In English, German, French, Spanish and Portuguese."""

import re
import unicodedata


def _labels(text: str, between: str | None = "|") -> frozenset[str]:
    """Return the labels of a text, parted by bars or, given None, by spaces."""
    return frozenset(" ".join(label.split()) for label in text.split(between))


TOTALS = _labels("""
    total | totals | grand total | sub total | subtotal | team total | overall | sum | summe | gesamt |
    gesamtsumme | zwischensumme | insgesamt | endsumme | gesamtergebnis | somme | sous total | total general |
    totaux | ensemble | suma | totales | soma | total geral | totais | average | avg | team average | mean |
    median | team median | durchschnitt | teamdurchschnitt | mittelwert | schnitt | mittel | moyenne | mediane |
    promedio | media | mediana | minimum | maximum | count | anzahl | recuento | contagem | target | ziel |
    benchmark | industry average | standard deviation | stdev | stand abw | std abw | peers |
    peer group | industry | company | network | emea | dach | apac | latam | americas | nordics | benelux | uki |
    global | team | alle | all | all reps | everyone |
    everybody | ø | whole team | gesamtes team | equipe | equipo | tous | todos | teams | reps
    """)
"""Whole labels of totals, averages and targets; "min" and "max" are left out, since Max is a name."""
MEASURES = _labels(
    """
    total totals subtotal sum summe summen gesamt insgesamt somme suma soma sums average averages avg mean median
    durchschnitt mittelwert mittel schnitt moyenne mediane promedio media mediana minimum maximum min max highest
    lowest best worst hochster niedrigster bester count anzahl number std stdev dev deviation standardabweichung
    target targets goal goals ziel ziele objectif objectifs objetivo meta metas benchmark baseline delta change changes
    difference veranderung differenz ecart variation variacion variacao threshold thresholds schwelle schwellenwert
    seuil umbral limite rank ranking rang top bottom quartile quartil percentile perzentil
    weight weights gewicht gewichtung ø team teams week woche vorwoche semaine semana month monat
    vormonat quarter quartal vorquartal year jahr vorjahr
    """,
    None,
)
"""Words of measures, groups and periods: a label of such words alone is no rep, but for "Max", "Min" and "Best"."""
BETWEEN = _labels(
    """
    of the a de la le les l du des del da do dos das los las e et und y and von der die das in im vs versus per pro
    par por to zu a all alle tous todos whole entire excl incl ohne mit without with new our unser rep reps sales
    vertrieb company firma industry branche branchen network netzwerk peer peers group gruppe equipe equipo last
    letzte letzter previous prior vorige anterior passada pasada precedente derniere this diese current aktuell ytd
    qtd mtd weekly monthly general generale geral
    """,
    None,
)
"""Words that may stand between those of a measure, as in "Sum of all reps"."""
FIRST_NAMES = frozenset(("max", "min", "best"))
"""Words of measures that are names as well."""
_COMPOUND = re.compile(r"\w*(?:schnitt|summe|mittelwert)|(?:durchschnitts|gesamt)\w+")
TEAMS = _labels("team teams equipe equipo region gruppe squad", None)
"""Words with which the name of a team begins, as in "Team North"."""
VACANT = _labels("""
    vacant | vacancy | vacant seat | open seat | open position | open headcount | headcount | tbh | to be hired | new
    hire | unassigned | not assigned | unallocated | no owner | nn | n n | vakant | unbesetzt | nicht besetzt | offene
    stelle | nicht zugewiesen | vacante | sin asignar | vago | vaga | nao atribuido | sem responsavel | poste vacant |
    poste a pourvoir | a pourvoir | non attribue | house account
    """)
"""Whole labels of seats without anybody on them."""
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
SECTIONS = _labels(
    """
    region territory division segment sales enterprise commercial midmarket smb accounts emea dach apac latam squad pod
    vertrieb gebiet bezirk abteilung ventas vendas zone
    """,
    None,
)
"""Words that make a label without numbers the heading of a group, as in "North Region" and "Enterprise Sales"."""
NOTES = _labels(
    """
    note notes nb source sources quelle quellen stand legend legende hinweis hinweise fuente notas remarque
    remarques copyright confidential generated printed exported updated erstellt gedruckt aktualisiert fonte
    filtered filters applied team region gruppe group segment comment comments kommentar disclaimer prepared
    """,
    None,
)
"""Words with which notes, footers and headings of groups begin."""


def plain(text: str) -> str:
    """Return a text in small letters without accents.

    >>> plain("Moyenne générale")
    'moyenne generale'
    """
    if text.isascii():
        return text.casefold()
    return "".join(one for one in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(one))


def words_of(text: str) -> list[str]:
    """Return the words of a label, what stands in brackets left out.

    >>> words_of("Ø Team (9 reps)")
    ['ø', 'team']
    """
    return re.findall(r"[^\W\d_]+", plain(re.sub(r"\([^)]*\)", " ", text)))


def is_total(text: str) -> bool:
    """Say whether a text is the label of a total, an average or the like, in one of five languages.

    >>> is_total("Total (9 reps)"), is_total("Ø Team"), is_total("Gesamtergebnis"), is_total("Suma Kapoor")
    (True, True, True, False)
    """
    words = words_of(text)
    if not words or "@" in text:
        return False
    return " ".join(words) in TOTALS or words[0] in FIRST or words[-1] in LAST


def label_of(text: str) -> str:
    """Return what kind of label stands where a rep should: "a total", "a team", "nobody", or "" if it may be a rep.

    >>> label_of("Team Ø"), label_of("Team North"), label_of("Vacant 2"), label_of("Le Min")
    ('a total', 'a team', 'nobody', '')
    """
    words = words_of(text)
    if not words or "@" in text:
        return ""
    if " ".join(words) in VACANT:
        return "nobody"
    if is_total(text) or _only_measures(words, text):
        return "a total"
    return "a team" if words[0] in TEAMS else ""


def _only_measures(words: list[str], text: str) -> bool:
    """Say whether a label has no word but those of measures; a first name among them needs a full stop to be one."""
    if all(word in BETWEEN or word in FIRST_NAMES for word in words):
        return len(words) == 1 and words[0] in FIRST_NAMES and text.strip()[-1] in ".:"
    return all(word in MEASURES or word in BETWEEN or _COMPOUND.fullmatch(word) for word in words)
