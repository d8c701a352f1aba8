"""Measurements against peers on the same work in the same run; each is one command that prints a table."""
