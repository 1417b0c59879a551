"""The evidence register."""

from typing import Any

from caitien_web.evidence.actions import Shows, add_evidence
from house.addresses import Address, the_school
from house.world import World
from web.builders import NOW
from web.files import a_file


def one(world: World) -> dict[str, Any]:
    links = [Shows("TT57-2026-PT", "1.3")]
    file = a_file("bien-ban.pdf", b"%PDF-1.7\n")
    made = add_evidence(world.school, file, title="Biên bản họp", links=links, by=None, at=NOW)
    return the_school(world) | {"key": made.pk}


def a_link(world: World) -> dict[str, Any]:
    given = one(world)
    from caitien_web.evidence.models import EvidenceLink

    return given | {"link": EvidenceLink.objects.of(world.school).get().pk}


ADDRESSES = {
    "evidence-list": Address("evidence.view"),
    "evidence-new": Address("evidence.add"),
    "evidence": Address("evidence.view", one),
    "evidence-describe": Address("evidence.manage", one),
    "evidence-version": Address("evidence.add", one, post={}),
    "evidence-file": Address("evidence.view", lambda world: one(world) | {"number": 1}),
    "evidence-link": Address("evidence.manage", one, post={"criterion": "2.1"}),
    "evidence-unlink": Address("evidence.manage", a_link, post={}),
    "evidence-withdraw": Address("evidence.manage", one, post={"reason": "Nhầm"}),
    "evidence-restore": Address("evidence.manage", one, post={}),
}
