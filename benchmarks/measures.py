"""The whole table of measures against bare igraph and networkx, and that of a large network.

`python -m benchmarks.measures [--rounds 2]`. Each measure is worked out by igraph and by us, one right after the other,
and the best of the rounds is told: the machine's other work only ever makes a figure larger. networkx works most
measures out for a part of the nodes only, and its time is scaled to all of them.
"""

import argparse
import sys

from benchmarks.measured import PART
from benchmarks.measuring import Figures, ask, print_table, rounds


def contender(who: str, nodes: int, ties: int) -> Figures:
    return ask((sys.executable, "-m", "benchmarks.measured"), {"who": who, "nodes": nodes, "ties": ties})


def print_table_of_all(nodes: int, ties: int, count: int) -> None:
    """Every measure exactly."""
    found = rounds(count, {"pairs": lambda: contender("pairs", nodes, ties)})["pairs"]
    peer = contender("networkx", nodes, ties)
    best = {name: [min(each["pairs"][name][place] for each in found) for place in (0, 1)] for name in found[0]["pairs"]}
    igraph, ours = (sum(pair[place] for pair in best.values()) for place in (0, 1))
    rest = min(each["rest"] for each in found)
    print(f"\n{nodes:,} nodes, {ties:,} weighted ties, all paths\n")
    heading = ("what", "seconds", "of igraph's")
    rows = [
        ("igraph, bare calls", f"{igraph:.2f}", ""),
        ("ours, the same measures", f"{ours:.2f}", f"{ours / igraph:.2f}"),
        ("ours, what igraph lacks", f"{rest:.2f}", f"{rest / igraph:.2f}"),
        (
            f"networkx ({', '.join(peer['scaled'])}: {PART} nodes, scaled)",
            f"{peer['seconds']:.0f}",
            f"{peer['seconds'] / igraph:.1f}",
        ),
    ]
    print_table(heading, rows)
    print("\nMeasure by measure, igraph and ours:", ", ".join(f"{n} {a:.2f} {b:.2f}" for n, (a, b) in best.items()))
    print(f"\nnetworkx takes {peer['seconds'] / (ours + rest):.1f} times as long as ours with all that igraph lacks.")


def print_large(nodes: int, ties: int, count: int) -> None:
    """Every measure as it comes without --exact."""
    best = min((contender("large", nodes, ties) for _ in range(count)), key=lambda each: float(each["seconds"]))
    print(f"\n{nodes:,} nodes, {ties:,} weighted ties, betweenness sampled\n")
    heading = ("seconds", "megabytes", "sources", "standard error, median of the ten largest", "only with --exact")
    row = (
        f"{best['seconds']:.1f}",
        f"{best['megabytes']:.0f}",
        f"{best['samples']}",
        f"{100 * best['error']:.1f} %",
        ", ".join(best["refused"]),
    )
    print_table(heading, [row])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--only", choices=("table", "large"))
    given = parser.parse_args()
    if given.only != "large":
        print_table_of_all(10_000, 30_000, given.rounds)
    if given.only != "table":
        print_large(100_000, 300_000, given.rounds)


if __name__ == "__main__":
    main()
