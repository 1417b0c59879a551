"""What the history says of this app's actions."""

SENTENCES = {
    "monitoring.progress.reported": "báo cáo tiến độ “{item}”: {state}, {percent} %",
    "monitoring.work.dropped": "dừng việc “{item}”: {reason}",
}
