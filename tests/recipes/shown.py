"""An answer as the expected tables write it: a node by its id, a relation by its type, a list joined by ` | `,
a map as `key: value`."""

from gronagraf.graph import Cell, Edge, Node, Result


def shown(cell: Cell) -> str:
    if isinstance(cell, list):
        return " | ".join(map(shown, cell))
    if isinstance(cell, dict):
        return ", ".join(f"{key}: {shown(value)}" for key, value in cell.items())
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, Node):
        return cell.id
    if isinstance(cell, Edge):
        return cell.type
    return "" if cell is None else str(cell)


def as_rows(result: Result) -> list[list[str]]:
    return [[shown(cell) for cell in row] for row in result.rows]
