"""Addresses of the public pages; the language is part of the address, for there is no cookie to keep it."""

from django.urls import URLPattern, URLResolver, include, path

from pilkades.web.public import views
from pilkades.web.public.voters import asking, proposing
from pilkades.web.public.voters import views as voters

app_name = "public"

_PAGES: list[URLPattern | URLResolver] = [
    path("", views.counties, name="counties"),
    path("kabupaten/<str:code>/", views.county, name="county"),
    path("desa/<str:key>/", views.village, name="village"),
    path("desa/<str:key>/jadwal/", views.schedule, name="schedule"),
    path("desa/<str:key>/jadwal.ics", views.feed, name="feed"),
    path("desa/<str:key>/catatan/", views.record, name="record"),
    path("desa/<str:key>/daftar-pemilih/", voters.posted, name="voters"),
    path("desa/<str:key>/daftar-pemilih/periksa/", asking.listed, name="voters-listed"),
    path("desa/<str:key>/daftar-pemilih/usul/", proposing.propose, name="voters-propose"),
    path("desa/<str:key>/daftar-pemilih/usul/jawaban/", proposing.answered, name="voters-answer"),
]
urlpatterns: list[URLPattern | URLResolver] = [
    path("en/", include((_PAGES, "en")), {"language": "en"}),
    *_PAGES,
]
