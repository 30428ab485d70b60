"""Addresses of the registrar's form, below `/desa/<id>/pendataan/`; none names a number of a person."""

from django.urls import path

from pilkades.web.committee.registration import views

urlpatterns = [
    path("", views.today, name="registration"),
    path("orang/", views.first, name="registration-first"),
    path("orang/<uuid:person>/", views.correct, name="registration-correct"),
    path("orang/<uuid:person>/berikutnya/", views.following, name="registration-next"),
]
