"""Which pages does the app have, and at which address?"""

from tests.docs import VIEWS

FIRST = "this_week"
PAGES = sorted(path.stem for path in VIEWS.glob("[a-z]*.py"))
ADDRESSES = {name: "/" if name == FIRST else f"/{name}" for name in PAGES}
