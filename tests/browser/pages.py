"""Which pages does the app have, and at which address?"""

from dashboard.ui import go

FIRST = "this_week"
PAGES = tuple(go.PAGES)
ADDRESSES = {name: "/" if name == FIRST else f"/{name}" for name in PAGES}
