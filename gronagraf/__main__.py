"""`python -m gronagraf` is the program `gronagraf`."""

from gronagraf.cli import main

if __name__ == "__main__":
    main()
