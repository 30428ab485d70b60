"""Addresses of the desk; each names its election, and asks for the right to it."""

from django.urls import include, path

from pilkades.web.committee import acting, papers, views
from pilkades.web.committee.preparation.calendars import feed

app_name = "committee"
urlpatterns = [
    path("", views.elections, name="elections"),
    path("kalender/<str:token>.ics", feed, name="calendar"),
    path("<int:election_id>/", views.desk, name="desk"),
    path("<int:election_id>/persiapan/", include("pilkades.web.committee.preparation.urls")),
    path("<int:election_id>/pendataan/", include("pilkades.web.committee.registration.urls")),
    path("<int:election_id>/daftar-pemilih/", include("pilkades.web.committee.voters.urls")),
    path("<int:election_id>/rencana-tps/", include("pilkades.web.committee.stations.urls")),
    path("<int:election_id>/daftar-pemilih/", include("pilkades.web.committee.lists.urls")),
    path("<int:election_id>/tahapan/", views.course, name="course"),
    path("<int:election_id>/temuan/", views.findings, name="findings"),
    path("<int:election_id>/catatan/", views.log, name="log"),
    path("<int:election_id>/catatan/<str:act_id>/", views.receipt, name="receipt"),
    path("<int:election_id>/catatan/<str:act_id>/koreksi/", acting.correct, name="correct"),
    path("<int:election_id>/dokumen/<str:digest>/", papers.paper, name="paper"),
    path("<int:election_id>/dokumen/<str:digest>/berkas/", papers.content, name="paper_content"),
    path("<int:election_id>/tindakan/", views.kinds, name="kinds"),
    path("<int:election_id>/tindakan/<slug:kind>/", acting.record, name="record"),
]
