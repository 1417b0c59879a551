"""An old plan laid into the form of a newer edition: what is still to be done, where it comes from, what to decide.

Nothing is decided for the school: criteria are proposed by `frameworks.crosswalk`, levels reached are never carried
over, and whatever does not go along is told with its reason.
"""

from caitien.layouts.convert.convert import Converted, convert
from caitien.layouts.convert.marks import DECIDE, ORIGIN, VERIFY, decisions_in, marked, open_questions

__all__ = ["DECIDE", "ORIGIN", "VERIFY", "Converted", "convert", "decisions_in", "marked", "open_questions"]
