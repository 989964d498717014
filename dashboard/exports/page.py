"""How is a note read in a browser? One HTML file that fetches nothing, is readable in light and dark, and prints."""

from collections.abc import Sequence
from html import escape

from dashboard.exports.document import READER, tokens
from dashboard.exports.note import Note, together

STYLE = """
:root { color-scheme: light dark; --ink: #1d2433; --soft: #55607a; --line: #c9d0dc; --paper: #ffffff; --tint: #f2f4f8 }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8ebf2; --soft: #a9b3c7; --line: #434d61; --paper: #151a23; --tint: #1f2632 }
}
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.55 system-ui, sans-serif }
article { max-width: 46rem; margin: 0 auto; padding: 2rem 1.25rem; overflow-wrap: anywhere }
h1 { font-size: 1.7rem; line-height: 1.2 }
h2 { font-size: 1.2rem; margin-top: 2rem; border-bottom: 1px solid var(--line); padding-bottom: .2rem }
h3 { font-size: 1.05rem; margin-top: 1.5rem }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; overflow-wrap: normal }
th, td { border-bottom: 1px solid var(--line); padding: .4rem .6rem; text-align: left; vertical-align: top }
th { background: var(--tint) }
li.box { list-style: none; margin-left: -1.2rem }
hr { border: 0; border-top: 1px solid var(--line); margin: 2rem 0 1rem }
pre, code { background: var(--tint); white-space: pre-wrap }
a { color: inherit }
hr ~ p { color: var(--soft); font-size: .9rem }
@media (max-width: 32rem) {
  article { padding: 1rem }
  table { font-size: .85rem }
  th, td { padding: .3rem .25rem }
  ul { padding-left: 1.4rem }
}
@media print {
  :root { color-scheme: light; --ink: #000000; --soft: #333333; --line: #999999; --paper: #ffffff; --tint: #f2f4f8 }
  article { padding: 0; max-width: none }
  article + article { break-before: page }
  h2, h3 { break-after: avoid }
  table, li { break-inside: avoid }
}
"""

PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<main>
{articles}
</main>
</body>
</html>
"""


def page(notes: Sequence[Note]) -> bytes:
    """Return notes as one standalone HTML page, each on a printed page of its own."""
    articles = "\n".join(f"<article>\n{body(note.markdown)}</article>" for note in notes)
    return PAGE.format(title=escape(together(notes)), style=STYLE, articles=articles).encode()


def body(markdown: str) -> str:
    """Return Markdown as HTML elements; HTML written in it appears as text.

    >>> body("**Ann** <b>")
    '<p><strong>Ann</strong> &lt;b&gt;</p>\\n'
    """
    found = tokens(markdown)
    for token in found:
        if token.type == "th_open":
            token.attrSet("scope", "col")
    return READER.renderer.render(found, READER.options, {})
