"""The authority's pages, and statistics."""

from house.addresses import Address, the_school

ADDRESSES = {
    "oversight": Address("oversight.view"),
    "oversight-schools": Address("oversight.view"),
    "oversight-file": Address("oversight.view", lambda world: the_school(world) | {"kind": "xlsx"}, names_nothing=True),
    "copies": Address("oversight.view"),
    "copies-ask": Address("oversight.view", post={"nam": "2026"}),
    "recognitions": Address("oversight.view"),
    "recognitions-file": Address(
        "oversight.view", lambda world: the_school(world) | {"kind": "xlsx"}, names_nothing=True
    ),
    "statistics": Address("plan.view_issued"),
    "statistics-file": Address(
        "plan.view_issued", lambda world: the_school(world) | {"kind": "xlsx"}, names_nothing=True
    ),
}
