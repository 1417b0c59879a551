"""Draw the manner in which a document is written."""

from corpus.compose.blocks import Style
from corpus.invent.random_choice import Choice


def invent_style(seed: int, form: str) -> Style:
    choice = Choice("style", seed, form)
    return Style(
        head=choice.weighted({"table": 5, "tabs": 2, "lines": 2}),
        sections=choice.one(("jump", "roman", "arabic")),
        lists=choice.one(("numbers", "dashes", "plain", "auto")),
        bases=choice.weighted({"section": 3, "before": 1}),
        base_mark=choice.one(("Căn cứ ", "- ", "- Căn cứ ", "* ", "")),
        upper=choice.chance(0.6),
        level_band=choice.chance(0.5),
        empty_standards=choice.one(("none", "some")),
        cut_table=choice.chance(0.15),
        column_numbers=choice.chance(0.15),
        nested=choice.chance(0.1),
        title_joined=choice.chance(0.35),
        band_word=choice.one(("Tiêu chuẩn {}: {}", "Tiêu chuẩn {}. {}", "TIÊU CHUẨN {}: {}", "Tiêu chuẩn {} - {}")),
        criterion_word=choice.one(
            (
                "Tiêu chí {}: {}",
                "Tiêu chí {} {}",
                "Tiêu chí {}. {}",
                "{}. {}",
                "Tiêu chí {}:\n{}",
                "{}: {}",
                "Tiêu chí {}.{}",
            )
        ),
    )
