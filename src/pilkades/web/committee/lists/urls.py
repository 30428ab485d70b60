"""Addresses of what follows from the register, below `/desa/<id>/daftar-pemilih/`."""

from django.urls import path

from pilkades.web.committee.lists import deaths, deciding, fixing, objections, pairs, versions

urlpatterns = [
    path("mungkin-sama/", pairs.pairs, name="voters-pairs"),
    path("mungkin-sama/cari/", pairs.search, name="voters-pairs-search"),
    path("mungkin-sama/henti/", pairs.stop, name="voters-pairs-stop"),
    path("mungkin-sama/kemajuan/", pairs.progress, name="voters-pairs-progress"),
    path("mungkin-sama/putus/", deciding.decide, name="voters-pairs-decide"),
    path("mungkin-sama/<uuid:person_id>/", deciding.stays, name="voters-pairs-one"),
    path("tetap/", versions.versions, name="voters-lists"),
    path("tetap/meninggal/", deaths.death, name="voters-lists-death"),
    path("tetap/susun/<slug:kind>/", fixing.fix, name="voters-lists-fix"),
    path("tetap/<slug:kind>/<int:number>/", versions.one, name="voters-lists-one"),
    path("usul/", objections.objections, name="voters-objections"),
    path("usul/<int:objection_id>/", objections.one, name="voters-objections-one"),
]
