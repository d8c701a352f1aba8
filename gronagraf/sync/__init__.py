"""Seeds kept clean over the years: the same thing found twice, two that are one merged, what is removed kept."""

THRESHOLD = 80
"""The score from which two are told as perhaps one."""
