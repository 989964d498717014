"""Which words mean a licence, a status or a source, in five languages?"""

from collections.abc import Mapping


def _choices(**words: str) -> dict[str, str]:
    """Return the choice that each word stands for."""
    return {" ".join(word.split()): choice for choice, text in words.items() for word in text.split("|")}


CHOICES: Mapping[str, Mapping[str, str]] = {
    "licence": _choices(
        navigator="""
        navigator | sales navigator | linkedin sales navigator | sn | core | advanced | advanced plus |
        sales navigator core | sales navigator advanced | sales navigator advanced plus | yes | ja | oui |
        si | sim | y | x | true | team | professional | paid | licensed | lizenz
        """,
        free="""
        free | basic | none | no | nein | non | nao | n | false | kostenlos | gratis | gratuit | gratuito |
        without | keine | aucune | ninguna | nenhuma | free account | no licence | no license | ohne
        """,
    ),
    "status": _choices(
        active="active|aktiv|actif|active user|activo|activa|ativo|ativa|working|ok|enabled|employed",
        on_leave="""
        on leave | leave | parental leave | maternity leave | paternity leave | sick leave | sabbatical |
        elternzeit | mutterschutz | krank | beurlaubt | en conge | conge | conge maternite | de baja | baja
        | excedencia | de licenca | licenca | afastado | afastada
        """,
        left="""
        left | terminated | leaver | resigned | former | inactive | ausgeschieden | inaktiv | gekundigt |
        parti | partie | inactif | inactivo | ex | desligado | inativo | offboarded | gone | left the
        company | departed
        """,
        not_onboarded="""
        not onboarded | invited | pending | not started | new starter | onboarding | eingeladen | nicht
        aktiviert | nicht onboarded | invite | non active | pendiente | invitado | pendente | convidado | no
        seat | not activated
        """,
    ),
    "source": _choices(
        admin_export="admin export|admin|export|sales navigator|usage reporting|usage report|navigator",
        self_reported="""
        self reported | self | rep | screenshot | reported by rep | reported by the rep | reported | selbst
        gemeldet | selbst
        """,
        typed="typed|manual|manager|typed in|manuell|saisi|manual entry|entered",
    ),
}
"""The words of a cell, read as a heading is (small letters, no accents, no punctuation), and what they mean."""
