"""What the API takes and gives, beside the plan itself, whose form is the contract caitien.plan/1."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from ninja import Field, Schema


class Problem(Schema):
    """Every answer that is no success: one Vietnamese sentence that says what happened and what to do."""

    message: str


class UnitOut(Schema):
    slug: str = Field(description="Tên trong địa chỉ")
    name: str
    kind: str = Field(description="ministry, province, commune, school")
    level: str


class PlanBrief(Schema):
    period: str = Field(description="2026-2027")
    state: str
    state_words: str
    number: str
    signed_on: date | None
    item_count: int
    is_public: bool
    changed_at: datetime


class PlanOut(PlanBrief):
    plan: dict[str, Any] = Field(description="Kế hoạch theo hợp đồng caitien.plan/1")


class VersionBrief(Schema):
    number: int
    document_number: str
    signed_on: date
    sha256: str = Field(description="SHA-256 của JSON chuẩn tắc")
    reason: str
    summary: str


class VersionOut(VersionBrief):
    plan: dict[str, Any]


class FindingOut(Schema):
    code: str
    name: str
    severity: str
    message: str
    hint: str
    part: str
    item: int | None = Field(description="Thứ tự của mục, đếm từ 0")
    field: str | None
    set_aside: str | None = Field(description="Lý do bỏ qua, nếu đã bỏ qua")


class DraftIn(Schema):
    from_year: int = Field(ge=1990, le=2100)
    to_year: int = Field(ge=1991, le=2101)
    plan: dict[str, Any] = Field(description="Kế hoạch theo hợp đồng caitien.plan/1")


class ImportOut(Schema):
    id: UUID
    name: str
    state: str
    message: str
    address: str = Field(description="Trang để đối chiếu và xác nhận")


class EvidenceBrief(Schema):
    id: UUID
    code: str = Field(description="Mã minh chứng, ví dụ MC.1.3.01; có thể trống")
    title: str
    number: str
    issued_on: date | None
    issuer: str
    place: str = Field(description="Nơi lưu bản giấy")
    link: str
    state: str = Field(description="valid, withdrawn")
    files: int = Field(description="Số bản tệp đã gửi")
    criteria: list[str] = Field(description="Các tiêu chí được chứng minh")
    at: datetime


class EvidenceFileOut(Schema):
    number: int = Field(description="Bản mới nhất có số lớn nhất")
    name: str
    content_type: str
    size: int
    sha256: str
    at: datetime


class EvidenceOut(EvidenceBrief):
    withdrawn_because: str
    versions: list[EvidenceFileOut]


class EvidenceIn(Schema):
    title: str = Field(max_length=300)
    criterion: str = Field("", description="Tiêu chí của bộ tiêu chuẩn mà trường dùng, ví dụ 1.3")
    code: str = Field("", description="Để trống thì mã tiếp theo của tiêu chí")
    number: str = ""
    issued_on: date | None = None
    issuer: str = ""
    place: str = ""
    link: str = ""


class EvidencePage(Schema):
    """A page of the register."""

    count: int
    page: int
    pages: int
    results: list[EvidenceBrief]


class SchoolPlanOut(PlanBrief):
    unit: str
    unit_name: str


class Page(Schema):
    """A page of a long list."""

    count: int
    page: int
    pages: int
    results: list[SchoolPlanOut]
