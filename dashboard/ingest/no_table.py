"""How does a reader in a process of its own say that there is no table in a file? The sentence is made outside."""


class NoTable(Exception):
    """What a file is or lacks: a problem code of the catalogue, and what was found, in words."""

    def __init__(self, code: str, found: str) -> None:
        """Keep both as the exception's arguments."""
        super().__init__(code, found)
