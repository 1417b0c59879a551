"""What the history says of this app's actions."""

SENTENCES = {
    "oversight.copies.asked": "so kế hoạch năm học {school_year} của các trường để tìm kế hoạch giống nhau",
}
