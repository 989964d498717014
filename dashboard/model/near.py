"""How near to a line is too near to call?"""

NEAR_ATTAINMENT = 0.05
"""Fraction of the quota: nearer to its line than this, a small deal could change the side (our inference)."""
