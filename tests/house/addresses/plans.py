"""Plans and search."""

from house.addresses import Address, the_school
from web.builders import a_plan

ADDRESSES = {
    "plan": Address("plan.view", lambda world: the_school(world) | {"period": a_plan(world.school).slug}),
    "plan-search": Address("plan.view_issued", query={"q": "thư viện"}),
}
