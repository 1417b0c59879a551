"""Puts the parts of a document together into a plan."""

from dataclasses import dataclass, field, replace

from caitien.blocks import Block, Document, WrappedText
from caitien.findings import CannotRead, Finding, Position, doubt
from caitien.layouts.forms import form_of
from caitien.layouts.interpret.bases import bases_in
from caitien.layouts.interpret.closing import read_foot
from caitien.layouts.interpret.edition import edition_of
from caitien.layouts.interpret.grid import Grid, Head, read_grid
from caitien.layouts.interpret.header import read_head
from caitien.layouts.interpret.items import derive_item
from caitien.layouts.interpret.kind import is_improvement_plan, other_kind
from caitien.layouts.interpret.lines import Line
from caitien.layouts.interpret.organisation import organisation_in, split_closing
from caitien.layouts.interpret.outline import FoundTable, Outline, outline
from caitien.layouts.interpret.placing import placed
from caitien.layouts.interpret.purposes import purposes_in
from caitien.layouts.interpret.results import criteria_named_in, prior_results_in, weak_criteria_in
from caitien.layouts.interpret.rows import RowReader, raw_items
from caitien.layouts.interpret.small_tables import problems_in, reviews_in
from caitien.layouts.interpret.titles import with_codes, without_criterion
from caitien.layouts.interpret.wording import wording_of
from caitien.plan import DocumentInfo, Item, Plan
from caitien.plan.wording import Wording


@dataclass(frozen=True, slots=True)
class Interpretation:
    """A plan with the doubts of its reading; `positions` by path in the plan's JSON ("items.3.solution")."""

    plan: Plan
    findings: tuple[Finding, ...] = ()
    positions: dict[str, Position] = field(default_factory=dict)
    wording: Wording = field(default_factory=Wording)


def interpret(document: Document, *, source: str | None = None) -> Interpretation:
    """The plan that the document holds. Raises CannotRead where it is a document of another kind."""
    blocks, findings = _unwrapped(document)
    parts = outline(blocks)
    texts = list(Document(blocks, document.format).texts())
    _refuse_other_kinds(parts, texts)
    head = read_head(parts["header"], texts, parts["general"])
    body, closing = split_closing(parts["organisation"])
    closing = closing or split_closing(parts["mechanism"])[1]
    grids = _grids(parts)
    rows = _rows(grids)
    items, item_findings, positions = _items(rows, head.document)
    foot = read_foot(parts["closing"], body)
    plan = Plan(
        school=head.school,
        document=head.document,
        items=items,
        source=source,
        form=next((form_of(grid.head.known) for _, grid in grids if grid.head.kind == "plan"), None),
        legal_bases=bases_in(parts["bases"], parts["header"]),
        purposes=purposes_in(parts["purposes"]),
        prior_results=prior_results_in(parts["results"], parts["results.title"], parts["bases"]),
        problems=problems_in(grid for _, grid in grids),
        weak_criteria=weak_criteria_in(parts["results"]),
        target_criteria=criteria_named_in(parts["targets"]),
        reviews=reviews_in(grid for _, grid in grids),
        organisation=organisation_in(body),
        closing=closing,
        recipients=foot.recipients,
        signatory=foot.signatory,
    )
    framework, doubts = edition_of(plan, texts)
    plan = replace(plan, framework=framework)
    coded, by_title = with_codes(items, framework)
    plan = replace(plan, items=coded)
    of_cells = placed((*document.findings, *findings), positions, items)
    lacking = without_criterion(coded) if any(row.lacks_criterion for row in rows.items) else ()
    said = (*of_cells, *head.findings, *item_findings, *by_title, *lacking, *doubts, *_missing(plan, parts))
    wording = wording_of(parts, [grid.head for _, grid in grids], rows, document.raw)
    return Interpretation(plan, said, positions, wording)


def _unwrapped(document: Document) -> tuple[tuple[Block, ...], tuple[Finding, ...]]:
    """The document's blocks with wrapped text turned into paragraphs and tables."""
    if not any(isinstance(block, WrappedText) for block in document.blocks):
        return document.blocks, ()
    from caitien.layouts.unwrap import unwrap

    blocks: list[Block] = []
    findings: list[Finding] = []
    for block in document.blocks:
        if isinstance(block, WrappedText):
            found, doubts = unwrap(block)
            blocks += found
            findings += doubts
        else:
            blocks.append(block)
    return tuple(blocks), tuple(findings)


def _refuse_other_kinds(parts: Outline, texts: list[str]) -> None:
    if is_improvement_plan(texts):
        return
    has_plan_table = any(table.head and table.head.kind == "plan" for table in parts.tables)
    kind = other_kind(texts)
    if kind:
        raise CannotRead(f"Tệp này có vẻ là “{kind}”, không phải kế hoạch cải tiến chất lượng giáo dục.")
    if not has_plan_table:
        raise CannotRead(
            "Không tìm thấy kế hoạch cải tiến chất lượng trong tệp này: không có tên loại và bảng kế hoạch."
        )


def _grids(parts: Outline) -> list[tuple[FoundTable, Grid]]:
    """Each table with its rows; a table without head goes on with the head of the one before it."""
    grids: list[tuple[FoundTable, Grid]] = []
    head: Head | None = None
    for found in parts.tables:
        goes_on = found.head is None
        head = found.head or head
        if head is not None:
            grids.append((found, read_grid(found.table, head, first_row=0 if goes_on else None)))
    return grids


def _rows(grids: list[tuple[FoundTable, Grid]]) -> RowReader:
    """The rows of all plan tables, read one after the other."""
    reader = RowReader()
    for found, grid in grids:
        if grid.head.kind == "plan":
            reader.findings += grid.findings
            has_criterion = bool(grid.head.known & {"criterion", "standard_criterion", "criterion_title"})
            raw_items(grid.rows, above=reader, has_criterion_column=has_criterion, heading=_last(found.above))
    return reader


def _items(rows: RowReader, document: DocumentInfo) -> tuple[tuple[Item, ...], list[Finding], dict[str, Position]]:
    years = (document.period.from_year, document.period.to_year) if document.period else None
    findings = list(rows.findings)
    items: list[Item] = []
    positions: dict[str, Position] = {}
    for index, raw in enumerate(rows.items):
        derived = derive_item(raw, index, plan_years=years)
        items.append(derived.item)
        findings += derived.findings
        positions |= {f"items.{index}.{name}": position for name, position in derived.positions.items()}
    return tuple(items), findings, positions


def _last(lines: tuple[Line, ...]) -> str:
    return lines[-1].text if lines else ""


def _missing(plan: Plan, parts: Outline) -> list[Finding]:
    """What a plan always has and this one seems not to have."""
    missing = []
    if not plan.items:
        missing.append(("items", "Không đọc được nội dung cải tiến nào trong bảng kế hoạch."))
    if plan.school.name is None:
        missing.append(("header", "Không tìm thấy tên trường trong văn bản."))
    if not parts["organisation"]:
        missing.append(("organisation", "Không tìm thấy phần “Tổ chức thực hiện”."))
    return [doubt("part-not-found", message) for _, message in missing]
