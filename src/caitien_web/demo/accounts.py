"""The accounts of the demonstration that are told on the terminal and on the sign-in page."""

PASSWORD = "xin-chao-2026"
TOLD = (
    ("hieutruong.thsn", "Hiệu trưởng, Trường Tiểu học Suối Ngọc"),
    ("thuky.thsn", "Thư ký hội đồng, Trường Tiểu học Suối Ngọc"),
    ("giaovien.thsn", "Giáo viên, Trường Tiểu học Suối Ngọc"),
    ("giamsat.thsn", "Tổ giám sát, Trường Tiểu học Suối Ngọc"),
    ("quantri.thsn", "Quản trị, Trường Tiểu học Suối Ngọc"),
    ("hieutruong.mnhb", "Hiệu trưởng, Trường Mầm non Hoa Ban"),
    ("hieutruong.thcsds", "Hiệu trưởng, Trường Trung học cơ sở Đồi Sim"),
    ("chuyenvien.xasn", "Chuyên viên, UBND xã Suối Ngọc"),
    ("chuyenvien.sobn", "Chuyên viên, Sở Giáo dục và Đào tạo tỉnh Bến Nước"),
    ("quantri.sobn", "Quản trị, Sở Giáo dục và Đào tạo tỉnh Bến Nước"),
)
