"""What the history says of this app's actions."""

SENTENCES = {
    "record.export.asked": "yêu cầu xuất toàn bộ hồ sơ của trường",
    "record.export.fetched": "tải về toàn bộ hồ sơ của trường ({file})",
    "record.import.received": "gửi tệp hồ sơ {file} để nhập vào trường",
    "record.import.again": "đọc lại tệp hồ sơ {file}",
    "record.import.read": "đọc xong tệp hồ sơ {file}",
    "record.import.failed": "không nhập được tệp hồ sơ {file}",
    "record.import.confirmed": "xác nhận nhập hồ sơ từ tệp {file}",
    "record.import.dropped": "bỏ tệp hồ sơ {file}",
    "record.record.imported": "nhập hồ sơ từ tệp {file}: {rows} dòng, {files} tệp",
}
