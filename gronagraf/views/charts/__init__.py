"""Charts as files of their own: SVG, or a page with the same data as a table; no script, nothing loaded."""

from gronagraf.views.charts.composing import crossimpact_chart, grid_chart, refuse_unknown, scatter_chart
from gronagraf.views.charts.writing import Chart, ChartForm, write_chart

__all__ = ["Chart", "ChartForm", "crossimpact_chart", "grid_chart", "refuse_unknown", "scatter_chart", "write_chart"]
