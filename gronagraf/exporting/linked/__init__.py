"""Linked data: the graph in the words that others know (ORG, CPOV, schema.org, SKOS) and in its own for the rest."""
