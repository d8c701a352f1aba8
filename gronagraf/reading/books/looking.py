"""What is told of a sheet that is read, and what of it cannot be understood: cells that are merged."""

from gronagraf.reading.cells import cell_name
from gronagraf.reading.remarks import Tell, sheet_remarks
from gronagraf.reading.report import Report
from gronagraf.reading.sheets import Sheet


def tell_and_check(sheet: Sheet, report: Report, tell: Tell) -> None:
    for remark in sheet_remarks(sheet):
        tell(remark)
    for first_row, first_column, last_row, last_column in sheet.look.merged:
        if first_row <= sheet.look.last_row:
            where = f"{sheet.place}, cell {cell_name(first_row, first_column)}"
            what = f"is merged with the cells to {cell_name(last_row, last_column)}"
            report.add(where, what, "take them apart and write in each cell what is meant")
