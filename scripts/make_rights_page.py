"""docs/rights.md from the table of rights: which role may what."""

import os

PAGE = """\
# Who may what

<!-- Written by scripts/make_docs.py from src/caitien_web/schools/rights.py; change the table there, not this page. -->

A person has roles at units, each from a day until another day, and may have several. A right is held at the unit of
the role (●). Roles of an authority hold some rights over all units below theirs, too (▼). Whoever has no role at a unit
or above it does not learn that it exists: its addresses answer 404. Whoever belongs to it without the right gets 403.
`tests/house/test_rights.py` asks every address of the site as everybody in this table.

{tables}
"""
GROUPS = {
    "Đơn vị, người, nhật ký": ("unit.", "units.", "people.", "history.", "bodies.", "record."),
    "Kế hoạch": ("plan.",),
    "Tự đánh giá, minh chứng": ("assessment.", "evidence."),
    "Thực hiện, giám sát, báo cáo": ("work.", "money.", "monitoring.", "review.", "report.", "oversight."),
}


def page() -> bytes:
    """The page, a table for each group of rights; every right stands in one of them."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "caitien_web.settings.test")
    import django

    django.setup()
    from caitien_web.schools.rights import RIGHTS

    grouped = {title: [name for name in RIGHTS if name.startswith(heads)] for title, heads in GROUPS.items()}
    forgotten = set(RIGHTS) - {name for names in grouped.values() for name in names}
    assert not forgotten, f"name a group for {forgotten}"
    return PAGE.format(tables="\n\n".join(_table(title, names) for title, names in grouped.items())).encode()


def _table(title: str, names: list[str]) -> str:
    from caitien_web.schools.models.role import Role
    from caitien_web.schools.rights import RIGHTS

    rows = [f"| quyền | tên | {' | '.join(role.label for role in Role)} |", f"|---|---{'|:-:' * len(Role)}|"]
    for name in names:
        right = RIGHTS[name]
        marks = [("●" if role in right.own else "") + ("▼" if role in right.below else "") for role in Role]
        rows.append(f"| {right.says} | `{name}` | {' | '.join(marks)} |")
    return f"## {title}\n\n" + "\n".join(rows)
