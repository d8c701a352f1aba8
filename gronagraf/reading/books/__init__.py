"""A workbook as a seed: its sheets as tables, the words that people read as the names of the model."""
