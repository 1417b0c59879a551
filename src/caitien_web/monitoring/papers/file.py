"""Papers as files: their types and names."""

from django.utils.text import slugify

from caitien.vietnamese.fold import fold
from caitien_web.monitoring.models import Paper

TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "html": "text/html; charset=utf-8",
}


def file_name(paper: Paper, suffix: str) -> str:
    """ "bao-cao-tien-do-12-BC-THSN.docx"; a draft says so."""
    kind = slugify(fold(paper.get_kind_display()))
    number = paper.number.replace("/", "-") or "du-thao"
    return f"{kind}-{number}.{suffix}"
