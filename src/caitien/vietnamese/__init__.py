"""The Vietnamese language as documents write it: letters, old encodings, dates, periods, money, roles, order."""
