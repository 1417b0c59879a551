"""Pictures of numbers as SVG made here: labelled directly, told in words, with the numbers as a table beside them.

The same drawing stands on a page, where classes give it the colours of light or dark, and in a report, where the
colours of its attributes hold.
"""

from caitien_web.ui.charts.bars import Bar, bars
from caitien_web.ui.charts.drawing import Chart
from caitien_web.ui.charts.gantt import Span, gantt
from caitien_web.ui.charts.stacked import Part, Stack, stacked
from caitien_web.ui.charts.trend import Line, trend

__all__ = ["Bar", "Chart", "Line", "Part", "Span", "Stack", "bars", "gantt", "stacked", "trend"]
