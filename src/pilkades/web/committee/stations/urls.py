"""Addresses of the plan of stations of one election, below `/desa/<id>/rencana-tps/`."""

from django.urls import path

from pilkades.web.committee.stations import adopting, room

urlpatterns = [
    path("", room.room, name="stations"),
    path("tetapkan/", adopting.adopt, name="stations-adopt"),
]
