"""What tables of others mean: the language of mappings, how one is read, and those that come with the program."""
