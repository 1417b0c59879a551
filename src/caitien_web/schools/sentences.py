"""What the history says of this app's actions."""

SENTENCES = {
    "schools.unit.founded": "lập đơn vị {name}",
    "schools.person.added": "thêm {name} vào danh sách",
    "schools.role.given": "giao vai trò {role} cho {name}",
    "schools.decision.drafted": "soạn quyết định về việc {about}",
    "schools.decision.issued": "ban hành quyết định số {number} về việc {about}",
    "schools.body.drafted": "đưa {name} vào dự thảo quyết định",
    "schools.body.changed": "sửa thành viên {name}",
    "schools.holder.named": "phân công {name} làm “{party}” từ {since}",
}
