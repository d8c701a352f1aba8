"""Other people's tables and formats into a seed."""
