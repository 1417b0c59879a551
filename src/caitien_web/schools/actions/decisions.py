"""A decision beside its drafting and issuing: worded anew, renewing bodies, its signed file, thrown away."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from caitien_web.history.record import record
from caitien_web.schools.actions.bodies import CannotFound, draft_body, must_be_draft
from caitien_web.schools.models import Body, Decision, DecisionState
from caitien_web.schools.queries.bodies import members_of
from caitien_web.tenancy.files import TooLarge, keep_file

MOST_BYTES = 20_000_000
SIGNED_KINDS = {"application/pdf", "image/jpeg", "image/png", "image/heic", "image/tiff"}


@transaction.atomic
def change_decision(decision: Decision, *, subject: str, by: Any, at: datetime) -> Decision:
    """Another subject for a draft."""
    must_be_draft(decision)
    decision.subject = subject
    decision.save(update_fields=["subject"])
    record("schools.decision.changed", unit=decision.unit, by=by, at=at, subject=decision, about=subject)
    return decision


@transaction.atomic
def delete_decision(decision: Decision, *, by: Any, at: datetime) -> None:
    """Throw a draft away with the bodies in it."""
    must_be_draft(decision)
    record("schools.decision.deleted", unit=decision.unit, by=by, at=at, subject=decision, about=decision.subject)
    decision.bodies.filter(above__decision=decision).delete()
    decision.bodies.all().delete()
    decision.delete()


@transaction.atomic
def renew_bodies(decision: Decision, bodies: Sequence[Body], *, by: Any, at: datetime) -> list[Body]:
    """Draft each of the bodies anew with the members it has, to replace it; the groups of a council come along."""
    made: dict[Any, Body] = {}
    wanted = {body.pk: body for body in bodies}
    for body in list(wanted.values()):
        wanted |= {group.pk: group for group in body.groups.filter(until=None).exclude(since=None)}
    for body in sorted(wanted.values(), key=lambda one: one.above_id is not None):
        made[body.pk] = draft_body(
            decision,
            body.kind,
            body.name,
            members_of(body),
            above=made.get(body.above_id, body.above),
            replaces=body,
            standards=body.standards,
            by=by,
            at=at,
        )
    return list(made.values())


@transaction.atomic
def attach_signed(decision: Decision, file: Any, *, by: Any, at: datetime) -> Decision:
    """Keep the decision as it was signed: a PDF or a picture, by its content."""
    if decision.state != DecisionState.ISSUED:
        raise CannotFound("Chưa đính kèm được bản đã ký: quyết định chưa ban hành.")
    try:
        kept = keep_file(decision.unit, file, most=MOST_BYTES)
    except TooLarge as fault:
        raise CannotFound(f"Chưa đính kèm được bản đã ký. {fault} Giảm cỡ tệp rồi gửi lại.") from None
    if kept.content_type not in SIGNED_KINDS:
        raise CannotFound(f"Chưa đính kèm được “{kept.name}”: bản đã ký phải là tệp PDF hoặc ảnh chụp.")
    decision.file_name, decision.file_sha256, decision.file_stored = kept.name, kept.sha256, kept.stored
    decision.save(update_fields=["file_name", "file_sha256", "file_stored"])
    told = {"number": decision.number, "file": kept.name, "sha256": kept.sha256}
    record("schools.decision.attached", unit=decision.unit, by=by, at=at, subject=decision, **told)
    return decision
