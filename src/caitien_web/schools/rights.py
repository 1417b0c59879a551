"""Who may what: one table, role by role. docs/rights.md is generated from it, tests hold every address against it.

A right is held at the unit of the role. Roles of an authority hold rights marked BELOW over all units below, too.
"""

from dataclasses import dataclass

from caitien_web.schools.models.role import Role

EVERYONE_AT_SCHOOL = frozenset(
    {
        Role.ADMINISTRATOR,
        Role.HEAD,
        Role.VICE_HEAD,
        Role.SECRETARY,
        Role.COUNCIL_MEMBER,
        Role.MONITOR,
        Role.STAFF,
        Role.ACCOUNTANT,
    }
)
LEADERS = frozenset({Role.HEAD, Role.VICE_HEAD})
WRITERS = LEADERS | {Role.SECRETARY}
AUTHORITY = frozenset({Role.OFFICER, Role.READER})


@dataclass(frozen=True, slots=True)
class Right:
    """A right: what it allows, in Vietnamese; who holds it at the own unit; who holds it over units below."""

    says: str
    own: frozenset[Role]
    below: frozenset[Role] = frozenset()


def _right(says: str, own: frozenset[Role] | set[Role], below: frozenset[Role] | set[Role] = frozenset()) -> Right:
    return Right(says, frozenset(own), frozenset(below))


RIGHTS: dict[str, Right] = {
    "unit.view": _right(
        "Xem trang của đơn vị", EVERYONE_AT_SCHOOL | AUTHORITY | {Role.PARENT}, AUTHORITY | {Role.ADMINISTRATOR}
    ),
    "unit.manage": _right("Sửa thông tin đơn vị, tên gọi", {Role.ADMINISTRATOR, Role.HEAD}),
    "units.found": _right("Lập, đổi tên, sáp nhập đơn vị trực thuộc", {Role.ADMINISTRATOR}, {Role.ADMINISTRATOR}),
    "people.view": _right(
        "Xem danh sách cán bộ, giáo viên, nhân viên", EVERYONE_AT_SCHOOL | AUTHORITY, {Role.ADMINISTRATOR}
    ),
    "people.manage": _right(
        "Thêm, mời, phân vai trò, đặt lại mật khẩu", {Role.ADMINISTRATOR, Role.HEAD}, {Role.ADMINISTRATOR}
    ),
    "history.view": _right("Xem nhật ký", WRITERS | {Role.ADMINISTRATOR}),
    "plan.view": _right("Xem kế hoạch đang soạn và đã ban hành", EVERYONE_AT_SCHOOL),
    "plan.view_issued": _right(
        "Xem kế hoạch đã trình, đã ban hành", EVERYONE_AT_SCHOOL | AUTHORITY | {Role.PARENT}, AUTHORITY
    ),
    "plan.write": _right("Soạn, nhập, sửa kế hoạch", WRITERS | {Role.COUNCIL_MEMBER}),
    "plan.check": _right(
        "Xem kết quả kiểm tra kế hoạch: lỗi, chỗ nên xem, gợi ý", WRITERS | {Role.COUNCIL_MEMBER}, AUTHORITY
    ),
    "plan.consult": _right("Lấy ý kiến, trả lời góp ý", WRITERS),
    "plan.inform": _right("Ghi việc phổ biến kế hoạch", WRITERS),
    "plan.comment": _right("Góp ý kế hoạch", EVERYONE_AT_SCHOOL | {Role.PARENT}),
    "plan.submit": _right("Trình Hiệu trưởng", WRITERS),
    "plan.approve": _right("Duyệt hoặc trả lại kế hoạch", {Role.HEAD}),
    "plan.issue": _right("Ban hành, điều chỉnh, công khai kế hoạch", {Role.HEAD}),
    "plan.import_many": _right("Nhập kế hoạch của nhiều trường", {Role.OFFICER}, {Role.OFFICER}),
    "assessment.view": _right("Xem tự đánh giá, đánh giá ngoài", EVERYONE_AT_SCHOOL | AUTHORITY, AUTHORITY),
    "assessment.write": _right("Ghi kết quả tự đánh giá, đánh giá ngoài", WRITERS | {Role.COUNCIL_MEMBER}),
    "assessment.approve": _right("Phê duyệt kết quả tự đánh giá", {Role.HEAD}),
    "evidence.view": _right("Xem minh chứng", EVERYONE_AT_SCHOOL | AUTHORITY, {Role.OFFICER}),
    "evidence.add": _right("Thêm minh chứng", EVERYONE_AT_SCHOOL),
    "evidence.manage": _right("Sắp xếp, rút minh chứng", WRITERS | {Role.COUNCIL_MEMBER}),
    "bodies.view": _right("Xem hội đồng, tổ, ban", EVERYONE_AT_SCHOOL | AUTHORITY, AUTHORITY),
    "bodies.manage": _right("Lập, kiện toàn hội đồng, tổ, ban", {Role.HEAD, Role.SECRETARY}),
    "work.report": _right("Báo cáo tiến độ việc được giao", EVERYONE_AT_SCHOOL),
    "work.assign": _right("Phân công, đổi người, dừng việc", WRITERS),
    "work.view": _right("Xem tiến độ của cả kế hoạch", EVERYONE_AT_SCHOOL | AUTHORITY, AUTHORITY),
    "money.view": _right("Xem kinh phí", EVERYONE_AT_SCHOOL | AUTHORITY, AUTHORITY),
    "money.write": _right("Ghi kinh phí được cấp, đã chi", LEADERS | {Role.ACCOUNTANT}),
    "monitoring.view": _right("Xem các đợt giám sát", EVERYONE_AT_SCHOOL | AUTHORITY, AUTHORITY),
    "monitoring.write": _right("Giám sát, xác nhận, kiến nghị", {Role.MONITOR}),
    "work.confirm": _right(
        "Xác nhận việc đã xong (người lãnh đạo: khi cả tổ giám sát cùng thực hiện)", WRITERS | {Role.MONITOR}
    ),
    "monitoring.answer": _right("Trả lời kiến nghị giám sát", {Role.HEAD}),
    "review.write": _right("Lập biên bản sơ kết, tổng kết", WRITERS),
    "report.view": _right("Xem văn bản, báo cáo đã ban hành", EVERYONE_AT_SCHOOL | AUTHORITY, AUTHORITY),
    "report.view_drafts": _right("Xem văn bản, báo cáo đang soạn", EVERYONE_AT_SCHOOL),
    "report.write": _right("Soạn văn bản, báo cáo", WRITERS | {Role.COUNCIL_MEMBER, Role.MONITOR}),
    "report.issue": _right("Ký, gửi văn bản, báo cáo", {Role.HEAD}),
    "report.receive": _right("Nhận, trả lại báo cáo của trường", {Role.OFFICER}, {Role.OFFICER}),
    "oversight.view": _right(
        "Xem tổng hợp các đơn vị trực thuộc", AUTHORITY | {Role.ADMINISTRATOR}, AUTHORITY | {Role.ADMINISTRATOR}
    ),
    "record.export": _right("Xuất, tải về toàn bộ hồ sơ của trường", {Role.ADMINISTRATOR, Role.HEAD}),
    "record.import": _right("Nhập hồ sơ vào trường còn trống", {Role.ADMINISTRATOR}, {Role.ADMINISTRATOR}),
}
