"""The desk from the terminal: every sub-command is one file, and loads what it needs only when it is called."""
