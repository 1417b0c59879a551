"""Verbs that measures and duties begin with, and the words after which a name of a party is over."""

import re

from caitien.vietnamese.later import later
from caitien.vietnamese.word_choice import one_of

_WORDS = """
ban hành, biểu dương, bàn bạc, bàn giao, bám sát, báo cáo, bình xét, bảo dưỡng, bảo trì, bảo đảm, bố trí, bồi dưỡng,
bổ nhiệm, bổ sung, cam kết, chi trả, chia sẻ, cho, chuyển, chuyển đổi, chuẩn bị, chuẩn hoá, chuẩn hóa, chú trọng,
chú ý, chăm sóc, chấn chỉnh, chỉ đạo, chịu trách nhiệm, chọn, chủ trì, chủ động, cung cấp, cách ly, cân đo, cân đối,
có, công bố, công khai, công nhận, căn cứ, cải thiện, cải tiến, cải tạo, cấp phát, cần, cập nhật, cắt tỉa, củng cố,
cử, di dời, diễn tập, duy trì, duyệt, dành, dạy, dọn, dự giờ, ghi, giao, giám sát, giáo dục, giúp đỡ, giải quyết,
giảm, giới thiệu, góp phần, gắn, gặp gỡ, gửi, hoàn thiện, hoàn thành, huy động, hàng năm, hàng tháng, hướng dẫn, hạn
chế, hằng năm, hằng tháng, họp, hỗ trợ, in, khai thác, khen thưởng, khuyến cáo, khuyến khích, khuyến nghị, khám,
khích lệ, khơi dậy, khảo sát, khắc phục, khởi công, kiến nghị, kiểm kê, kiểm soát, kiểm tra, kiểm định, kiện toàn,
kêu gọi, kí kết, ký, ký cam kết, ký kết, kết hợp, kết nối, liên hệ, luyện tập, luôn, làm, làm việc, lưu, lưu trữ,
lưu ý, lấy, lập, lập lại, lắp, lắp đặt, lồng ghép, lợp, lựa chọn, miễn giảm, mua, mua sắm, mời, mở, mở rộng, nghiên
cứu, nghiệm thu, ngăn, ngăn chặn, ngăn ngừa, nhân dịp, nhân rộng, nhận xét, nhập, nhắc nhở, nhằm, niêm yết, nâng,
nâng cao, nâng cấp, nêu gương, nạo vét, nắm, nắm bắt, nộp, phát, phát hiện, phát huy, phát hành, phát triển, phát
động, phân bổ, phân công, phân cấp, phân loại, phân nhóm, phân quyền, phân tích, phê duyệt, phòng ngừa, phải, phản
hồi, phấn đấu, phối hợp, phổ biến, phụ đạo, quan tâm, quy hoạch, quy định, quyên góp, quán triệt, quản lý, ra quyết
định, rà soát, rèn, rút kinh nghiệm, san lấp, sao lưu, sinh hoạt, so, so sánh, soạn, sơ kết, sơn, sưu tầm, sắp xếp,
số hoá, số hóa, sử dụng, sửa chữa, tham gia, tham khảo, tham mưu, tham quan, thanh lý, thay, thay thế, theo dõi, thi
đua, thiết kế, thu hút, thu thập, thuê, thành lập, thí điểm, thông báo, thăm, thường xuyên, thảo luận, thẩm định,
thỏa thuận, thống kê, thống nhất, thử nghiệm, thực hiện, tiêm, tiến hành, tiếp cận, tiếp nhận, tiếp thu, tiếp tục,
trang bị, trang trí, trao, trao đổi, treo, triển khai, truyền thông, trình, trả lời, trồng, trực tiếp, tu sửa, tuyên
dương, tuyên truyền, tuyển chọn, tuyển dụng, tuyển sinh, tái, tìm hiểu, tích cực, tích hợp, tôn vinh, tăng cường, tư
vấn, tạo, tạo lập, tận dụng, tập huấn, tập trung, tặng, tối ưu, tổ chức, tổng hợp, tổng kết, từng bước, tự, viết,
vận dụng, vận hành, vận động, vệ sinh, xin, xác minh, xác định, xây, xây dựng, xây lắp, xét, xếp, xếp loại, xử lý,
yêu cầu, áp dụng, ôn tập, đa dạng hoá, đa dạng hóa, điều chỉnh, điều tra, đo, đào tạo, đánh giá, đôn đốc, đăng kí,
đăng ký, đưa, được, đảm bảo, đầu tư, đẩy mạnh, đặt, đề nghị, đề ra, đề xuất, để, đối chiếu, đối thoại, đổi mới, động
viên, ưu tiên, ứng dụng
"""
_VERBS = one_of(sorted((word.strip() for word in _WORDS.replace("\n", " ").split(",")), key=len, reverse=True))
_STARTS = later(rf"[\s\-+*•–]*(?:\d+[.)]\s*)?(?:không ngừng |cùng )?(?:{_VERBS})(?!\w)", re.IGNORECASE)
_NOUNS = later(
    r"[\s\-+*•–]*(?:báo cáo viên|báo cáo (?:kết quả|tổng kết|sơ kết|tự|của|về|số|định kỳ)|giáo dục (?:mầm|tiểu|thể)"
    r"|tổ chức (?:đoàn thể|chính trị|xã hội|đảng|kinh tế)"
    r"|quy định (?:về|của)|tự đánh giá|vệ sinh môi|có (?:mặt|đủ)\b|quản lý nhà nước)",
    re.IGNORECASE,
)
_CUTS = later(
    r"(?<!\w)(?:phối hợp thực hiện|tổ chức thực hiện|triển khai thực hiện|cùng thực hiện|thực hiện|chịu trách nhiệm"
    r"|lập (?:dự toán|kế hoạch|danh sách|hồ sơ)"
    r"|xây dựng kế hoạch|tham mưu|đến|để|nhằm|trong việc|trong công tác|theo (?:kế hoạch|quy định|phân công"
    r"|chức năng|sự)|và triển khai"
    r"|phối hợp$|phối hợp(?= (?:trong|để|tổ chức))|hướng dẫn(?=$)|cùng tham gia|tham gia|đảm nhiệm|làm (?:trưởng"
    r"|chủ tịch))(?!\w)",
    re.IGNORECASE,
)
_STATEMENT = later(
    r"(?<!\w)(?:chưa|còn|đã|đang|sẽ|nên|là|gồm|rất|không|ít nhất|hoạt động|một số|dùng chung|hiệu quả|hoàn thành"
    r"|đạt)(?!\w)",
    re.IGNORECASE,
)
_ANY = later(rf"(?<!\w)(?:{_VERBS})(?!\w)", re.IGNORECASE)


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


def is_statement(text: str) -> bool:
    """Whether the text says how things are ("… chưa có chứng chỉ") instead of naming them."""
    return bool(_STATEMENT.search(text))
