"""How often do the desk's verdicts err? Simulated teams, of which everything is known."""
