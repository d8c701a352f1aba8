"""What stands in a row of others: texts into ids, numbers, dates and values of the model's fields."""
