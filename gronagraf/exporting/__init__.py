"""A graph in open formats that other programs read: each format is a module with a `write` of its own."""

from gronagraf.exporting.export import Export
from gronagraf.exporting.formats import FORMATS, Format, format_named, write_export

__all__ = ["FORMATS", "Export", "Format", "format_named", "write_export"]
