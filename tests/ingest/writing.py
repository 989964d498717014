"""How does a test write a table as programs of five languages do: CSV in any dress, XLSX, ODS, an HTML table?"""

import csv
import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from babel.numbers import format_currency, format_decimal, format_percent
from openpyxl import Workbook

from tests.ingest.new_binary import xlsb
from tests.ingest.old_binary import xls

Rows = Sequence[Sequence[object]]


@dataclass(frozen=True)
class Money:
    """An amount with its currency beside it."""

    amount: float
    currency: str


@dataclass(frozen=True)
class Share:
    """A share that is shown as percent."""

    value: float


@dataclass(frozen=True)
class Style:
    """How a program of one language writes: numbers by the locale, days by a pattern, the currency as sign or code."""

    locale: str
    days: str
    sign: bool = True

    @property
    def order(self) -> str:
        """Which of day and month comes first."""
        return "mdy" if self.days.startswith("%m") else "dmy"


STYLES: Mapping[str, tuple[Style, ...]] = {
    "en": (Style("en_US", "%m/%d/%Y"), Style("en_GB", "%d/%m/%Y"), Style("en_US", "%Y-%m-%d", sign=False)),
    "de": (Style("de_DE", "%d.%m.%Y"), Style("de_CH", "%d.%m.%Y", sign=False), Style("de_AT", "%Y-%m-%d")),
    "fr": (Style("fr_FR", "%d/%m/%Y"), Style("fr_CH", "%d.%m.%Y", sign=False)),
    "es": (Style("es_ES", "%d/%m/%Y"), Style("es_MX", "%d/%m/%Y", sign=False)),
    "pt": (Style("pt_BR", "%d/%m/%Y"), Style("pt_PT", "%d-%m-%Y", sign=False)),
}
_FIELDS = (
    *("name", "email", "date", "brand", "people", "insights", "relationships"),
    *("open_pipeline", "won", "quota", "attainment", "meetings", "currency", "component", "points"),
)
_WORDS = {
    "en": "Rep name|E-mail|Week of|Establish your professional brand|Find the right people|Engage with insights"
    "|Build relationships|Open pipeline|Closed won|Quota|Attainment|Meetings|Currency|SSI component|Points",
    "de": "Vertriebsmitarbeiter|E-Mail-Adresse|Woche vom|Professionelle Marke aufbauen|Die richtigen Personen finden"
    "|Durch Insights überzeugen|Beziehungen aufbauen|Offene Pipeline|Gewonnen|Quote|Zielerreichung|Termine|Währung"
    "|SSI-Komponente|Punkte",
    "fr": "Nom complet|Courriel|Semaine du|Construire votre marque professionnelle|Trouver les bonnes personnes"
    "|Échanger des informations|Établir des relations|Pipeline ouvert|Gagné|Objectif|Atteinte|Réunions|Devise"
    "|Composante SSI|Points",
    "es": "Nombre completo|Correo electrónico|Semana del|Establece tu marca profesional"
    "|Encuentra a las personas adecuadas|Interactúa ofreciendo información|Crea relaciones|Pipeline abierto|Ganado"
    "|Cuota|Cumplimiento|Reuniones|Moneda|Componente SSI|Puntos",
    "pt": "Nome completo|Endereço de e-mail|Semana do|Estabelecer sua marca profissional|Localizar as pessoas certas"
    "|Interagir oferecendo insights|Criar relacionamentos|Pipeline aberto|Ganho|Meta|Atingimento|Reuniões|Moeda"
    "|Componente do SSI|Pontos",
}
HEADINGS: Mapping[str, Mapping[str, str]] = {
    language: dict(zip(_FIELDS, words.split("|"), strict=True)) for language, words in _WORDS.items()
}
"""The heading of each field in each language, the pillars as the SSI page names them."""


def as_text(cell: object, style: Style) -> str:
    """Return a cell as a program of that language shows it."""
    if cell is None:
        return ""
    if isinstance(cell, date):
        return cell.strftime(style.days)
    if isinstance(cell, Share):
        return format_percent(cell.value, "#,##0.0 %", style.locale)
    if isinstance(cell, Money):
        if style.sign:
            return format_currency(cell.amount, cell.currency, locale=style.locale)
        return f"{cell.currency} {format_decimal(cell.amount, '#,##0.00', style.locale)}"
    return format_decimal(cell, "#,##0.00", style.locale) if isinstance(cell, float) else str(cell)


def as_csv(rows: Rows, style: Style, delimiter: str = ",", encoding: str = "utf-8", quoted: bool = False) -> bytes:
    """Return rows as delimited text; letters the encoding does not have make it UTF-8."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter, quoting=csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL)
    writer.writerows([[as_text(cell, style) for cell in row] for row in rows])
    try:
        return text.getvalue().encode(encoding)
    except UnicodeEncodeError:
        return text.getvalue().encode()


def as_xlsx(rows: Rows, style: Style) -> bytes:
    """Return rows as a workbook with real days and numbers; amounts and percents carry a number format."""
    book = Workbook()
    sheet = book.worksheets[0]
    for number, row in enumerate(rows, 1):
        for place, cell in enumerate(row, 1):
            target = sheet.cell(number, place)
            if isinstance(cell, Share):
                target.value, target.number_format = cell.value, "0.0%"
            elif isinstance(cell, Money):
                target.value = as_text(cell, style)
            else:
                target.value = cell
    done = io.BytesIO()
    book.save(done)
    return done.getvalue()


def as_html(rows: Rows, style: Style) -> bytes:
    """Return rows as the HTML table that some programs call a workbook."""
    lines = "".join(f"<tr>{''.join(f'<td>{escape(as_text(cell, style))}</td>' for cell in row)}</tr>" for row in rows)
    return f"<html><head><meta charset='utf-8'></head><body><table>{lines}</table></body></html>".encode()


def as_ods(rows: Rows, style: Style) -> bytes:
    """Return rows as an OpenDocument sheet with real days, percents and numbers."""
    lines = "".join(
        f"<table:table-row>{''.join(_ods_cell(cell, style) for cell in row)}</table:table-row>" for row in rows
    )
    spaces = "".join(f' xmlns:{one}="urn:oasis:names:tc:opendocument:xmlns:{one}:1.0"' for one in ("office", "table"))
    text = 'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    content = (
        f"<?xml version='1.0' encoding='UTF-8'?><office:document-content{spaces} {text}><office:body>"
        f'<office:spreadsheet><table:table table:name="Team">{lines}</table:table></office:spreadsheet>'
        "</office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    done = io.BytesIO()
    with zipfile.ZipFile(done, "w") as archive:
        archive.writestr("mimetype", kind)
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
    return done.getvalue()


def _ods_cell(cell: object, style: Style) -> str:
    """Return one cell of an OpenDocument sheet."""
    shown = f"<text:p>{escape(as_text(cell, style))}</text:p>"
    if cell is None:
        return "<table:table-cell/>"
    if isinstance(cell, date):
        kind = f'office:value-type="date" office:date-value="{cell.isoformat()}"'
    elif isinstance(cell, Share):
        kind = f'office:value-type="percentage" office:value="{cell.value}"'
    elif isinstance(cell, float):
        kind = f'office:value-type="float" office:value="{cell}"'
    else:
        kind = 'office:value-type="string"'
    return f"<table:table-cell {kind}>{shown}</table:table-cell>"


def as_xls(rows: Rows, style: Style) -> bytes:
    """Return rows as a workbook in the old binary format, with numbers and the rest as text."""
    cells = [[cell if isinstance(cell, (int, float)) else as_text(cell, style) for cell in row] for row in rows]
    return xls({"Team": cells})


def as_xlsb(rows: Rows, style: Style) -> bytes:
    """Return rows as a workbook in the newer binary format, with numbers and days and the rest as text."""
    kept = (int, float, date)
    return xlsb({"Team": [[cell if isinstance(cell, kept) else as_text(cell, style) for cell in row] for row in rows]})


WORKBOOKS: Mapping[str, Callable[[Rows, Style], bytes]] = {
    "team.xlsx": as_xlsx,
    "team.xls": as_xls,
    "page.xls": as_html,
    "team.ods": as_ods,
    "team.xlsb": as_xlsb,
}
