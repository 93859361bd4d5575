"""A text made ready: its shadow, tokens, sentences and clauses, the story's words and the number spans in it."""
