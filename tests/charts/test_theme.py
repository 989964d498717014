"""Do the pictures and the served theme mean the same colours, and can everybody read them?"""

import itertools
import math
import tomllib
from pathlib import Path

import pytest
from streamlit.elements.lib import streamlit_plotly_theme as template

from dashboard.charts import theme
from dashboard.model.pillars import PILLARS

CONFIG = tomllib.loads((Path(__file__).resolve().parents[2] / ".streamlit" / "config.toml").read_text("utf-8"))
MODES = ("light", "dark")
VISION = {  # Machado et al. 2009, severity 1.0, on linear RGB
    "full": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}


def linear(colour: str) -> list[float]:
    """Return a colour as linear RGB."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of WCAG."""
    light = sorted((0.2126 * r + 0.7152 * g + 0.0722 * b for r, g, b in map(linear, (one, other))), reverse=True)
    return (light[0] + 0.05) / (light[1] + 0.05)


def seen(colour: str, vision: str) -> tuple[float, ...]:
    """Return where a colour lies in Oklab for a kind of colour vision."""
    rgb = linear(colour)
    r, g, b = (min(1.0, max(0.0, sum(a * c for a, c in zip(row, rgb, strict=True)))) for row in VISION[vision])
    long = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
    middle = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    short = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def test_the_stand_in_colours_are_streamlits_own():
    """The colours written into figures are those Streamlit's front end replaces by the theme's."""
    assert tuple(theme.PILLAR_COLOURS.values()) == tuple(getattr(template, f"CATEGORY_{n}") for n in range(4))
    assert tuple(getattr(template, f"SEQUENTIAL_{n}") for n in range(10)) == theme.SEQUENTIAL
    assert tuple(getattr(template, f"DIVERGING_{n}") for n in range(10)) == theme.DIVERGING
    assert (theme.TEXT, theme.PAPER) == (template.GRAY_90, template.BG_COLOR)


@pytest.mark.parametrize("mode", MODES)
def test_heat_tables_have_the_colours_of_the_heatmaps(mode):
    """The colour runs of the heat tables are the chart colours of the configuration."""
    assert list(theme.RUNS[mode, False]) == CONFIG["theme"][mode]["chartSequentialColors"]
    assert list(theme.RUNS[mode, True]) == CONFIG["theme"][mode]["chartDivergingColors"]


@pytest.mark.parametrize("mode", MODES)
def test_numbers_can_be_read_on_every_heat_colour(mode):
    """Body text on any colour of a run has a contrast of at least 4.5."""
    text = CONFIG["theme"][mode]["textColor"]
    runs = theme.RUNS[mode, False] + theme.RUNS[mode, True]
    assert min(contrast(text, colour) for colour in runs) >= 4.5


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("vision", VISION)
def test_pillars_are_told_apart_by_every_kind_of_colour_vision(mode, vision):
    """Any two pillar colours are at least 0.1 apart in Oklab."""
    colours = CONFIG["theme"][mode]["chartCategoricalColors"][: len(PILLARS)]
    apart = [math.dist(seen(one, vision), seen(other, vision)) for one, other in itertools.combinations(colours, 2)]
    assert min(apart) >= 0.1


@pytest.mark.parametrize("mode", MODES)
def test_pillars_stand_out_from_the_page(mode):
    """Every pillar colour has a contrast of at least 3 to the page (WCAG 1.4.11)."""
    page = CONFIG["theme"][mode]["backgroundColor"]
    assert min(contrast(c, page) for c in CONFIG["theme"][mode]["chartCategoricalColors"][: len(PILLARS)]) >= 3


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("ground", ["backgroundColor", "secondaryBackgroundColor"])
def test_texts_and_links_can_be_read(mode, ground):
    """Text, links and every coloured word have a contrast of at least 4.5 to page and cards."""
    colours = CONFIG["theme"][mode]
    words = ["textColor", "linkColor", *(name for name in colours if name.endswith("TextColor"))]
    assert {
        name: contrast(colours[name], colours[ground])
        for name in words
        if contrast(colours[name], colours[ground]) < 4.5
    } == {}


def faded(text: str, ground: str) -> str:
    """Return the colour of a caption: 60 % of the text's on its ground."""
    pairs = [(int(text[at : at + 2], 16), int(ground[at : at + 2], 16)) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(0.6 * ink + 0.4 * paper):02X}" for ink, paper in pairs)


@pytest.mark.parametrize("mode", MODES)
def test_captions_can_be_read(mode):
    """Captions, which Streamlit draws at 60 % of the text, have a contrast of at least 4.5 on every ground."""
    colours = CONFIG["theme"][mode]
    grounds = [colours["backgroundColor"], colours["secondaryBackgroundColor"], colours["sidebar"]["backgroundColor"]]
    assert min(contrast(faded(colours["textColor"], ground), ground) for ground in grounds) >= 4.5


@pytest.mark.parametrize("mode", MODES)
def test_buttons_and_badges_can_be_read(mode):
    """White on the primary colour, and each badge's words on its ground, have a contrast of at least 4.5."""
    colours = CONFIG["theme"][mode]
    hues = [name.removesuffix("BackgroundColor") for name in colours if name.endswith("BackgroundColor")]
    badges = [hue for hue in hues if f"{hue}TextColor" in colours]
    assert contrast("#FFFFFF", colours["primaryColor"]) >= 4.5
    assert badges
    assert min(contrast(colours[f"{hue}TextColor"], colours[f"{hue}BackgroundColor"]) for hue in badges) >= 4.5


def test_fonts_come_from_the_app_itself():
    """No font is fetched from outside: the theme names none."""
    assert not [
        key
        for part in (CONFIG["theme"], *(CONFIG["theme"][mode] for mode in MODES))
        for key in part
        if "font" in key.lower() and "http" in str(part[key])
    ]


def test_a_balanced_scale_is_wide_enough_for_noise():
    """A scale around zero never turns a tenth of a point into a strong colour."""
    assert theme.balanced([0.1, -0.2], 3, ("behind", "level", "ahead")).high == 3
    assert theme.balanced([], 3, ("behind", "level", "ahead")).low == -3
    assert theme.balanced([-7.5, 2], 3, ("behind", "level", "ahead")).high == 7.5
