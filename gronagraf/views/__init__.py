"""What people and programs see: tables, pages, the map and the model put in words."""
