"""Refusals: what an action raises where it cannot be done, with a text fit for the screen."""


class Refusal(Exception):
    """Base of all `Cannot…`. The text is Vietnamese and says what happened and what to do next."""
