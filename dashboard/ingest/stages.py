"""Is a deal open, won or lost? By the names that CRM programs give to stages and states, in five languages.

Internal names count as well ("closedwon"). What is not known here is asked once per name, never guessed.
"""

import re
from functools import lru_cache

from dashboard.ingest.headings import read_heading, vocabulary

OPEN, WON, LOST = "open", "won", "lost"
STATES = (OPEN, WON, LOST)
_CLOSING = vocabulary(
    "closed close geschlossen abgeschlossen ferme fermee cloture cloturee conclu conclue cerrado cerrada fechado "
    "fechada encerrado encerrada concluido deal opportunity opportunite affaire oportunidad oportunidade negocio and "
    "und et y e als as 100"
)
_IS_WON = vocabulary("won gewonnen gagne gagnee ganado ganada ganho ganha closedwon")
_IS_LOST = vocabulary("lost verloren perdu perdue perdido perdida closedlost")
_AFTER_LOST = vocabulary("to competition competitor no decision budget price timing an wettbewerb wettbewerber 0")
_OPEN_NAMES = """
    open | offen | ouvert | ouverte | abierto | abierta | aberto | aberta | in progress | in bearbeitung | en cours
    | en curso | em andamento | em curso | active | aktiv | new | neu | on hold | prospecting | prospect |
    prospecting qualification | qualification | qualify | qualified | qualifying | needs analysis | value
    proposition | id decision makers | identify decision makers | perception analysis | proposal | proposal price
    quote | proposal quote | price quote | propose | negotiation | negotiation review | negotiations | negotiating |
    develop | discovery | demo | demo scheduled | evaluation | verbal commit | commit | contract sent | contract out
    | appointment scheduled | appointmentscheduled | qualified to buy | qualifiedtobuy | presentation scheduled |
    presentationscheduled | decision maker bought in | decisionmakerboughtin | contractsent | contact made |
    contacted | proposal made | proposal sent | negotiations started | initial contact | lead in | quote sent |
    quotation | akquise | interessent | qualifizierung | qualifiziert | bedarfsanalyse | nutzenversprechen |
    nutzenargumentation | entscheider identifizieren | entscheidungstrager identifizieren | wahrnehmungsanalyse |
    angebot | angebot preisangebot | angebotserstellung | angebot erstellt | angebot gesendet | angebot versendet |
    verhandlung | verhandlung prufung | verhandlungen | verhandlung uberprufung | termin vereinbart | kontakt
    aufgenommen | demo geplant | vertrag gesendet | vertrag versendet | prospection | qualifie | analyse des besoins
    | proposition | proposition de valeur | identification des decideurs | devis | devis envoye | proposition devis
    | proposition envoyee | negociation | negociation revision | contrat envoye | rendez vous pris | rendez vous
    planifie | prospeccion | calificacion | cualificacion | cualificado | analisis de necesidades | propuesta de
    valor | propuesta | propuesta enviada | propuesta presupuesto | negociacion | negociacion revision | contrato
    enviado | cita programada | presentacion programada | demostracion | prospeccao | qualificacao | qualificado |
    analise de necessidades | proposta de valor | proposta | proposta enviada | proposta cotacao | negociacao |
    negociacao revisao | contrato enviado | reuniao agendada
"""
_OPEN = frozenset(" ".join(name.split()) for name in _OPEN_NAMES.split("|"))
_NUMBERED = re.compile(r"[0-9]+")


@lru_cache(maxsize=4096)
def state_of(stage: str) -> str | None:
    """Return what a stage means, None if its name is not known.

    >>> state_of("Closed Won"), state_of("3 - Proposal/Price Quote"), state_of("Verbally won"), state_of("closedlost")
    ('won', 'open', None, 'lost')
    """
    words = [word for word in read_heading(stage).words if word != "pct"]
    telling = [word for word in words if not _NUMBERED.fullmatch(word)] or words
    if " ".join(telling) in _OPEN:
        return OPEN
    rest = [word for word in telling if word not in _CLOSING]
    if rest and all(word in _IS_WON for word in rest):
        return WON
    if rest and rest[0] in _IS_LOST and all(word in _IS_LOST or word in _AFTER_LOST for word in rest):
        return LOST
    return None


_YES = vocabulary("true 1 yes y ja j wahr oui vrai si verdadero sim verdadeiro x checked wahr won closed")
_NO = vocabulary("false 0 no n nein falsch non faux falso nao unchecked open")


def is_true(text: str) -> bool | None:
    """Say whether a cell says yes or no, None if neither.

    >>> is_true("TRUE"), is_true("0"), is_true("Nein"), is_true("perhaps")
    (True, False, False, None)
    """
    word = " ".join(read_heading(text).words)
    return True if word in _YES else False if word in _NO else None
