"""Everything that changes the register: added, a new version, linked, described anew, withdrawn, taken up again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from caitien.vietnamese.fold import fold
from caitien_web.evidence.codes import WELL_FORMED, next_code
from caitien_web.evidence.models import Evidence, EvidenceLink, EvidenceState, EvidenceVersion
from caitien_web.history.record import changes, record
from caitien_web.tenancy.file_kinds import PROGRAM, UNKNOWN
from caitien_web.tenancy.files import Kept, TooLarge, keep_file
from caitien_web.tenancy.models import Unit
from caitien_web.ui.refusal import Refusal

MOST_BYTES = 50_000_000
NOT_KEPT = {
    PROGRAM: "là chương trình chạy được",
    UNKNOWN: "không rõ là loại tệp gì",
    "text/html": "là trang web",
    "image/svg+xml": "là hình vẽ có thể chứa lệnh",
}
DESCRIBED = ("title", "number", "issued_on", "issuer", "place", "link")


class CannotKeepEvidence(Refusal):
    """The evidence cannot be added or changed."""


@dataclass(frozen=True, slots=True)
class Shows:
    """What a piece of evidence shows: a criterion (of an edition), an indicator ("1a"), an item, a progress entry."""

    edition: str = ""
    criterion: str = ""
    indicator: str = ""
    item: UUID | None = None
    progress: UUID | None = None


@transaction.atomic
def add_evidence(
    unit: Unit,
    file: Any | None,
    *,
    title: str,
    links: Sequence[Shows],
    by: Any,
    at: datetime,
    code: str = "",
    **about: Any,
) -> Evidence:
    """A piece of evidence, with its file where there is one. `about`: number, issued_on, issuer, place, link.

    The code follows from the first criterion linked, unless one is given.
    """
    title = " ".join(title.split())
    if not title:
        raise CannotKeepEvidence("Chưa thêm được minh chứng: chưa có tên. Ghi tên minh chứng rồi lưu lại.")
    kept = _kept(unit, file) if file else None
    evidence = Evidence(unit=unit, title=title[:300], by=by, at=at, **about)
    evidence.code = _code(unit, code, links)
    evidence.folded = _folded(evidence)
    evidence.save()
    EvidenceLink.everywhere.bulk_create(_link(evidence, one) for one in dict.fromkeys(links))
    if kept:
        _add(evidence, kept, by, at)
    record("evidence.evidence.added", unit=unit, by=by, at=at, subject=evidence, code=evidence.code, title=title)
    return evidence


@transaction.atomic
def add_version(evidence: Evidence, file: Any, *, by: Any, at: datetime) -> EvidenceVersion:
    """A newer file; the ones before it stay as they are."""
    evidence = _held(evidence)
    _refuse_withdrawn(evidence)
    kept = _kept(evidence.unit, file)
    same = evidence.versions.filter(sha256=kept.sha256).first()
    if same:
        raise CannotKeepEvidence(f"Tệp này giống hệt bản {same.number} đã có. Chọn tệp khác.")
    version = _add(evidence, kept, by, at)
    told = {"code": evidence.code, "title": evidence.title, "number": version.number}
    record("evidence.version.added", unit=evidence.unit, by=by, at=at, subject=evidence, **told)
    return version


@transaction.atomic
def describe_evidence(evidence: Evidence, *, by: Any, at: datetime, **given: Any) -> None:
    """Title, number, day, issuer, place and link written anew; the code stays."""
    evidence = _held(evidence)
    changed = changes(evidence, given)
    for field in DESCRIBED:
        setattr(evidence, field, given.get(field, getattr(evidence, field)))
    evidence.folded = _folded(evidence)
    evidence.save()
    told = {"code": evidence.code, "title": evidence.title, "changes": changed}
    record("evidence.evidence.described", unit=evidence.unit, by=by, at=at, subject=evidence, **told)


@transaction.atomic
def link_evidence(evidence: Evidence, shows: Shows, *, by: Any, at: datetime) -> None:
    """The evidence shows one thing more; its code stays though it is used for another criterion."""
    evidence = _held(evidence)
    _refuse_withdrawn(evidence)
    link = _link(evidence, shows)
    about = {field: getattr(link, field) for field in ("edition", "criterion", "indicator", "item", "progress")}
    if EvidenceLink.objects.of(evidence.unit).filter(evidence=evidence, **about).exists():
        raise CannotKeepEvidence("Minh chứng đã gắn với chỗ này rồi. Chọn tiêu chí khác.")
    link.save()
    _about("evidence.evidence.linked", evidence, by, at, to=str(link))


@transaction.atomic
def unlink_evidence(evidence: Evidence, link: EvidenceLink, *, by: Any, at: datetime) -> None:
    """The evidence no longer shows this; the history remembers that it did."""
    _about("evidence.evidence.unlinked", evidence, by, at, to=str(link))
    EvidenceLink.objects.of(evidence.unit).filter(pk=link.pk).delete()


@transaction.atomic
def withdraw_evidence(evidence: Evidence, *, reason: str, by: Any, at: datetime) -> None:
    """It is used no more, and stays with its files, its code and the reason."""
    evidence = _held(evidence)
    if not reason.strip():
        raise CannotKeepEvidence("Chưa rút được minh chứng: chưa ghi lý do. Ghi lý do rồi rút lại.")
    _refuse_withdrawn(evidence)
    evidence.state, evidence.withdrawn_because = EvidenceState.WITHDRAWN, reason.strip()
    evidence.save(update_fields=["state", "withdrawn_because"])
    _about("evidence.evidence.withdrawn", evidence, by, at, reason=reason.strip())


@transaction.atomic
def restore_evidence(evidence: Evidence, *, by: Any, at: datetime) -> None:
    """Withdrawn by mistake: used again."""
    evidence = _held(evidence)
    evidence.state, evidence.withdrawn_because = EvidenceState.VALID, ""
    evidence.save(update_fields=["state", "withdrawn_because"])
    _about("evidence.evidence.restored", evidence, by, at)


def _kept(unit: Unit, file: Any) -> Kept:
    try:
        kept = keep_file(unit, file, most=MOST_BYTES)
    except TooLarge as refusal:
        raise CannotKeepEvidence(f"Chưa nhận tệp “{file.name}”: {refusal} Giảm cỡ tệp rồi gửi lại.") from None
    if not kept.size:
        raise CannotKeepEvidence(f"Chưa nhận tệp “{file.name}”: tệp rỗng. Chọn tệp khác.")
    if kept.content_type in NOT_KEPT:
        why = NOT_KEPT[kept.content_type]
        raise CannotKeepEvidence(f"Chưa nhận tệp “{file.name}”: tệp {why}. Gửi bản PDF, ảnh hoặc tệp văn phòng.")
    return kept


def _code(unit: Unit, given: str, links: Sequence[Shows]) -> str:
    given = given.strip()
    if given:
        if not WELL_FORMED.fullmatch(given):
            raise CannotKeepEvidence(f"Mã “{given[:30]}” không đúng dạng MC.1.3.01 hoặc H1-1.3-01. Sửa lại mã.")
        if taken := Evidence.objects.of(unit).filter(code=given).first():
            raise CannotKeepEvidence(f"Mã {given} đã dùng cho “{taken.title[:60]}”. Chọn mã khác, hoặc để trống.")
        return given
    first = next((one for one in links if one.criterion), None)
    return next_code(unit, first.edition, first.criterion) if first else ""


def _link(evidence: Evidence, shows: Shows) -> EvidenceLink:
    return EvidenceLink(
        evidence=evidence,
        edition=shows.edition,
        criterion=shows.criterion,
        indicator=shows.indicator,
        item=shows.item,
        progress=shows.progress,
    )


def _add(evidence: Evidence, kept: Kept, by: Any, at: datetime) -> EvidenceVersion:
    version = EvidenceVersion.of_kept(kept, evidence=evidence, number=evidence.files + 1, by=by, at=at)
    version.save()
    evidence.files = version.number
    evidence.save(update_fields=["files"])
    return version


def _folded(evidence: Evidence) -> str:
    return fold(" ".join((evidence.code, evidence.title, evidence.number, evidence.issuer, evidence.place)))


def _held(evidence: Evidence) -> Evidence:
    rows = Evidence.objects.of(evidence.unit).select_related("unit").select_for_update(of=("self",))
    return rows.get(pk=evidence.pk)


def _refuse_withdrawn(evidence: Evidence) -> None:
    if evidence.state == EvidenceState.WITHDRAWN:
        raise CannotKeepEvidence("Minh chứng này đã rút. Khôi phục trước, rồi làm lại.")


def _about(action: str, evidence: Evidence, by: Any, at: datetime, **told: str) -> None:
    named = {"code": evidence.code, "title": evidence.title}
    record(action, unit=evidence.unit, by=by, at=at, subject=evidence, **named, **told)
