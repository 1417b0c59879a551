"""Verbs that measures and duties begin with, and the words after which a name of a party is over."""

import re

_VERBS = """
báo cáo|ban hành|bảo đảm|đảm bảo|bình xét|bố trí|bổ nhiệm|bổ sung|bồi dưỡng|cải tạo|cải tiến|cập nhật|chăm sóc
|chấn chỉnh|chỉ đạo|chia sẻ
chịu trách nhiệm|chú trọng|chủ động|chủ trì|chuẩn bị|cho|có|công bố|công khai|củng cố|cử|dạy|dự giờ|duy trì|đánh giá
|đẩy mạnh|đăng ký|đăng kí|đầu tư
đề nghị|đề xuất|điều chỉnh|điều tra|đôn đốc|đổi mới|động viên|đưa|được|giải quyết|giám sát|giao|giáo dục|giới thiệu
|giúp đỡ|hoàn thành|hoàn thiện
hỗ trợ|huy động|hướng dẫn|họp|kết hợp|khai thác|khảo sát|khắc phục|khen thưởng|khuyến khích|kiểm tra|kiến nghị
|kiện toàn|ký|làm|lắp đặt|lập
liên hệ|lồng ghép|lưu trữ|mở|mời|mua|nắm|nâng cao|nâng cấp|nghiên cứu|nhắc nhở|nhân rộng|niêm yết|phân công|phân loại
|phát động|phát huy|phát triển
phê duyệt|phối hợp|phổ biến|phụ đạo|quán triệt|quan tâm|quản lý|quy hoạch|rà soát|rèn|sắp xếp|sinh hoạt|soạn|sơ kết
|sử dụng|sửa chữa|tăng cường|tạo
tập huấn|tập trung|tham gia|tham mưu|thành lập|theo dõi|thống kê|thu hút|thu thập|thực hiện|tích cực|tích hợp
|tiến hành|tiếp nhận|tiếp tục|tìm hiểu
tổng hợp|tổng kết|tổ chức|trang bị|trang trí|trao đổi|triển khai|trồng|tu sửa|tuyên truyền|tuyển dụng|tư vấn|từng bước
|ứng dụng|ưu tiên|vận động
viết|vệ sinh|xác định|xây|xây dựng|xếp loại|xét|xin|xử lý|yêu cầu|thường xuyên|luôn|cần|phải|nhằm|để|trực tiếp
|góp phần|thay thế|thẩm định|thí điểm
hằng tháng|hàng tháng|hằng năm|hàng năm|đề ra|duyệt|phát hiện|phấn đấu|ôn tập|quy định|khuyến nghị|tự|kêu gọi|nhân dịp
|in|ghi|gắn|lựa chọn|chọn|thiết kế|căn cứ|kí kết|ký kết|tham khảo
nắm bắt|tận dụng|cung cấp|đặt|thay|di dời|nạo vét|san lấp|cải thiện|kết nối|truyền thông|mở rộng|giảm|hạn chế
|đa dạng hóa|đa dạng hoá|số hóa|số hoá
vận dụng|chuyển đổi|khích lệ|khơi dậy|tôn vinh|biểu dương|tuyên dương|đối chiếu|bàn giao|nghiệm thu|kiểm kê|thanh lý
|ra quyết định|chú ý|lưu ý|dành
bám sát|gửi|nộp|công nhận|thông báo|trình|gặp gỡ|tiếp cận|phân bổ|phân tích|phân cấp|cân đối|lập lại|bảo dưỡng|bảo trì
|khuyến cáo|rút kinh nghiệm
""".replace("\n", "")
_STARTS = re.compile(rf"[\s\-+*•–]*(?:\d+[.)]\s*)?(?:không ngừng |cùng )?(?:{_VERBS})(?!\w)", re.IGNORECASE)
_NOUNS = re.compile(
    r"[\s\-+*•–]*(?:báo cáo viên|báo cáo (?:kết quả|tổng kết|sơ kết|tự|của|về|số|định kỳ)|giáo dục (?:mầm|tiểu|thể)"
    r"|tổ chức (?:đoàn thể|chính trị|xã hội|đảng|kinh tế)"
    r"|quy định (?:về|của)|tự đánh giá|vệ sinh môi|có (?:mặt|đủ)\b|quản lý nhà nước)",
    re.IGNORECASE,
)
_CUTS = re.compile(
    r"(?<!\w)(?:phối hợp thực hiện|tổ chức thực hiện|triển khai thực hiện|cùng thực hiện|thực hiện|chịu trách nhiệm"
    r"|lập (?:dự toán|kế hoạch|danh sách|hồ sơ)"
    r"|xây dựng kế hoạch|tham mưu|đến|để|nhằm|trong việc|trong công tác|theo (?:kế hoạch|quy định|phân công"
    r"|chức năng|sự)|và triển khai"
    r"|phối hợp$|phối hợp(?= (?:trong|để|tổ chức))|hướng dẫn(?=$)|cùng tham gia|tham gia|đảm nhiệm|làm (?:trưởng"
    r"|chủ tịch))(?!\w)",
    re.IGNORECASE,
)
_ANY = re.compile(rf"(?<!\w)(?:{_VERBS})(?!\w)", re.IGNORECASE)


def starts_with_verb(text: str) -> bool:
    """Whether the text begins like a measure ("Tổ chức tập huấn …", "- Rà soát …") and not like a thing or a party."""
    return bool(_STARTS.match(text)) and not _NOUNS.match(text)


def before_purpose(text: str) -> str:
    """The text up to the words that tell what the party does ("… lập dự toán", "… để …")."""
    cut = _CUTS.search(text)
    return text[: cut.start()].rstrip(" ,;") if cut else text


def before_verb(text: str) -> str:
    """The text up to the first verb of any kind: for what follows the title of a person."""
    cut = _ANY.search(text)
    return text[: cut.start()].rstrip(" ,;") if cut else text
