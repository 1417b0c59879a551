"""What the pages of papers ask."""

from django.db.models import Case, Prefetch, Q, QuerySet, When

from caitien_web.monitoring.models import Paper, PaperState, Submission
from caitien_web.tenancy.models import Unit


def papers_of(unit: Unit, *, drafts: bool, kind: str = "", asked: str = "") -> QuerySet[Paper]:
    """The papers of a unit, with drafts or without, the newest first, each with its way to authorities."""
    rows = Paper.objects.of(unit).select_related("plan")
    if not drafts:
        rows = rows.exclude(state=PaperState.DRAFT)
    if kind:
        rows = rows.filter(kind=kind)
    if asked:
        rows = rows.filter(Q(title__icontains=asked) | Q(number__icontains=asked))
    return rows.prefetch_related(Prefetch("submissions", Submission.everywhere.order_by("-sent_at")))


def received_by(unit: Unit) -> QuerySet[Submission]:
    """What schools sent to an authority: what waits first, then the newest. Nothing of a withdrawn paper waits."""
    rows = Submission.objects.within(unit).filter(to=unit).exclude(paper__state=PaperState.WITHDRAWN)
    rows = rows.select_related("paper__unit", "paper__plan", "received_by__person").prefetch_related("paper__files")
    answered = Case(When(received_at=None, returned_at=None, then=0), default=1)
    return rows.order_by(answered, "-sent_at")


def next_number(unit: Unit, year: int, sign: str) -> str:
    """The number after the highest that papers of the unit bear in a year under this sign ("/BC-THSN")."""
    issued = Paper.objects.of(unit).exclude(state=PaperState.DRAFT).filter(signed_on__year=year, number__endswith=sign)
    heads = [number.partition("/")[0] for number in issued.values_list("number", flat=True)]
    highest = max((int(head) for head in heads if head.isdigit()), default=0)
    return f"{highest + 1:02d}{sign}"
