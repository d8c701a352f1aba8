"""Workbooks as sheets of text: `.xlsx`, `.xlsm` and `.ods`, guarded against what would break or fool the reader."""

from gronagraf.reading.cells import cell_name, column_letters
from gronagraf.reading.sheets.look import Look
from gronagraf.reading.sheets.workbook import Sheet, Workbook, open_workbook, read_sheets

__all__ = ["Look", "Sheet", "Workbook", "cell_name", "column_letters", "open_workbook", "read_sheets"]
