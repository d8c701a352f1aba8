"""Rows into nodes and relations, as the rules of a mapping say."""
