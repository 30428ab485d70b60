"""Addresses of the preparation of one election, below `/desa/<id>/persiapan/`."""

from django.urls import path

from pilkades.web.committee.preparation import adopting, moving, overview, timetable

urlpatterns = [
    path("", overview.overview, name="preparation"),
    path("jadwal/", timetable.room, name="preparation-timetable"),
    path("jadwal/kembalikan/", moving.reset, name="preparation-reset"),
    path("jadwal/tetapkan/", adopting.adopt, name="preparation-adopt"),
    path("jadwal/cetak/", timetable.paper, name="preparation-paper"),
    path("jadwal/langkah/<str:key>/", moving.step, name="preparation-step"),
    path("garis-waktu/", timetable.line, name="preparation-line"),
]
