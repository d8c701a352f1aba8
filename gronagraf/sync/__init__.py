"""Seeds kept clean over the years: the same thing found twice, and two that are one merged."""
