"""Learning a deck: when each card comes again, what was done, and what comes next."""
