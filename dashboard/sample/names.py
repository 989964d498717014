"""What are the invented reps and teams called?

Any first name goes with any last name, so nobody of the sample is meant to be a real person.
"""

from typing import Final, NamedTuple

import numpy as np


def _words(text: str) -> list[str]:
    return text.split()


FIRST_NAMES: Final = _words(
    "Adaeze Agnes Alejandro Amara Anneke Anton Arjun Astrid Aurora Baptiste Beatriz Bilal Bruno Camille Carlota "
    "Cedric Chiara Clara Dagny Damian Daniela Dario Delphine Dmitri Edda Elif Emeka Enzo Erika Esther Fabian Farah "
    "Felipe Fiona Freya Gaspard Gemma Giulia Greta Hamza Hanna Helene Henrik Ibrahim Ilona Imani Ingrid Isabel Ivo "
    "Jasper Joana Jonas Jun Kaito Karin Katja Kenji Kofi Lars Leila Linnea Livia Lorenzo Lucia Magnus Malik Margot "
    "Mateo Matilda Mei Milan Mina Naveen Nadia Nico Nora Oksana Olivier Omar Pablo Paulina Petra Quentin Rafael "
    "Ravi Rosa Rosalind Ruben Saanvi Selma Silje Soren Tamar Teodor Valeria Viktor Wanda Yara Yusuf Zoe"
)
LAST_NAMES: Final = _words(
    "Abara Achterberg Ahlgren Almeida Amsel Arnaud Bakker Barros Bellini Bergmann Bianchi Blomqvist Boateng "
    "Brandvold Bremer Cabrera Caldwell Castelo Chandra Cordova Corrigan Dahlberg Delacroix Desai Dimitrov Drummond "
    "Eklund Engel Esposito Fairbanks Falk Ferreira Fontaine Forsberg Galvan Gerber Gillespie Grimaldi Gupta Haddad "
    "Halvorsen Hartwell Hashimoto Hedlund Holloway Ibarra Iyer Jansson Jaramillo Kaplan Karlsen Keller Kimura "
    "Kovacs Kruger Lacroix Lindqvist Lombardi Lundgren Macedo Marchetti Marlowe Mbatha Medeiros Meier Mensah "
    "Moreau Nakamura Navarro Nilsen Nkemelu Novotny Nystrom Okafor Oliveira Orlov Ortega Osterman Palmgren "
    "Pereira Petrov Quinlan Ramires Renard Rinaldi Rosales Sandoval Santoro Sokolov Solberg Stein Takeda "
    "Tanaka Thorne Valdez Vasquez Vermeer Weston Winkler Zielinski"
)
SEGMENTS: Final = ("Enterprise", "Mid-Market", "Growth", "Strategic")
DOMAIN: Final = "harborline.example"


class Region(NamedTuple):
    """Where a team sells, and the currency its amounts are in."""

    name: str
    currency: str


REGIONS: Final = (
    Region("Northeast", "USD"),
    Region("DACH", "EUR"),
    Region("West Coast", "USD"),
    Region("UK and Ireland", "GBP"),
    Region("Iberia", "EUR"),
    Region("Midwest", "USD"),
    Region("Nordics", "EUR"),
    Region("South", "USD"),
    Region("Benelux", "EUR"),
    Region("Mountain", "USD"),
)


def rep_names(count: int, seed: int) -> list[str]:
    """Return `count` different names (at most 1,000,000); the first hundred share no first and no last name."""
    rng = np.random.default_rng([seed, 1])
    first, last = rng.permutation(FIRST_NAMES), rng.permutation(LAST_NAMES)
    return [_name(index, first, last) for index in range(count)]


def _name(index: int, first: np.ndarray, last: np.ndarray) -> str:
    size = len(first)
    block = index // size
    family = (index + block) % size
    second = block // size
    name = f"{first[index % size]} {last[family]}"
    return name if not second else f"{name}-{last[(family + second) % size]}"


def email_of(name: str) -> str:
    """Return the invented e-mail of a rep, at a domain that can never exist."""
    return f"{name.lower().replace(' ', '.')}@{DOMAIN}"


def team_names(count: int) -> list[str]:
    """Return `count` different team names, region and segment, numbered once all pairs are used."""
    return [_team(index) for index in range(count)]


def _team(index: int) -> str:
    turn = index // len(REGIONS)
    name = f"{region_of(index).name} {SEGMENTS[(index + turn) % len(SEGMENTS)]}"
    lap = turn // len(SEGMENTS)
    return name if not lap else f"{name} {lap + 1}"


def region_of(team: int) -> Region:
    """Return where the team with this index sells."""
    return REGIONS[team % len(REGIONS)]
