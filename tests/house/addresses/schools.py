"""Units, people, accounts, sign-in."""

from house.addresses import OPEN, SIGNED_IN, Address, nothing

ADDRESSES = {
    "set_up": Address(OPEN, nothing, answers=(404,)),
    "home": Address(SIGNED_IN, nothing),
    "unit": Address("unit.view"),
    "account_login": Address(OPEN, nothing),
    "mfa_authenticate": Address(OPEN, nothing, wants_sign_in_first=True),
    "account_inactive": Address(OPEN, nothing),
    "account_reset_password": Address(OPEN, nothing),
    "account_reset_password_done": Address(OPEN, nothing),
    "account_reset_password_from_key": Address(OPEN, lambda world: {"uidb36": "1", "key": "abc-def"}),
    "account_reset_password_from_key_done": Address(OPEN, nothing),
    "account_logout": Address(SIGNED_IN, nothing),
    "account": Address(SIGNED_IN, nothing),
    "account_change_password": Address(SIGNED_IN, nothing),
    "account_reauthenticate": Address(SIGNED_IN, nothing),
    "mfa_reauthenticate": Address(SIGNED_IN, nothing),
    "mfa_index": Address(SIGNED_IN, nothing),
    "mfa_activate_totp": Address(SIGNED_IN, nothing),
    "mfa_deactivate_totp": Address(SIGNED_IN, nothing, answers=(404,)),
    "mfa_view_recovery_codes": Address(SIGNED_IN, nothing, answers=(404,)),
    "mfa_generate_recovery_codes": Address(SIGNED_IN, nothing),
    "mfa_download_recovery_codes": Address(SIGNED_IN, nothing, answers=(404,)),
    "usersessions_list": Address(SIGNED_IN, nothing),
    "session_end": Address(SIGNED_IN, lambda world: {"pk": 1}, post={}, answers=(404,)),
}
