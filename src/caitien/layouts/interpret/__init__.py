"""Blocks → plan: what a document means, with every doubt said and every value's place kept."""

from caitien.layouts.interpret.document import Interpretation, interpret

__all__ = ["Interpretation", "interpret"]
