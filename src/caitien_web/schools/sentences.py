"""What the history says of this app's actions."""

SENTENCES = {
    "schools.unit.founded": "lập đơn vị {name}",
    "schools.person.added": "thêm {name} vào danh sách",
    "schools.role.given": "giao vai trò {role} cho {name}",
}
