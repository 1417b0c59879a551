"""Any official paper → blocks, as Decree 30/2020/NĐ-CP, Annex I wants it; plans use its head, foot and texts too."""

from caitien.layouts.paper.compose import compose_paper
from caitien.layouts.paper.model import (
    Annex,
    Band,
    Column,
    Content,
    Grid,
    Numbering,
    OfficialPaper,
    Picture,
    Points,
    Section,
    Signature,
    Text,
)

__all__ = [
    "Annex",
    "Band",
    "Column",
    "Content",
    "Grid",
    "Numbering",
    "OfficialPaper",
    "Picture",
    "Points",
    "Section",
    "Signature",
    "Text",
    "compose_paper",
]
