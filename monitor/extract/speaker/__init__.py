"""Who says a number, and through whom."""
