"""What the history says of this app's actions."""

SENTENCES = {
    "assessment.weakness.added": "ghi điểm yếu ở tiêu chí {criterion}: {text}",
    "assessment.weakness.taken_back": "xóa điểm yếu ở tiêu chí {criterion}: {text}",
    "assessment.weakness.planned": "đưa {count} điểm yếu vào kế hoạch",
    "assessment.weakness.judged": "ghi điểm yếu ở tiêu chí {criterion} là {state}: {text}",
    "assessment.assessment.opened": "mở tự đánh giá năm học {school_year}",
    "assessment.criterion.marked": "ghi kết quả tự đánh giá tiêu chí {criterion}: {result}",
    "assessment.clauses.marked": "ghi kết quả các yêu cầu của Mức 4, năm học {school_year}",
    "assessment.assessment.finished": "hoàn thành tự đánh giá năm học {school_year}: {result}",
    "assessment.assessment.reopened": "mở lại tự đánh giá năm học {school_year}",
    "assessment.assessment.approved": "phê duyệt tự đánh giá năm học {school_year}: {result}",
    "assessment.assessment.followed": "mở tự đánh giá tiếp theo, năm học {school_year}",
    "assessment.weaknesses.imported": "lấy {count} điểm yếu từ tệp kế hoạch {file}",
    "assessment.external.recorded": "ghi đánh giá ngoài của {team}",
    "assessment.recommendation.added": "ghi khuyến nghị ở tiêu chí {criterion}: {text}",
    "assessment.recognition.recorded": "ghi quyết định công nhận {degree} số {number}",
}
