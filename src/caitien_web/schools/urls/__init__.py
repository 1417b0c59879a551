"""The addresses of a unit's own pages, below /don-vi/<unit>/."""

from django.urls import path, re_path

from caitien_web.schools.urls.bodies import BODIES
from caitien_web.schools.views import history, home, invitations, people, roles, staff_list, units

UNITS = [
    path("", home.unit_page, name="unit"),
    path("thong-tin/", units.unit_particulars, name="unit_particulars"),
    path("thong-tin/sua/", units.unit_edit, name="unit_edit"),
    path("thong-tin/doi-ten/", units.unit_rename, name="unit_rename"),
    path("truc-thuoc/", units.units_list, name="units"),
    path("truc-thuoc/lap/", units.unit_found, name="unit_found"),
    path("truc-thuoc/<slug:below>/doi-ten/", units.unit_below_rename, name="unit_below_rename"),
    path("truc-thuoc/<slug:below>/chuyen/", units.unit_move, name="unit_move"),
    path("truc-thuoc/<slug:below>/ket-thuc/", units.unit_end, name="unit_end"),
]

PEOPLE = [
    path("nhan-su/", people.people_list, name="people"),
    path("nhan-su/them/", people.person_add, name="person_add"),
    path("nhan-su/nhap/", staff_list.people_import, name="people_import"),
    path("nhan-su/nhap/xac-nhan/", staff_list.people_import_confirm, name="people_import_confirm"),
    path("nhan-su/nhap/tep-mau/", staff_list.staff_template, name="staff_template"),
    path("nhan-su/<uuid:person>/", people.person_page, name="person"),
    path("nhan-su/<uuid:person>/sua/", people.person_edit, name="person_edit"),
    path("nhan-su/<uuid:person>/nghi/", people.person_leave, name="person_leave"),
    path("nhan-su/<uuid:person>/tro-lai/", people.person_return, name="person_return"),
    path("nhan-su/<uuid:person>/vai-tro/", roles.role_give, name="role_give"),
    path("nhan-su/<uuid:person>/vai-tro/<uuid:role>/ket-thuc/", roles.role_end, name="role_end"),
    path("nhan-su/<uuid:person>/hieu-truong/", roles.head_replace, name="head_replace"),
    path("nhan-su/<uuid:person>/lien-ket/", invitations.link_make, name="link_make"),
    path("nhan-su/<uuid:person>/lien-ket/thu-hoi/", invitations.link_revoke, name="link_revoke"),
    path("nhan-su/<uuid:person>/tai-khoan/khoa/", invitations.account_disable, name="account_disable"),
    path("nhan-su/<uuid:person>/tai-khoan/mo-khoa/", invitations.account_enable, name="account_enable"),
    path("nhan-su/<uuid:person>/tai-khoan/dang-xuat/", invitations.sessions_end, name="sessions_end"),
]

HISTORY = [
    path("nhat-ky/", history.history_page, name="history"),
    re_path(r"^nhat-ky/nhat-ky\.(?P<kind>xlsx|csv)$", history.history_file, name="history_file"),
]

urlpatterns = UNITS + PEOPLE + BODIES + HISTORY
