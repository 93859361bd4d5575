"""Where the grammar's words do not reach: what all that stands round a number adds up to."""
