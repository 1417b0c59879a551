"""The addresses of sign-in and of one's own account; the pages behind most of them are allauth's with our templates."""

from allauth.account import views as account
from allauth.mfa.base import views as second
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from django.urls import path, re_path

from caitien_web.schools.views.account import Sessions, change_contact, end_session, own_history
from caitien_web.schools.views.account import account as own_account
from caitien_web.schools.views.invitations import invitation

SIGN_IN = [
    path("loi-moi/<str:secret>/", invitation, name="invitation"),
    path("dang-nhap/", account.login, name="account_login"),
    path("dang-nhap/ma-xac-thuc/", second.authenticate, name="mfa_authenticate"),
    path("dang-nhap/tai-khoan-da-khoa/", account.account_inactive, name="account_inactive"),
    path("dang-nhap/quen-mat-khau/", account.password_reset, name="account_reset_password"),
    path("dang-nhap/quen-mat-khau/da-gui/", account.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^dang-nhap/mat-khau-moi/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "dang-nhap/mat-khau-moi/xong/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    path("dang-xuat/", account.logout, name="account_logout"),
]

OWN_ACCOUNT = [
    path("tai-khoan/", own_account, name="account"),
    path("tai-khoan/lien-he/", change_contact, name="account_contact"),
    path("tai-khoan/mat-khau/", account.password_change, name="account_change_password"),
    path("tai-khoan/xac-nhan/", account.reauthenticate, name="account_reauthenticate"),
    path("tai-khoan/xac-nhan/ung-dung/", second.reauthenticate, name="mfa_reauthenticate"),
    path("tai-khoan/hai-lop/", second.index, name="mfa_index"),
    path("tai-khoan/hai-lop/bat/", totp.activate_totp, name="mfa_activate_totp"),
    path("tai-khoan/hai-lop/tat/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("tai-khoan/hai-lop/ma-du-phong/", codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("tai-khoan/hai-lop/ma-du-phong/tao/", codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("tai-khoan/hai-lop/ma-du-phong/tai/", codes.download_recovery_codes, name="mfa_download_recovery_codes"),
    path("tai-khoan/nhat-ky/", own_history, name="account_history"),
    path("tai-khoan/thiet-bi/", Sessions.as_view(), name="usersessions_list"),
    path("tai-khoan/thiet-bi/<int:pk>/ket-thuc/", end_session, name="session_end"),
]

urlpatterns = SIGN_IN + OWN_ACCOUNT
