"""Addresses of the preparation of one election, below `/desa/<id>/persiapan/`."""

from django.urls import path

from pilkades.web.committee.preparation import (
    adopting,
    announcing,
    calendars,
    composition,
    costs,
    moving,
    overview,
    timetable,
    writing,
)

urlpatterns = [
    path("", overview.overview, name="preparation"),
    path("jadwal/", timetable.room, name="preparation-timetable"),
    path("jadwal/kembalikan/", moving.reset, name="preparation-reset"),
    path("jadwal/tetapkan/", adopting.adopt, name="preparation-adopt"),
    path("jadwal/cetak/", timetable.paper, name="preparation-paper"),
    path("jadwal/langkah/<str:key>/", moving.step, name="preparation-step"),
    path("panitia/", composition.committee, name="preparation-committee"),
    path("biaya/", costs.book, name="preparation-costs"),
    path("biaya/cetak/", costs.paper, name="preparation-costs-paper"),
    path("pengumuman/", announcing.board, name="preparation-announcements"),
    path("pengumuman/tulis/", writing.write, name="preparation-write"),
    path("pengumuman/<str:act_id>/cetak/", announcing.poster, name="preparation-poster"),
    path("kalender/", calendars.own, name="preparation-calendar"),
    path("garis-waktu/", timetable.line, name="preparation-line"),
]
