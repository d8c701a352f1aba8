"""Graph formats of other programs, each a module that reads a file into tables."""
