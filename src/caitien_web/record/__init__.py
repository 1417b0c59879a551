"""A school's whole record as one .zip that opens without the product, and its way back into a school."""
