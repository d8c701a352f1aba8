"""Other people's tables and formats into a seed: files as sources, a mapping that says what they mean, one graph."""
