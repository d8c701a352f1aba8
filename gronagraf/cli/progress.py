"""A bar while something long goes on and a person looks on."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from gronagraf.schema import Term

WORTH_A_BAR = 0.7
MEASURING = Term("Mäter", "Measuring")


@contextmanager
def progress_bar(title: str) -> Iterator[Callable[[int, int], None] | None]:
    """What to tell of rows done and rows in all, or None when nobody looks at standard error.

    The bar comes only when the work has gone on for a while, and goes away at the end.
    """
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    began = time.monotonic()
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    task = bar.add_task(title)

    def tell(done: int, total: int) -> None:
        bar.update(task, completed=done, total=total)
        if not bar.live.is_started and time.monotonic() - began > WORTH_A_BAR:
            bar.start()

    try:
        yield tell
    finally:
        bar.stop()
