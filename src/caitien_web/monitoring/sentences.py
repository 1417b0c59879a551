"""What the history says of this app's actions."""

SENTENCES = {
    "monitoring.progress.reported": "báo cáo tiến độ “{item}”: {state}, {percent} %",
    "monitoring.work.dropped": "dừng việc “{item}”: {reason}",
    "monitoring.round.planned": "lập đợt giám sát “{title}”",
    "monitoring.round.opened": "bắt đầu đợt giám sát “{title}” với {works} việc",
    "monitoring.round.closed": "kết thúc đợt giám sát “{title}”, {recommendations} kiến nghị",
    "monitoring.work.observed": "ghi kết quả giám sát “{item}”: {result}",
    "monitoring.work.confirmed": "xác nhận đã hoàn thành “{item}”",
    "monitoring.work.reopened": "mở lại “{item}”: {reason}",
    "monitoring.recommendation.answered": "trả lời kiến nghị về “{item}”: {text}",
    "monitoring.recommendation.closed": "kết thúc kiến nghị về “{item}”: {text}",
    "monitoring.review.planned": "lập kỳ {kind}",
    "monitoring.review.written": "ghi biên bản {kind}",
    "monitoring.review.noted": "ghi kết quả {kind} của mục “{item}”",
    "monitoring.review.closed": "hoàn thành biên bản {kind}",
    "monitoring.adjustment.decided": "{says} đề nghị điều chỉnh mục “{item}” ({kind})",
}
