"""The schools of the province: how far each one's plans have come, and what they are about."""

from dataclasses import dataclass

from caitien_web.plans.models import PlanState
from caitien_web.tenancy.models import SchoolLevel


@dataclass(frozen=True, slots=True)
class School:
    """A school of the province. Topics by their keys: `carried` of both years, `last`, `this` of one year only.

    `goes`: what becomes of this year's topics, "key=course", where the plan is under way. `recognised`: so many days
    are left of its recognition.
    """

    name: str
    short: str
    level: SchoolLevel
    commune: int
    last_year: PlanState
    this_year: PlanState
    carried: str
    last: str
    this: str
    goes: str = ""
    recognised: int | None = None

    @property
    def courses(self) -> dict[str, str]:
        return dict(pair.split("=") for pair in self.goes.split())


SCHOOLS = (
    School(
        "Trường Tiểu học Suối Ngọc",
        "THSN",
        SchoolLevel.PRIMARY,
        0,
        PlanState.CLOSED,
        PlanState.UNDER_WAY,
        carried="teams data",
        last="review programme results reading",
        this="teachers staff methods activities support equipment safety parents",
        goes="teams=under_way data=monthly teachers=under_way staff=carried methods=confirmed activities=not_started "
        "support=done equipment=waiting safety=late parents=not_met",
        recognised=130,
    ),
    School(
        "Trường Mầm non Hoa Ban",
        "MNHB",
        SchoolLevel.PRESCHOOL,
        0,
        PlanState.CLOSED,
        PlanState.CONSULTED,
        carried="review",
        last="teams support",
        this="staff methods activities equipment safety parents",
        recognised=800,
    ),
    School(
        "Trường Trung học cơ sở Đồi Sim",
        "THCSĐS",
        SchoolLevel.LOWER_SECONDARY,
        1,
        PlanState.CLOSED,
        PlanState.ADJUSTED,
        carried="teams data",
        last="teachers reading parents",
        this="methods activities results equipment safety",
        goes="teams=confirmed data=monthly methods=under_way activities=dropped results=under_way equipment=answered "
        "safety=late",
        recognised=1100,
    ),
    School(
        "Trường Tiểu học Bến Lau",
        "THBL",
        SchoolLevel.PRIMARY,
        1,
        PlanState.EVALUATED,
        PlanState.DRAFT,
        carried="teachers",
        last="teams methods equipment",
        this="programme support reading safety parents",
        recognised=-60,
    ),
    School(
        "Trường Phổ thông dân tộc bán trú Tiểu học và Trung học cơ sở Nà Thông",
        "PTDTBTTH&THCSNT",
        SchoolLevel.MULTI_LEVEL,
        1,
        PlanState.CLOSED,
        PlanState.ISSUED,
        carried="data",
        last="review parents programme",
        this="teachers activities support results equipment safety",
    ),
    School(
        "Trường Trung học phổ thông Bến Nước",
        "THPTBN",
        SchoolLevel.UPPER_SECONDARY,
        -1,
        PlanState.CLOSED,
        PlanState.SUBMITTED,
        carried="review teachers",
        last="data activities safety",
        this="programme methods results reading parents",
        recognised=420,
    ),
)
