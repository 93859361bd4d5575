"""What the grammar says that a counted number measures."""
