"""Frozen values that everything else passes along; no behaviour beyond what a value knows of itself."""
