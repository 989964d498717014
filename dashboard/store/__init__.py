"""The one room that writes to disk: imports as versions, what counts of them now, and the settings."""
