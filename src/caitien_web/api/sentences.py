"""What the history says of this app's actions."""

SENTENCES = {
    "api.key.made": "tạo khóa API “{name}”",
    "api.key.revoked": "thu hồi khóa API “{name}”",
}
