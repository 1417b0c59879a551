"""The API as django-ninja serves it: routers, keys, and every failure as one Vietnamese sentence in JSON."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from caitien.findings import CannotWrite
from caitien_web.api.access import ByKey
from caitien_web.api.endpoints import evidence, oversight, plans
from caitien_web.ui.refusal import Refusal

api = NinjaAPI(
    title="caitien",
    version="1",
    description="Kế hoạch cải tiến chất lượng giáo dục: đọc, xuất, tạo bản nháp; danh mục minh chứng. "
    "Khóa tạo ở trang Tài khoản, Khóa API.",
    auth=ByKey(),
    docs_url=None,
    openapi_url="/openapi.json",
    urls_namespace="api",
)
api.add_router("", plans.router)
api.add_router("", evidence.router)
api.add_router("", oversight.router)


def _tell(request: HttpRequest, text: str, status: int) -> HttpResponse:
    return api.create_response(request, {"message": text}, status=status)


@api.exception_handler(AuthenticationError)
def no_key(request: HttpRequest, error: Any) -> HttpResponse:
    return _tell(request, "Thiếu khóa API, hoặc khóa đã hết hạn, bị thu hồi. Gửi “Authorization: Bearer <khóa>”.", 401)


@api.exception_handler(PermissionDenied)
def no_right(request: HttpRequest, error: Any) -> HttpResponse:
    return _tell(request, str(error) or "Anh/chị không có quyền làm việc này.", 403)


@api.exception_handler(Http404)
def no_such(request: HttpRequest, error: Any) -> HttpResponse:
    return _tell(request, str(error) or "Không có địa chỉ này.", 404)


@api.exception_handler(HttpError)
def told(request: HttpRequest, error: HttpError) -> HttpResponse:
    words = {400: "Dữ liệu gửi lên không phải JSON hợp lệ."}
    return _tell(request, words.get(error.status_code, error.message), error.status_code)


@api.exception_handler(ValidationError)
def not_valid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """Which fields are wrong, by their names."""
    fields = [".".join(map(str, fault["loc"][1:])) or str(fault["loc"][0]) for fault in error.errors]
    return _tell(request, f"Dữ liệu gửi lên sai hoặc thiếu ở: {', '.join(dict.fromkeys(fields))}.", 422)


@api.exception_handler(Refusal)
@api.exception_handler(CannotWrite)
def refused(request: HttpRequest, error: Exception) -> HttpResponse:
    return _tell(request, str(error), 422)
