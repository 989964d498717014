"""The nouns of the house: plain values from the standard library only."""
