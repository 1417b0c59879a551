"""What the history says of this app's actions."""

SENTENCES = {
    "evidence.evidence.added": "thêm minh chứng {code} {title}",
    "evidence.version.added": "thêm bản {number} của minh chứng {code} {title}",
    "evidence.evidence.described": "sửa thông tin minh chứng {code} {title}",
    "evidence.evidence.linked": "gắn minh chứng {code} {title} với {to}",
    "evidence.evidence.unlinked": "bỏ gắn minh chứng {code} {title} với {to}",
    "evidence.evidence.withdrawn": "rút minh chứng {code} {title}: {reason}",
    "evidence.evidence.restored": "khôi phục minh chứng {code} {title}",
}
