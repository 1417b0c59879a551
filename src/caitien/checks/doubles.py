"""Words that rightly stand twice in a row: reduplications, and the end of one compound before the start of another."""

_TWICE = (
    "xanh luôn thường dần từ ngày năm tháng tuần đời lần người nhà ai đâu mãi song vân tối sáng chiều đều chung xa gần"
    " ba tư hay ngành nơi chỗ tầng lớp hàng đêm giờ thế xưa mai nhiều chang trùng thoang rào"
)
_REDUPLICATED = frozenset(_TWICE.split())
# What may follow the second of two equal words, since both then begin a word of their own ("thành viên viên chức").
_STARTS = {
    word: frozenset(follow.split())
    for word, follow in {
        "động": "viên tác cơ lực thái não",
        "sinh": "hoạt sống năm viên ra động lý lí học nhật sản hoạt hiểu",
        "viên": "chức",
        "tạo": "điều động cơ môi sự nên ra nguồn cảnh hứng không thành lập cho được bầu niềm",
        "lý": "lịch luận do thuyết",
        "lí": "lịch luận do thuyết",
        "môn": "toán tiếng ngữ tin âm mĩ mỹ lịch địa khoa thể giáo ngoại đạo học",
        "tập": "huấn thể trung luyện hợp san",
        "hội": "họp thi nghị thảo khuyến trường diễn giảng đồng",
        "chức": "danh năng vụ",
        "nghiệp": "vụ đoàn",
        "học": "sinh tập liệu kỳ kì bạ phí hỏi bổng viên đường thuật lực vấn",
        "công": "tác khai an nghệ lập đoàn việc trình nhận nhân bố bằng chức dân",
        "hành": "chính vi động lang chánh",
        "hiện": "nay hành trạng đại tượng có tại đang",
        "thi": "đua hành công",
        "chính": "sách quyền trị khóa khoá xác thức",
        "phòng": "học chống cháy ngừa bệnh tránh chức máy",
        "dân": "chủ tộc cư trí số vận",
        "thể": "dục thao chất hiện thức lực",
        "đoàn": "kết thể viên thanh",
        "đảng": "viên bộ",
        "chi": "bộ phí tiết tiêu trả hội đoàn đội uỷ ủy",
        "đề": "xuất án nghị tài ra cao thi cập",
        "phát": "triển huy hiện động sinh biểu hành",
        "giải": "pháp quyết thưởng trí",
        "giáo": "viên dục án trình",
        "tự": "giác đánh học chủ nguyện tin chịu kiểm túc bồi quản lập do phục",
        "nghị": "quyết định",
        "ý": "kiến thức nghĩa tưởng",
        "trưởng": "ban các nhóm bộ phòng đoàn",
        "thực": "hiện hành tế trạng chất nghiệm",
        "thông": "tin tư qua báo thoáng",
        "bộ": "phận môn tài máy giáo đồ sách",
        "tài": "liệu chính sản năng khoản",
        "trình": "độ bày duyệt tự",
        "đồng": "bộ thời ý đều thuận phục dùng đội nghiệp",
        "năng": "lực khiếu động suất",
        "tiến": "độ bộ hành tới",
        "an": "toàn ninh",
        "kiến": "thức nghị",
        "chủ": "động trì yếu đề tịch trương nhiệm",
        "văn": "hóa hoá bản phòng thư nghệ minh",
        "số": "lượng liệu học",
        "nhân": "viên dân lực cách sự đạo rộng",
        "thành": "viên phần lập tích phố công thạo",
        "hợp": "tác lý lí pháp đồng lệ",
        "tin": "học",
        "phong": "trào phú cách trang",
        "mục": "tiêu đích",
        "tác": "động phong hại",
        "sách": "giáo vở báo tham",
        "trường": "học mầm tiểu trung thcs thpt lớp",
        "cháy": "nổ",
        "đạo": "đức",
        "lực": "lượng",
        "lượng": "hóa hoá",
        "đội": "ngũ viên tuyển trưởng",
        "tính": "toán chất",
        "kế": "hoạch toán",
        "quản": "lý lí trị",
        "lập": "kế danh",
        "tham": "gia mưu quan",
        "liên": "hệ quan đội hoan",
        "khai": "thác giảng",
        "bảo": "đảm vệ quản trì dưỡng",
        "sở": "giáo",
        "vụ": "việc",
        "việc": "làm",
        "phụ": "huynh trách đạo",
        "đánh": "giá",
        "hoạt": "động",
        "tổ": "chức trưởng chuyên phó",
        "điều": "kiện chỉnh hành tra lệ",
        "giá": "trị",
        "định": "kỳ kì hướng mức lượng",
        "quy": "định chế trình hoạch mô tắc",
        "dạy": "học",
        "kết": "quả hợp luận nối nạp",
        "quả": "của",
        "yếu": "kém",
        "mới": "mẻ",
    }.items()
}


def is_meant(first: str, second: str, then: str) -> bool:
    """Whether two equal words in a row are no slip: a reduplication, a name, two compounds side by side."""
    word = first.lower()
    if word in _REDUPLICATED or (second[0].isupper() and not first.isupper()):
        return True
    return then.lower() in _STARTS.get(word, ())
