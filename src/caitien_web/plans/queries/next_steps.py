"""Which step may come next, and who may take it: what the state strip offers and the step's page asks."""

from collections.abc import Collection
from dataclasses import dataclass

from caitien_web.plans.models import PlanState, SchoolPlan

DRAFT, CONSULTED, SUBMITTED = PlanState.DRAFT, PlanState.CONSULTED, PlanState.SUBMITTED
IN_FORCE = (PlanState.ISSUED, PlanState.UNDER_WAY, PlanState.ADJUSTED)
ISSUED = (*IN_FORCE, PlanState.EVALUATED, PlanState.CLOSED)


@dataclass(frozen=True, slots=True)
class Step:
    """A step that people take on a page of its own.

    `name` is the address's ("plan-submit"), `slug` its last part; `warning` says what cannot be taken back, or what
    leaves the school.
    """

    name: str
    slug: str
    right: str
    button: str
    title: str
    text: str
    states: tuple[PlanState, ...]
    done: str
    warning: str = ""
    adjusting: bool = False
    danger: bool = False

    def fits(self, plan: SchoolPlan) -> bool:
        """Can the plan take this step now?"""
        if self.name == "plan-unpublish" and not plan.is_public:
            return False
        if self.name in ("plan-publish", "plan-unpublish"):
            return plan.is_issued
        return plan.state in self.states and plan.adjusting is self.adjusting


STEPS = (
    Step(
        "plan-approve",
        "duyet",
        "plan.approve",
        "Duyệt kế hoạch",
        "Duyệt kế hoạch",
        "Sau khi duyệt, kế hoạch chờ cấp số, ngày và ban hành.",
        (SUBMITTED,),
        "Đã duyệt kế hoạch.",
    ),
    Step(
        "plan-issue",
        "ban-hanh",
        "plan.issue",
        "Ban hành kế hoạch",
        "Ban hành kế hoạch",
        "Bản ban hành được giữ nguyên mãi mãi thành phiên bản 1; sau này chỉ điều chỉnh bằng phiên bản mới.",
        (PlanState.APPROVED,),
        "Đã ban hành kế hoạch.",
        warning="Ban hành rồi không lấy lại được. Cơ quan quản lý xem được kế hoạch; chưa ai ngoài trường xem được "
        "cho đến khi anh/chị công khai.",
    ),
    Step(
        "plan-issue-adjustment",
        "ban-hanh-dieu-chinh",
        "plan.issue",
        "Ban hành điều chỉnh",
        "Ban hành kế hoạch điều chỉnh",
        "Bản điều chỉnh thành phiên bản mới; các phiên bản trước được giữ nguyên.",
        IN_FORCE,
        "Đã ban hành bản điều chỉnh.",
        warning="Ban hành rồi không lấy lại được. Trang công khai, nếu có, chuyển sang phiên bản mới.",
        adjusting=True,
    ),
    Step(
        "plan-submit",
        "trinh",
        "plan.submit",
        "Trình Hiệu trưởng",
        "Trình Hiệu trưởng",
        "Sau khi trình, kế hoạch không sửa được cho đến khi được trả lại hoặc rút lại.",
        (DRAFT, CONSULTED),
        "Đã trình Hiệu trưởng.",
    ),
    Step(
        "plan-consult",
        "lay-y-kien",
        "plan.consult",
        "Lấy ý kiến góp ý",
        "Lấy ý kiến góp ý",
        "Cán bộ, giáo viên, nhân viên và Ban đại diện cha mẹ học sinh của trường đọc và góp ý được từng mục. "
        "Trong lúc đó vẫn sửa được kế hoạch.",
        (DRAFT,),
        "Đã mở lấy ý kiến.",
    ),
    Step(
        "plan-extend-consultation",
        "han-gop-y",
        "plan.consult",
        "Đổi hạn góp ý",
        "Đổi hạn góp ý",
        "",
        (CONSULTED,),
        "Đã đổi hạn góp ý.",
    ),
    Step(
        "plan-end-consultation",
        "ket-thuc-gop-y",
        "plan.consult",
        "Kết thúc lấy ý kiến",
        "Kết thúc lấy ý kiến",
        "Kế hoạch trở về bản nháp. Các góp ý được giữ lại và vẫn trả lời được.",
        (CONSULTED,),
        "Đã kết thúc lấy ý kiến.",
    ),
    Step(
        "plan-take-back",
        "rut-lai",
        "plan.submit",
        "Rút lại để sửa",
        "Rút lại để sửa",
        "Kế hoạch trở về bản nháp để sửa, rồi trình lại.",
        (SUBMITTED,),
        "Đã rút lại kế hoạch.",
    ),
    Step(
        "plan-return",
        "tra-lai",
        "plan.approve",
        "Trả lại để sửa",
        "Trả lại kế hoạch",
        "Kế hoạch trở về bản nháp, kèm điều cần sửa.",
        (SUBMITTED, PlanState.APPROVED),
        "Đã trả lại kế hoạch.",
    ),
    Step(
        "plan-begin",
        "thuc-hien",
        "plan.issue",
        "Bắt đầu thực hiện",
        "Bắt đầu thực hiện",
        "Từ bước này mọi người báo cáo tiến độ việc được giao.",
        (PlanState.ISSUED,),
        "Kế hoạch đã bắt đầu được thực hiện.",
    ),
    Step(
        "plan-adjust",
        "dieu-chinh",
        "plan.issue",
        "Điều chỉnh, bổ sung",
        "Điều chỉnh, bổ sung kế hoạch",
        "Mở kế hoạch để soạn phiên bản tiếp theo. Phiên bản đang có hiệu lực giữ nguyên cho đến khi ban hành bản mới.",
        IN_FORCE,
        "Đã mở điều chỉnh: sửa bảng kế hoạch, rồi ban hành điều chỉnh.",
    ),
    Step(
        "plan-drop-adjustment",
        "bo-dieu-chinh",
        "plan.issue",
        "Bỏ việc điều chỉnh",
        "Bỏ việc điều chỉnh",
        "Mọi nội dung trở lại như phiên bản đang có hiệu lực. Những gì đã sửa vẫn còn trong lịch sử từng ô.",
        IN_FORCE,
        "Đã bỏ việc điều chỉnh; kế hoạch trở lại như phiên bản đang có hiệu lực.",
        adjusting=True,
        danger=True,
    ),
    Step(
        "plan-evaluate",
        "danh-gia",
        "plan.issue",
        "Ghi nhận đã đánh giá",
        "Ghi nhận đã đánh giá kế hoạch",
        "Dùng khi đã tổng kết, đánh giá kết quả cả năm. Sau bước này không điều chỉnh được nữa.",
        IN_FORCE,
        "Đã ghi nhận đánh giá.",
        warning="Sau khi ghi nhận đánh giá, kế hoạch không điều chỉnh được nữa.",
    ),
    Step(
        "plan-close",
        "dong",
        "plan.issue",
        "Đóng kế hoạch",
        "Đóng kế hoạch",
        "Hồ sơ kế hoạch khép lại; vẫn xem và xuất được.",
        (PlanState.EVALUATED,),
        "Đã đóng kế hoạch.",
        warning="Kế hoạch đã đóng không mở lại được.",
    ),
    Step(
        "plan-take-over",
        "da-ban-hanh-truoc",
        "plan.issue",
        "Ghi nhận đã ban hành trên giấy",
        "Ghi nhận kế hoạch đã ban hành trước đây",
        "Dùng cho kế hoạch đã ký, ban hành trên giấy trước khi đưa vào đây. Nội dung được giữ đúng như bản đã ký, "
        "kể cả chỗ còn lỗi.",
        (DRAFT,),
        "Đã ghi nhận kế hoạch đã ban hành.",
        warning="Ghi nhận rồi, bản này không sửa được nữa, chỉ điều chỉnh bằng phiên bản mới.",
    ),
    Step(
        "plan-publish",
        "cong-khai",
        "plan.issue",
        "Công khai",
        "Công khai kế hoạch",
        "Chọn những phần mọi người xem được trên trang công khai.",
        ISSUED,
        "Đã công khai kế hoạch.",
        warning="Ai có địa chỉ cũng xem được, không cần đăng nhập. Tên người trong danh sách của trường được thay bằng "
        "chức vụ; hãy đọc lại bản xem trước trước khi công khai.",
    ),
    Step(
        "plan-unpublish",
        "thoi-cong-khai",
        "plan.issue",
        "Thôi công khai",
        "Thôi công khai kế hoạch",
        "Trang công khai đóng lại; mã QR đã in sẽ không mở được nữa.",
        ISSUED,
        "Đã thôi công khai kế hoạch.",
        danger=True,
    ),
    Step(
        "plan-delete",
        "xoa",
        "plan.submit",
        "Xóa bản nháp",
        "Xóa bản nháp",
        "Bản nháp cùng góp ý của nó bị xóa; nhật ký vẫn ghi là đã có.",
        (DRAFT, CONSULTED),
        "Đã xóa bản nháp.",
        warning="Xóa rồi không lấy lại được.",
        danger=True,
    ),
)
BY_NAME = {step.name: step for step in STEPS}
_WAITING = {
    PlanState.DRAFT: "Đang soạn; chưa trình Hiệu trưởng.",
    PlanState.CONSULTED: "Đang lấy ý kiến.",
    PlanState.SUBMITTED: "Chờ Hiệu trưởng duyệt.",
    PlanState.APPROVED: "Chờ cấp số và ban hành.",
    PlanState.ISSUED: "Đã ban hành, chưa bắt đầu thực hiện.",
    PlanState.UNDER_WAY: "Đang thực hiện.",
    PlanState.ADJUSTED: "Đang thực hiện theo bản điều chỉnh.",
    PlanState.EVALUATED: "Đã đánh giá cả năm, chờ đóng.",
    PlanState.CLOSED: "Hồ sơ đã khép lại.",
}
_MAIN = ("plan-approve", "plan-issue", "plan-issue-adjustment", "plan-submit", "plan-begin", "plan-close")


@dataclass(frozen=True, slots=True)
class Offer:
    """What the strip shows: where the plan stands, the one main step, and the others."""

    words: str
    main: Step | None
    others: tuple[Step, ...]


def offer_for(plan: SchoolPlan, rights: Collection[str]) -> Offer:
    """The steps that somebody with these rights may take now. Nothing is asked of the database."""
    open_to = [step for step in STEPS if step.right in rights and step.fits(plan)]
    main = next((step for step in open_to if step.name in _MAIN), None)
    words = (
        "Đang soạn điều chỉnh; phiên bản trước vẫn có hiệu lực." if plan.adjusting else _WAITING[PlanState(plan.state)]
    )
    return Offer(words, main, tuple(step for step in open_to if step is not main))
