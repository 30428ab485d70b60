"""Addresses of the county; each asks for the right to what it names."""

from django.urls import path

from pilkades.web.county import approvals, closing, setting_up, values, views

app_name = "county"
urlpatterns = [
    path("", views.home, name="home"),
    path("<int:county_id>/persetujuan/", approvals.approvals, name="approvals"),
    path("<int:county_id>/nilai/", values.values, name="values"),
    path("<int:county_id>/nilai/<str:name>/", values.value, name="value"),
    path("<int:county_id>/gelombang/<int:wave_id>/tutup/", closing.close, name="close"),
    path("<int:county_id>/gelombang/baru/", setting_up.set_up, name="set_up"),
    path("<int:county_id>/gelombang/baru/daftar-desa.csv", setting_up.sample, name="sample"),
    path("<int:county_id>/gelombang/<int:wave_id>/", views.board, name="board"),
]
