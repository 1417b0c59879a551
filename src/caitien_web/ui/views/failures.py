"""What people see where a page cannot be shown: what happened, and what to do next."""

from typing import Any

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string

# status: (what happened, what to do)
WORDS = {
    400: (
        "Trình duyệt gửi lên dữ liệu không đọc được",
        "Quay lại trang trước, tải lại trang rồi làm lại. Nếu vẫn vậy, báo cho quản trị của trường.",
    ),
    403: (
        "Anh/chị chưa được quyền mở trang này",
        "Nếu công việc cần, nhờ quản trị của trường hoặc Hiệu trưởng giao vai trò phù hợp.",
    ),
    404: (
        "Không tìm thấy trang này",
        "Địa chỉ có thể gõ thiếu, hoặc trang thuộc đơn vị khác. Về trang chính rồi đi tiếp từ đó.",
    ),
    405: (
        "Không mở được trang này theo cách đó",
        "Địa chỉ này chỉ nhận việc gửi từ một nút trên trang. Quay lại trang trước và bấm nút ở đó.",
    ),
    413: (
        "Dữ liệu gửi lên quá lớn",
        "Giảm cỡ tệp, gửi ít tệp hơn, hoặc chia bảng thành nhiều lần nhập, rồi gửi lại.",
    ),
    429: (
        "Đã thử quá nhiều lần",
        "Để giữ an toàn cho tài khoản, hệ thống tạm dừng nhận. Đợi khoảng 5 phút rồi thử lại; nếu quên mật khẩu, nhờ "
        "quản trị của trường đặt lại.",
    ),
    500: (
        "Hệ thống gặp lỗi, trang chưa hiện được",
        "Những gì đã lưu vẫn còn. Tải lại trang sau ít phút; nếu vẫn vậy, báo cho quản trị của trường giờ gặp lỗi và "
        "địa chỉ trang.",
    ),
}
EXPIRED = (
    "Trang đã mở quá lâu, hoặc trình duyệt chặn cookie",
    "Tải lại trang rồi gửi lại. Nếu vẫn vậy, bật cookie cho địa chỉ này trong trình duyệt.",
)


def failure(request: HttpRequest, status: int, *, words: tuple[str, str] = ("", ""), detail: str = "") -> HttpResponse:
    """The page of a failure, or its sentence where JSON is asked for."""
    happened, todo = words if words[0] else WORDS[status]
    if "application/json" in request.headers.get("Accept", ""):
        return JsonResponse({"message": f"{detail or happened}. {todo}".replace("..", ".")}, status=status)
    context = {"happened": happened, "todo": todo, "detail": detail, "status": status}
    return render(request, "ui/failure.html", context, status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400, or 413 where too much was sent."""
    too_much = isinstance(exception, (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent))
    return failure(request, 413 if too_much else 400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return failure(request, 403, detail=str(exception))


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404, with the reason where the program gave one in its own words."""
    told = exception.args[0] if exception.args and isinstance(exception.args[0], str) else ""
    return failure(request, 404, detail="" if told.startswith("No ") else told)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: a page that asks nothing of the database."""
    happened, todo = WORDS[500]
    if "application/json" in request.headers.get("Accept", ""):
        return JsonResponse({"message": f"{happened}. {todo}"}, status=500)
    return HttpResponse(render_to_string("ui/failure_alone.html", {"happened": happened, "todo": todo}), status=500)


def csrf_failure(request: HttpRequest, reason: str = "", **_: Any) -> HttpResponse:
    return failure(request, 403, words=EXPIRED)
