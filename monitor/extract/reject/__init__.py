"""Numbers that are no figures, each with the name of the reason."""
