"""Seeds kept clean over the years: the same thing found twice, and two that are one merged."""

THRESHOLD = 80
"""The score from which two are told as perhaps one."""
