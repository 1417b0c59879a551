"""Words of Django and allauth that their Vietnamese catalogues lack, or say worse; `UiConfig.ready` lays them over.

The keys are the English texts in the packages' code; a pair is (singular, plural) and has one Vietnamese form. A test
holds that no text of a form, a validator or a sign-in page is left in English.
"""

import gettext
from collections.abc import Mapping
from typing import Any

from django.utils.translation import trans_real

WORDS: Mapping[str | tuple[str, str], str] = {
    # Django: forms
    "This field is required.": "Chưa điền ô này.",
    "Enter a valid duration.": "Ghi một khoảng thời gian đúng mẫu.",
    "The number of days must be between {min_days} and {max_days}.": "Số ngày phải từ {min_days} đến {max_days}.",
    "Enter a complete value.": "Điền đủ các phần.",
    "Enter a valid UUID.": "Mã không đúng mẫu.",
    "Enter a valid JSON.": "Dữ liệu JSON không đúng mẫu.",
    "The inline value did not match the parent instance.": "Dòng này không thuộc hồ sơ đang sửa. Tải lại trang.",
    "“%(pk)s” is not a valid value.": "“%(pk)s” không có trong danh sách.",
    "%(datetime)s couldn’t be interpreted in time zone %(current_timezone)s; it may be ambiguous or it may "
    "not exist.": "Không có thời điểm %(datetime)s theo giờ %(current_timezone)s.",
    "ManagementForm data is missing or has been tampered with. Missing fields: %(field_names)s. You may need to file a "
    "bug report if the issue persists.": "Trang gửi thiếu dữ liệu (%(field_names)s). Tải lại trang rồi làm lại.",
    ("Please submit at most %(num)d form.", "Please submit at most %(num)d forms."): "Chỉ gửi nhiều nhất %(num)d mục.",
    ("Please submit at least %(num)d form.", "Please submit at least %(num)d forms."): "Gửi ít nhất %(num)d mục.",
    # Django: validators
    "Enter a valid email address.": "Thư điện tử chưa đúng mẫu, ví dụ ten@truong.edu.vn.",
    "Enter a valid domain name.": "Tên miền chưa đúng mẫu, ví dụ truong.edu.vn.",
    "Enter a valid “slug” consisting of letters, numbers, underscores or hyphens.": (
        "Chỉ dùng chữ không dấu, số, dấu gạch dưới và gạch nối."
    ),
    "Enter a valid “slug” consisting of Unicode letters, numbers, underscores, or hyphens.": (
        "Chỉ dùng chữ, số, dấu gạch dưới và gạch nối."
    ),
    "Ensure this value is a multiple of step size %(limit_value)s.": "Số phải chia hết cho %(limit_value)s.",
    "Ensure this value is a multiple of step size %(limit_value)s, starting from %(offset)s, e.g. %(offset)s, "
    "%(valid_value1)s, %(valid_value2)s, and so on.": (
        "Số phải đi từng bước %(limit_value)s từ %(offset)s: %(offset)s, %(valid_value1)s, %(valid_value2)s…"
    ),
    "File extension “%(extension)s” is not allowed. Allowed extensions are: %(allowed_extensions)s.": (
        "Không nhận tệp đuôi “%(extension)s”. Nhận: %(allowed_extensions)s."
    ),
    "Null characters are not allowed.": "Có ký tự không đọc được. Gõ lại phần này.",
    "Enter a valid %(protocol)s address.": "Địa chỉ %(protocol)s chưa đúng mẫu.",
    "IPv4": "IPv4",
    "IPv6": "IPv6",
    "IPv4 or IPv6": "IPv4 hoặc IPv6",
    # Django: passwords and accounts
    (
        "This password is too short. It must contain at least %d character.",
        "This password is too short. It must contain at least %d characters.",
    ): "Mật khẩu quá ngắn: cần ít nhất %d ký tự.",
    "Reset password": "Đặt lại mật khẩu",
    "Set password": "Đặt mật khẩu",
    "Raw passwords are not stored, so there is no way to see the user’s password.": (
        "Hệ thống không lưu mật khẩu, nên không ai xem được."
    ),
    "Password-based authentication": "Đăng nhập bằng mật khẩu",
    "Enable password-based authentication for this user by setting a password.": (
        "Đặt mật khẩu để tài khoản này đăng nhập được bằng mật khẩu."
    ),
    "Enabled": "Bật",
    "Disabled": "Tắt",
    "Whether the user will be able to authenticate using a password or not. If disabled, they may still be able to "
    "authenticate using other backends, such as Single Sign-On or LDAP.": "Tài khoản có đăng nhập bằng mật khẩu không.",
    # Django: fields of tables
    "Duration": "Khoảng thời gian",
    "Positive big integer": "Số nguyên dương lớn",
    "Universally unique identifier": "Mã định danh",
    "String (unlimited)": "Chữ",
    "“%(value)s” value must be either True or False.": "“%(value)s” phải là có hoặc không.",
    "“%(value)s” value must be either True, False, or None.": "“%(value)s” phải là có, không hoặc để trống.",
    "“%(value)s” value must be either None, True or False.": "“%(value)s” phải là có, không hoặc để trống.",
    "“%(value)s” value has an invalid date format. It must be in YYYY-MM-DD format.": (
        "“%(value)s” chưa đúng mẫu ngày/tháng/năm."
    ),
    "“%(value)s” value has the correct format (YYYY-MM-DD) but it is an invalid date.": "Không có ngày “%(value)s”.",
    "“%(value)s” value has an invalid format. It must be in YYYY-MM-DD HH:MM[:ss[.uuuuuu]][TZ] format.": (
        "“%(value)s” chưa đúng mẫu ngày giờ."
    ),
    "“%(value)s” value has the correct format (YYYY-MM-DD HH:MM[:ss[.uuuuuu]][TZ]) but it is an invalid date/time.": (
        "Không có thời điểm “%(value)s”."
    ),
    "“%(value)s” value must be a decimal number.": "“%(value)s” phải là số.",
    "“%(value)s” value must be a float.": "“%(value)s” phải là số.",
    "“%(value)s” value must be an integer.": "“%(value)s” phải là số nguyên.",
    "“%(value)s” value has an invalid format. It must be in [DD] [[HH:]MM:]ss[.uuuuuu] format.": (
        "“%(value)s” chưa đúng mẫu khoảng thời gian."
    ),
    "“%(value)s” value has an invalid format. It must be in HH:MM[:ss[.uuuuuu]] format.": (
        "“%(value)s” chưa đúng mẫu giờ:phút."
    ),
    "“%(value)s” value has the correct format (HH:MM[:ss[.uuuuuu]]) but it is an invalid time.": (
        "Không có giờ “%(value)s”."
    ),
    "“%(value)s” is not a valid UUID.": "“%(value)s” không phải là mã đúng mẫu.",
    "%(model)s instance with %(field)s %(value)r is not a valid choice.": (
        "Không chọn được mục này (%(field)s %(value)r)."
    ),
    "A JSON object": "Dữ liệu JSON",
    "Value must be valid JSON.": "Dữ liệu JSON không đúng mẫu.",
    # Django: lengths of time
    ("%(num)d year", "%(num)d years"): "%(num)d năm",
    ("%(num)d month", "%(num)d months"): "%(num)d tháng",
    ("%(num)d week", "%(num)d weeks"): "%(num)d tuần",
    ("%(num)d day", "%(num)d days"): "%(num)d ngày",
    ("%(num)d hour", "%(num)d hours"): "%(num)d giờ",
    ("%(num)d minute", "%(num)d minutes"): "%(num)d phút",
    # allauth: signing in
    "Username": "Tên đăng nhập",
    "Username or email": "Tên đăng nhập hoặc thư điện tử",
    "Username or phone": "Tên đăng nhập hoặc số điện thoại",
    "Username, email or phone": "Tên đăng nhập, thư điện tử hoặc số điện thoại",
    "Username (optional)": "Tên đăng nhập (không bắt buộc)",
    "Email": "Thư điện tử",
    "Email address": "Thư điện tử",
    "Email (optional)": "Thư điện tử (không bắt buộc)",
    "Email (again)": "Thư điện tử (ghi lại)",
    "Email or phone": "Thư điện tử hoặc số điện thoại",
    "Email address confirmation": "Thư điện tử (ghi lại)",
    "Phone": "Số điện thoại",
    "Password": "Mật khẩu",
    "Remember Me": "Ghi nhớ đăng nhập trên máy này",
    "Forgot your password?": "Quên mật khẩu?",
    "Current Password": "Mật khẩu đang dùng",
    "New Password": "Mật khẩu mới",
    "New Password (again)": "Mật khẩu mới (ghi lại)",
    "Code": "Mã",
    "Authenticator code": "Mã sáu số",
    "Recovery codes": "Mã dự phòng",
    "TOTP Authenticator": "Ứng dụng xác thực",
    "WebAuthn": "Khóa bảo mật",
    "Use your password": "Dùng mật khẩu",
    "Use authenticator app or code": "Dùng ứng dụng xác thực hoặc mã dự phòng",
    "Use a security key": "Dùng khóa bảo mật",
    "Send me a sign-in code": "Gửi mã đăng nhập cho tôi",
    "Enter a phone number including country code (e.g. +1 for the US).": "Ghi số điện thoại có mã nước, ví dụ +84.",
    # Django: what a password must be
    "Your password can’t be too similar to your other personal information.": (
        "Không giống họ tên, tên đăng nhập, thư điện tử của anh/chị."
    ),
    (
        "Your password must contain at least %(min_length)d character.",
        "Your password must contain at least %(min_length)d characters.",
    ): "Có ít nhất %(min_length)d ký tự.",
    "Your password can’t be a commonly used password.": "Không phải mật khẩu nhiều người dùng, như 12345678.",
    "Your password can’t be entirely numeric.": "Không chỉ gồm chữ số.",
    # allauth: what is not right
    "This account is currently inactive.": "Tài khoản này đã khóa. Nhờ quản trị của trường mở lại.",
    "The username and/or password you specified are not correct.": "Tên đăng nhập hoặc mật khẩu chưa đúng.",
    "The email address and/or password you specified are not correct.": "Thư điện tử hoặc mật khẩu chưa đúng.",
    "The phone number and/or password you specified are not correct.": "Số điện thoại hoặc mật khẩu chưa đúng.",
    "Too many failed login attempts. Try again later.": (
        "Đã thử sai quá nhiều lần. Đợi 5 phút rồi thử lại; nếu quên mật khẩu, nhờ quản trị của trường đặt lại."
    ),
    "Be patient, you are sending too many requests.": "Gửi quá nhanh. Đợi một phút rồi thử lại.",
    "Please type your current password.": "Mật khẩu đang dùng chưa đúng.",
    "Incorrect password.": "Mật khẩu chưa đúng.",
    "Incorrect code.": "Mã chưa đúng hoặc đã hết hạn. Ghi mã đang hiện trong ứng dụng.",
    "Invalid or expired key.": "Đường dẫn không đúng hoặc đã quá hạn.",
    "Invalid login.": "Chưa đăng nhập được. Thử lại từ trang đăng nhập.",
    "The password reset token was invalid.": "Đường dẫn đặt lại mật khẩu không dùng được. Xin đường dẫn mới.",
    "You must type the same password each time.": "Hai lần ghi mật khẩu chưa giống nhau.",
    "You must type the same email each time.": "Hai lần ghi thư điện tử chưa giống nhau.",
    "The new value must be different from the current one.": "Phải khác với cái đang dùng.",
    "The email address is not assigned to any user account.": "Không có tài khoản nào dùng thư điện tử này.",
    "The phone number is not assigned to any user account.": "Không có tài khoản nào dùng số điện thoại này.",
    "This email address is already associated with this account.": "Tài khoản đã có thư điện tử này.",
    "A user is already registered with this email address.": "Đã có tài khoản dùng thư điện tử này.",
    "A user is already registered with this phone number.": "Đã có tài khoản dùng số điện thoại này.",
    "A user with that username already exists.": "Đã có tài khoản dùng tên đăng nhập này.",
    "Username can not be used. Please use other username.": "Không dùng được tên đăng nhập này. Chọn tên khác.",
    "Your primary email address must be verified.": "Thư điện tử chính chưa được xác nhận.",
    "You cannot remove your primary email address.": "Không bỏ được thư điện tử chính.",
    "You cannot add more than %d email addresses.": "Chỉ thêm được nhiều nhất %d thư điện tử.",
    "Please select only one.": "Chỉ chọn một.",
    "You cannot add an email address to an account protected by two-factor authentication.": (
        "Tài khoản đang bật xác thực hai lớp, không thêm được thư điện tử."
    ),
    "You cannot deactivate two-factor authentication.": "Không tắt được xác thực hai lớp.",
    "You cannot generate recovery codes without having two-factor authentication enabled.": (
        "Bật xác thực hai lớp trước, rồi tạo mã dự phòng."
    ),
    "You cannot activate two-factor authentication until you have verified your email address.": (
        "Xác nhận thư điện tử trước, rồi bật xác thực hai lớp."
    ),
    "Master key": "Khóa chính",
    "Backup key": "Khóa dự phòng",
    "Key nr. {number}": "Khóa số {number}",
}
IN_CONTEXT: Mapping[tuple[str, str], str] = {
    ("field label", "Login"): "Tên đăng nhập hoặc thư điện tử",
    ("String to return when truncating text", "%(truncated_text)s…"): "%(truncated_text)s…",
}


class _OneForm(gettext.NullTranslations):
    """Our words as a catalogue that Django can merge: Vietnamese has one form for every number."""

    def __init__(self) -> None:
        super().__init__()
        self.plural = lambda number: 0
        self._info: dict[str, str] = {}
        self._catalog: dict[Any, str] = {}
        for english, vietnamese in WORDS.items():
            key = (english[0], 0) if isinstance(english, tuple) else english
            self._catalog[key] = vietnamese
        self._catalog |= {f"{context}\x04{english}": said for (context, english), said in IN_CONTEXT.items()}


def lay_over() -> None:
    """Put our words before those of the catalogues."""
    trans_real.translation("vi").merge(_OneForm())
