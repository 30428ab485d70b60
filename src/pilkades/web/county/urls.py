"""Addresses of the county; each asks for the right to what it names."""

from django.urls import path

from pilkades.web.county import approvals, views

app_name = "county"
urlpatterns = [
    path("", views.home, name="home"),
    path("<int:county_id>/persetujuan/", approvals.approvals, name="approvals"),
    path("<int:county_id>/gelombang/<int:wave_id>/", views.board, name="board"),
]
