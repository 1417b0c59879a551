"""Papers: composed from the data, edited, issued with number and day, sent, received or returned."""

import hashlib
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django.db import transaction

from caitien.layouts.paper import OfficialPaper
from caitien_web.history.record import record
from caitien_web.monitoring.actions.paper_files import attach_signed_paper
from caitien_web.monitoring.convert import paper_bytes, paper_from_json, paper_to_json
from caitien_web.monitoring.models import Paper, PaperKind, PaperState, Submission
from caitien_web.plans.models import SchoolPlan
from caitien_web.tenancy.models import Unit
from caitien_web.ui.refusal import Refusal


class CannotIssuePaper(Refusal):
    """The paper cannot be changed, issued or sent."""


@transaction.atomic
def make_paper(
    unit: Unit,
    kind: str,
    content: OfficialPaper,
    *,
    by: Any,
    at: datetime,
    plan: SchoolPlan | None = None,
    subject_id: str = "",
) -> Paper:
    """A draft of a paper as composed from the data; from now on it is the people's to edit."""
    paper = Paper.everywhere.create(
        unit=unit,
        plan=plan,
        kind=kind,
        subject_id=str(subject_id),
        title=content.subject[:300],
        content=paper_to_json(content),
        made_by=by,
        made_at=at,
    )
    _told("monitoring.paper.made", paper, by=by, at=at)
    return paper


@transaction.atomic
def edit_paper(paper: Paper, content: OfficialPaper, *, by: Any, at: datetime) -> Paper:
    """Other content for a draft."""
    _must_be(paper, PaperState.DRAFT, "sửa")
    paper.content, paper.title = paper_to_json(content), content.subject[:300]
    paper.save(update_fields=["content", "title"])
    _told("monitoring.paper.edited", paper, by=by, at=at)
    return paper


@transaction.atomic
def issue_paper(
    paper: Paper,
    *,
    number: str,
    signed_on: date,
    signatory: str,
    by: Any,
    at: datetime,
    office: str = "",
    file: Any = None,
) -> Paper:
    """Give it number, day and signatory, and freeze it, perhaps with its signed file. Task sheets go without a number.

    No two issued papers of a unit in one year bear the same number.
    """
    paper = Paper.everywhere.select_for_update(of=("self",)).select_related("unit", "plan").get(pk=paper.pk)
    _must_be(paper, PaperState.DRAFT, "ban hành")
    content = paper_from_json(paper.content)
    if content.number is not None:
        content = replace(content, number=_free_number(paper, number.strip(), signed_on))
    signature = content.signature and replace(
        content.signature, name=signatory.strip() or content.signature.name, office=office or content.signature.office
    )
    content = replace(content, signed_on=signed_on, signature=signature)
    paper.content, paper.number, paper.signed_on = paper_to_json(content), content.number or "", signed_on
    paper.state, paper.sha256 = PaperState.ISSUED, hashlib.sha256(paper_bytes(content)).hexdigest()
    paper.save()
    if paper.number:
        _told("monitoring.paper.issued", paper, by=by, at=at, number=paper.number)
    else:
        _told("monitoring.paper.issued_without_number", paper, by=by, at=at)
    if file:
        attach_signed_paper(paper, file, by=by, at=at)
    return paper


def _free_number(paper: Paper, number: str, signed_on: date) -> str:
    if not number or number.startswith(("…", "/")):
        raise CannotIssuePaper("Chưa ban hành được văn bản: ghi đủ số, ký hiệu, ví dụ 12/BC-THSN.")
    issued = Paper.objects.of(paper.unit).filter(state=PaperState.ISSUED, signed_on__year=signed_on.year, number=number)
    if issued.exists():
        raise CannotIssuePaper(
            f"Chưa ban hành được văn bản: số {number} đã dùng trong năm {signed_on.year}. Ghi số tiếp theo."
        )
    return number


@transaction.atomic
def withdraw_paper(paper: Paper, *, reason: str, by: Any, at: datetime) -> Paper:
    """An issued paper is no longer valid; it stays to be read."""
    _must_be(paper, PaperState.ISSUED, "thu hồi")
    if not reason.strip():
        raise CannotIssuePaper("Chưa thu hồi được văn bản: ghi lý do.")
    paper.state = PaperState.WITHDRAWN
    paper.save(update_fields=["state"])
    _told("monitoring.paper.withdrawn", paper, by=by, at=at, reason=reason.strip())
    return paper


@transaction.atomic
def delete_draft(paper: Paper, *, by: Any, at: datetime) -> None:
    """Only drafts are deleted."""
    _must_be(paper, PaperState.DRAFT, "xóa")
    _told("monitoring.paper.deleted", paper, by=by, at=at)
    paper.delete()


@transaction.atomic
def send_paper(paper: Paper, to: Unit | None, *, by: Any, at: datetime, to_name: str = "") -> Submission:
    """To an authority in the tree (it sees the paper then) or to a body named in words."""
    _must_be(paper, PaperState.ISSUED, "gửi")
    name = to.name if to else to_name.strip()
    if not name:
        raise CannotIssuePaper("Chưa gửi được văn bản: chọn nơi nhận.")
    if to and not paper.unit.path.startswith(to.path):
        raise CannotIssuePaper(f"Chưa gửi được văn bản: {name} không phải cơ quan quản lý của {paper.unit.name}.")
    waiting = paper.submissions.filter(to_name=name, received_at=None, returned_at=None)
    if waiting.exists():
        raise CannotIssuePaper(f"Văn bản này đã gửi {name} và đang chờ tiếp nhận.")
    sent = Submission.everywhere.create(paper=paper, to=to, to_name=name, sent_by=by, sent_at=at)
    _told("monitoring.paper.sent", paper, by=by, at=at, to=name)
    return sent


@transaction.atomic
def receive_paper(submission: Submission, *, by: Any, at: datetime, remark: str = "") -> Submission:
    """The authority takes the paper, with a remark or none."""
    _must_wait(submission)
    submission.received_by, submission.received_at, submission.remark = by, at, remark.strip()
    submission.save()
    _told("monitoring.paper.received", submission.paper, by=by, at=at, to=submission.to_name)
    return submission


@transaction.atomic
def return_paper(submission: Submission, *, remark: str, by: Any, at: datetime) -> Submission:
    """The authority sends the paper back, saying what is to be mended."""
    _must_wait(submission)
    if not remark.strip():
        raise CannotIssuePaper("Chưa trả lại được văn bản: ghi điều cần bổ sung, sửa chữa.")
    submission.received_by, submission.returned_at, submission.remark = by, at, remark.strip()
    submission.save()
    _told("monitoring.paper.returned", submission.paper, by=by, at=at, to=submission.to_name, remark=remark.strip())
    return submission


def _must_wait(submission: Submission) -> None:
    submission.refresh_from_db(fields=["received_at", "returned_at"])
    if submission.received_at or submission.returned_at:
        raise CannotIssuePaper("Văn bản này đã được tiếp nhận hoặc trả lại. Xem lại trang này.")


def _must_be(paper: Paper, state: str, doing: str) -> None:
    if paper.state != state:
        raise CannotIssuePaper(f"Chưa {doing} được văn bản: văn bản đang ở trạng thái “{paper.get_state_display()}”.")


def _told(action: str, paper: Paper, *, by: Any, at: datetime, **told: str) -> None:
    kind = PaperKind(paper.kind).label.lower()
    record(action, unit=paper.unit, by=by, at=at, subject=paper, kind=kind, title=paper.title, **told)
