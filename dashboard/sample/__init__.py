"""An invented team of any size, to try the desk with and to measure it: seeded, so every run gives the same figures."""
