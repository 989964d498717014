"""How are the columns of a Sales Navigator usage export headed: what each seat did on LinkedIn in a period?"""

from dashboard.model.column_spec import ColumnSpec, Kind


def _words(text: str) -> tuple[str, ...]:
    """Return the words between the bars."""
    return tuple(" ".join(word.split()) for word in text.split("|"))


def _count(field: str, label: str, meaning: str, words: str) -> ColumnSpec:
    """Return the spec of a count of a week."""
    return ColumnSpec(field, label, "activity", Kind.COUNT, meaning, _words(words))


ACTIVITY_COLUMNS: tuple[ColumnSpec, ...] = (
    _count("days_active", "Days active", "Days of the week on which the seat was used.",
        """days active | active days | days of activity | number of active days | aktive Tage | Tage aktiv | Jours
        actifs | Jours d'activité | Días activos | Días de actividad | Dias ativos | Dias de atividade"""),
    _count("searches", "Searches", "Searches performed in the week.",
        """searches performed | searches | number of searches | lead searches | durchgeführte Suchen | Suchanfragen |
        Suchen | Recherches effectuées | Recherches | Búsquedas realizadas | Búsquedas | Pesquisas realizadas |
        Pesquisas | Buscas realizadas"""),
    _count("profile_views", "Profiles viewed", "Profiles the rep looked at in the week.",
        """profiles viewed | profile views | viewed profiles | lead profiles viewed | unique profiles viewed |
        angesehene Profile | Profile angesehen | Profilaufrufe | Profils consultés | Profils vus | Perfiles vistos |
        Perfiles visitados | Perfis visualizados | Perfis vistos"""),
    _count("leads_saved", "Leads saved", "Leads saved in the week.",
        """leads saved | saved leads | number of leads saved | gespeicherte Leads | Leads gespeichert | Leads
        enregistrés | Prospects enregistrés | Leads sauvegardés | Leads guardados | Clientes potenciales guardados |
        Leads salvos"""),
    _count("accounts_saved", "Accounts saved", "Accounts saved in the week.",
        """accounts saved | saved accounts | number of accounts saved | gespeicherte Accounts | Accounts gespeichert |
        Comptes enregistrés | Comptes sauvegardés | Cuentas guardadas | Contas salvas"""),
    _count("inmails_sent", "InMails sent", "InMails sent in the week.",
        """InMails sent | InMail sent | InMail messages sent | sent InMails | InMails | gesendete InMails | InMails
        gesendet | InMails envoyés | InMails enviados"""),
    _count("inmails_accepted", "InMails accepted", "InMails that were answered or accepted in the week.",
        """InMails accepted | InMail accepted | InMail messages accepted | accepted InMails | angenommene InMails |
        InMails angenommen | akzeptierte InMails | InMails acceptés | InMails aceptados | InMails aceitos"""),
    _count("messages", "Messages sent", "Messages sent in the week, InMails apart.",
        """messages sent | messages | number of messages | gesendete Nachrichten | Nachrichten gesendet | Nachrichten |
        Messages envoyés | Mensajes enviados | Mensajes | Mensagens enviadas | Mensagens"""),
    _count("connections", "Connections made", "New connections of the week.",
        """connections | new connections | connections made | connections added | neue Kontakte | neue Verbindungen |
        Nouvelles relations | Nouvelles connexions | Nuevas conexiones | Nuevos contactos | Novas conexões |
        Conexões"""),
    ColumnSpec(
        "period_start", "Period start", "activity", Kind.DATE,
        "First day the counts of a usage export are about.",
        _words("""
            period start | start of period | period from | report start date | reporting period start | Zeitraum von |
            Beginn des Zeitraums | Date de début | Début de la période | Inicio del período | Início do período
        """),
    ),
    ColumnSpec(
        "period_end", "Period end", "activity", Kind.DATE,
        "Last day the counts of a usage export are about; they are kept in its week.",
        _words("""
            period end | end date | end of period | period to | report end date | reporting period end | Enddatum |
            Zeitraum bis | Ende des Zeitraums | Date de fin | Fin de la période | Fecha de fin | Fecha final | Fin del
            período | Data de término | Data final | Data de fim | Fim do período
        """),
    ),
)  # fmt: skip
"""The columns of the activity table, and those that say which period a row is about."""
ACTIVITY_FIELDS = frozenset(spec.field for spec in ACTIVITY_COLUMNS if spec.kind is Kind.COUNT)


def as_period(fields: frozenset[str]) -> dict[str, str | None]:
    """Return by which field some columns of a file have to be read, given all its fields: dates of a usage export.

    Beside counts of activity a start date is that of the period, not the rep's first day; elsewhere an end date is
    no column of ours.

    >>> as_period(frozenset({"name", "searches", "started_on", "period_end"}))
    {'started_on': 'period_start', 'period_end': 'date'}
    >>> as_period(frozenset({"name", "brand", "started_on", "period_end"}))
    {'period_end': None}
    """
    if "period_end" not in fields:
        return {}
    if not fields & ACTIVITY_FIELDS or "date" in fields:
        return {"period_end": None}
    start = {"started_on": "period_start"} if "started_on" in fields and "period_start" not in fields else {}
    return {**start, "period_end": "date"}
