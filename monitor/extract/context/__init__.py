"""What stands round a number: when things happened, which way people went, whether the text tells this story at all."""
