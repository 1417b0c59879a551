"""The addresses of councils, teams, boards and the decisions that found them, below /don-vi/<unit>/to-chuc/."""

from django.urls import path

from caitien_web.schools.views import bodies, decisions

BODIES = [
    path("to-chuc/", bodies.bodies, name="bodies"),
    path("to-chuc/quyet-dinh/moi/", decisions.decision_new, name="decision_new"),
    path("to-chuc/quyet-dinh/<uuid:pk>/", decisions.decision, name="decision"),
    path("to-chuc/quyet-dinh/<uuid:pk>/sua/", decisions.decision_edit, name="decision_edit"),
    path("to-chuc/quyet-dinh/<uuid:pk>/xoa/", decisions.decision_delete, name="decision_delete"),
    path("to-chuc/quyet-dinh/<uuid:pk>/ban-hanh/", decisions.decision_issue, name="decision_issue"),
    path("to-chuc/quyet-dinh/<uuid:pk>/ban-da-ky/", decisions.decision_file, name="decision_file"),
    path("to-chuc/quyet-dinh/<uuid:pk>/dinh-kem/", decisions.decision_attach, name="decision_attach"),
    path("to-chuc/quyet-dinh/<uuid:pk>/them/<slug:kind>/", bodies.body_add, name="body_add"),
    path("to-chuc/kiem-tra/<slug:kind>/", bodies.body_check, name="body_check"),
    path("to-chuc/<uuid:pk>/", bodies.body, name="body"),
    path("to-chuc/<uuid:pk>/sua/", bodies.body_edit, name="body_edit"),
    path("to-chuc/<uuid:pk>/bo/", bodies.body_remove, name="body_remove"),
    path("to-chuc/<uuid:pk>/ket-thuc/", bodies.body_end, name="body_end"),
]
