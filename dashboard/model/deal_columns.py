"""Which columns do lists of single deals have? As Salesforce, HubSpot, Pipedrive, Zoho and Dynamics head them.

These words count in lists of deals alone (ingest/shapes/deals.py): "Amount" and "Won" mean other things elsewhere.
"""

from dashboard.model.column_spec import ColumnSpec, Kind


def _words(text: str) -> tuple[str, ...]:
    """Return the words between the bars."""
    return tuple(" ".join(word.split()) for word in text.split("|"))


OWNER = _words("""
    opportunity owner | deal owner | owner | owner name | owner full name | opportunity owner full name | deal owner
    name | opportunity owner name | deal owner full name | owning user | sales owner | record owner | assigned to |
    assigned user | sales rep | sales representative | rep | rep name | salesperson | sales person | seller |
    account executive | AE | Opportunity-Inhaber | Inhaber der Opportunity | Opportunity-Inhaber Vollständiger Name
    | Inhaber | Dealinhaber | Deal-Inhaber | Dealbesitzer | Deal-Besitzer | Zuständiger Mitarbeiter |
    Deal-Verantwortlicher | Besitzer | Zuständig | Zugewiesen an | Verkaufschancenbesitzer | Vertriebsmitarbeiter |
    Verkäufer | Verantwortlicher | Propriétaire de l'opportunité | Propriétaire de la transaction | Propriétaire du
    deal | Propriétaire | Propriétaire de l'affaire | Commercial | Propietario de la oportunidad | Propietario del
    negocio | Propietario del trato | Propietario | Vendedor | Comercial | Proprietário da oportunidade |
    Proprietário do negócio | Proprietário | user name | owned by | lead owner | responsible | responsible person |
    opp owner | rep full name | sales rep name | closer | Verantwortlich | Betreuer | Responsable | Responsável
""")
OWNER_EMAIL = _words("""
    owner email | opportunity owner email | deal owner email | owner email address | rep email | E-Mail des Inhabers
    | Opportunity-Inhaber E-Mail | Inhaber E-Mail
""")
OWNER_ID = _words("""
    owner id | deal owner id | opportunity owner id | hubspot owner id | Inhaber-ID | Opportunity-Inhaber-ID | user
    id | deal user id | owner guid
""")
FIRST_NAME = _words("owner first name | opportunity owner first name | deal owner first name")
LAST_NAME = _words("owner last name | opportunity owner last name | deal owner last name")
STAGE = _words("""
    stage | stage name | deal stage | sales stage | opportunity stage | opportunity stage name | pipeline stage |
    phase | Deal-Phase | Verkaufsphase | Vertriebsphase | Opportunity-Phase | Pipeline-Phase | Étape | Étape de
    vente | Étape de l'opportunité | Phase de la transaction | Étape de la transaction | Phase de vente | Étape du
    deal | Etapa | Etapa de la oportunidad | Etapa del negocio | Etapa de venta | Fase | Fase del trato | Etapa da
    oportunidade | Etapa do negócio | Fase do negócio | Estágio | stage label | current stage | status label | opp
    stage | sales step | Verkaufsstufe | Étape du pipeline | Etapa del embudo | Etapa do funil
""")
STATUS = _words("""
    status | deal status | opportunity status | state | Statut | Estado | Situação | Zustand | Verkaufschancenstatus
    | status type | opp status | Statut de l'affaire | Status der Verkaufschance
""")
CLOSED = _words("""
    is closed | closed | deal is closed | opportunity closed | opportunity is closed | is deal closed | Geschlossen
    | Fermée | Fermé | Cerrada | Cerrado | Fechada | Fechado
""")
WON = _words("""
    is won | won | opportunity won | opportunity is won | is closed won | is deal closed won | closed won | Gewonnen
    | Gagnée | Gagné | Ganada | Ganado | Ganha | Ganho
""")
AMOUNT = _words("""
    amount | deal amount | opportunity amount | value | deal value | deal size | est revenue | estimated revenue |
    est value | estimated value | potential revenue | total value | total amount | tcv | acv | arr | amount in
    company currency | amount converted | Opportunity-Betrag | Betrag | Deal-Betrag | Deal-Wert | Wert | Volumen |
    Gesch. Umsatz | Geschätzter Umsatz | Erwarteter Wert | Auftragswert | Betrag in Unternehmenswährung | Betrag
    konvertiert | Montant | Montant de l'opportunité | Montant de la transaction | Montant du deal | Valeur | Valeur
    de l'affaire | Revenu estimé | Importe | Valor | Valor del negocio | Valor del trato | Importe de la oportunidad
    | Cantidad | Monto | Valor da oportunidade | Valor do negócio | Montante | Quantia | opp amount | contract value
    | total price | estimated deal value | Auftragsvolumen | Montant HT | CA estimé
""")
ACTUAL = _words("""
    actual revenue | actual value | actual amount | closed amount | closed won amount | Tatsächlicher Umsatz |
    Ist-Umsatz | Revenu réel | Ingresos reales | Receita real
""")
EXPECTED = _words("""
    expected revenue | weighted amount | weighted value | weighted revenue | forecast amount | Erwarteter Umsatz |
    Gewichteter Betrag | Gewichteter Wert | Revenu attendu | Montant pondéré | Ingresos esperados | Ingresos
    previstos | Importe ponderado | Receita esperada | Valor ponderado
""")
PROBABILITY = _words("""
    probability | deal probability | opportunity probability | win probability | win likelihood | close probability
    | probability of closing | Wahrscheinlichkeit | Abschlusswahrscheinlichkeit | Deal-Wahrscheinlichkeit |
    Gewinnwahrscheinlichkeit | Probabilité | Probabilité de conclusion | Probabilidad | Probabilidad de cierre |
    Probabilidade | Probabilidade de fechamento | confidence | likelihood | chance | prob | probability of close |
    forecast probability | Taux de réussite | Probabilidad de éxito
""")
CLOSE_DATE = _words("""
    close date | closing date | expected close date | est close date | estimated close date | expected closing date
    | expected closed date | Schlusstermin | Abschlussdatum | Erwartetes Abschlussdatum | Gesch. Abschlussdatum |
    Geschätztes Abschlussdatum | Voraussichtliches Abschlussdatum | Schlussdatum | Date de clôture | Date de
    fermeture | Date de clôture prévue | Date de clôture estimée | Date de fermeture prévue | Fecha de cierre |
    Fecha de cierre prevista | Fecha de cierre estimada | Fecha estimada de cierre | Data de fechamento | Data de
    encerramento | Data de fecho | Data de fechamento prevista | Data de fechamento esperada | expected close |
    estimated close | est close | forecast close date | target close date | exp close date | close | Abschlusstermin
    | Erw. Abschluss | Geplanter Abschluss | Date prévue de clôture | Clôture prévue | Fecha prevista de cierre |
    Data prevista de fechamento | Previsão de fechamento
""")
CLOSED_ON = _words("""
    actual close date | closed date | closed on | deal closed on | closed time | close time | date closed | actual
    closed date | Tatsächliches Abschlussdatum | Abgeschlossen am | Geschlossen am | Date de clôture réelle | Fecha
    de cierre real | Data de fechamento real
""")
WON_ON = _words("""
    won time | won date | won on | date won | closed won date | Gewonnen am | Gewinndatum | Gewinnzeitpunkt | Date
    de gain | Fecha de ganado | Data de ganho | won at | Gagné le | Ganho em
""")
LOST_ON = _words("""
    lost time | lost date | lost on | date lost | closed lost date | Verloren am | Verlustdatum | Date de perte |
    Fecha de pérdida | Data da perda
""")
CREATED_ON = _words("""
    created date | create date | created on | created time | created | date created | deal created | creation date |
    Erstelldatum | Erstellt am | Erstellungsdatum | Date de création | Créé le | Fecha de creación | Creado el |
    Data de criação | Criado em | modified on | last modified date | do not modify modified on
""")
PIPELINE = _words("pipeline | deal pipeline | sales pipeline | pipeline name | Embudo | Funil")
DEAL_ID = _words("""
    record id | deal id | opportunity id | id | do not modify opportunity | Datensatz-ID | Opportunity-ID | Deal-ID
    | ID de fiche d'informations | ID de la transaction | ID de registro | ID del negocio | ID do registro | ID do
    negócio | opportunity number | opp id | hs object id | Vorgangsnummer
""")
TITLE = _words("""
    opportunity name | deal name | deal title | title | topic | opportunity | deal | name | opportunity title |
    Opportunity | Opportunity-Name | Dealname | Deal-Name | Thema | Titel | Nom de l'opportunité | Nom de la
    transaction | Sujet | Titre | Nombre de la oportunidad | Nombre del negocio | Nombre del trato | Tema | Título |
    Nome da oportunidade | Nome do negócio
""")
CURRENCY = _words("""
    amount currency | currency | deal currency | currency of value | deal currency of value | currency code |
    opportunity currency | amount converted currency | transaction currency | currency iso code | deal currency code
    | Opportunity-Betrag Währung | Betrag Währung | Währung | Währung des Werts | Deal-Währung | Devise | Devise du
    montant | Devise de la valeur | Montant Devise | Moneda | Divisa | Moneda del importe | Moneda del valor | Moeda
    | Moeda do valor | value currency | curr | ccy
""")


def _deal(field: str, label: str, kind: Kind, meaning: str, words: tuple[str, ...]) -> ColumnSpec:
    """Return the spec of a column of lists of deals."""
    return ColumnSpec(f"deal_{field}", label, "deals", kind, meaning, words)


DEAL_COLUMNS: tuple[ColumnSpec, ...] = (
    _deal("stage", "Deal stage", Kind.TEXT, "Where the deal stands: open, won and lost follow from it.", STAGE),
    _deal("status", "Deal status", Kind.TEXT, "Open, won or lost; goes before the stage.", STATUS),
    _deal("closed", "Deal is closed", Kind.TEXT, "Yes or no; goes before the stage.", CLOSED),
    _deal("won", "Deal is won", Kind.TEXT, "Yes or no; goes before the stage.", WON),
    _deal("amount", "Deal amount", Kind.MONEY, "What the deal is worth; blank and -1 are unknown.", AMOUNT),
    _deal("actual", "Deal amount when won", Kind.MONEY, "Goes before the amount of a won deal.", ACTUAL),
    _deal("expected", "Weighted deal amount", Kind.MONEY, "Amount times probability, where none is given.", EXPECTED),
    _deal("probability", "Deal probability", Kind.FRACTION, "Chance to win: 0.4, 40 or 40 %.", PROBABILITY),
    _deal("close_date", "Deal close date", Kind.DATE, "Day the deal closes, or closed.", CLOSE_DATE),
    _deal("closed_on", "Deal closed on", Kind.DATE, "Day the deal was closed; goes before the close date.", CLOSED_ON),
    _deal("won_on", "Deal won on", Kind.DATE, "Day the deal was won; goes before the close date.", WON_ON),
    _deal("lost_on", "Deal lost on", Kind.DATE, "Day the deal was lost; goes before the close date.", LOST_ON),
    _deal("created_on", "Deal created on", Kind.DATE, "Only shows in which order days and months stand.", CREATED_ON),
    _deal("pipeline", "Deal pipeline", Kind.TEXT, "Which of several pipelines the deal is in.", PIPELINE),
    _deal("id", "Deal id", Kind.TEXT, "A deal that stands in several rows counts once.", DEAL_ID),
    _deal("title", "Deal name", Kind.TEXT, "Names the deal in messages.", TITLE),
    _deal("owner_id", "Deal owner's id", Kind.TEXT, "Names nobody: the owner's name is needed.", OWNER_ID),
)
IN_DEALS: dict[str, tuple[str, ...]] = {
    "name": OWNER,
    "email": OWNER_EMAIL,
    "first_name": FIRST_NAME,
    "last_name": LAST_NAME,
    "currency": CURRENCY,
    **{spec.field: spec.words for spec in DEAL_COLUMNS},
}
"""The words that head each field in lists of deals; earlier words weigh more than later ones."""
