"""Plots how everything grows with the questionnaire: `make growth-plots`."""

import statistics
import sys
from pathlib import Path

import matplotlib as mpl

from benchmarks.growth import LINEAR, Measured, exponent, measured

mpl.use("Agg")
from matplotlib import pyplot as plt

PLOT = Path(__file__).parents[1] / "docs" / "speed" / "growth.png"


def main() -> None:
    """Measure and plot."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    draw(measured(runs), PLOT)
    print(PLOT)


def draw(found: Measured, path: Path) -> None:
    """Draw one small plot for each thing.

    Args:
        found: What each took, by the number of questions.
        path: The picture.
    """
    columns = 3
    rows = -(-len(found) // columns)
    figure, axes = plt.subplots(
        rows, columns, figsize=(12, 3.2 * rows), layout="constrained", squeeze=False
    )
    places = [axis for row in axes for axis in row]
    for axis, (what, sizes) in zip(places, found.items(), strict=False):
        counts = list(sizes)
        spent = [statistics.median(figures) * 1000 for figures in sizes.values()]
        linear = [spent[0] * count / counts[0] for count in counts]
        slope = exponent(sizes)
        color = "tab:blue" if slope <= LINEAR else "tab:red"
        axis.loglog(counts, linear, "--", color="gray", label="linear")
        axis.loglog(counts, spent, "o-", color=color, label=f"exponent {slope:.2f}")
        axis.set_title(what)
        axis.set_xlabel("questions")
        axis.set_ylabel("ms")
        axis.set_xticks(counts, [f"{count:,}" for count in counts])
        axis.minorticks_off()
        axis.grid(visible=True, alpha=0.3)
        axis.legend()
    for axis in places[len(found) :]:
        axis.set_visible(False)
    figure.suptitle("How it grows with the number of questions (both axes logarithmic)")
    figure.savefig(path, dpi=100)


if __name__ == "__main__":
    main()
