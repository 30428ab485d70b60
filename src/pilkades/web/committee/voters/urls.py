"""Addresses of the voter list of one election, below `/desa/<id>/daftar-pemilih/`."""

from django.urls import path

from pilkades.web.committee.voters import (
    changing,
    columns,
    exporting,
    faults,
    foretold,
    importing,
    overview,
    people,
    person,
)

urlpatterns = [
    path("", overview.overview, name="voters"),
    path("orang/", people.people, name="voters-people"),
    path("orang/<uuid:person_id>/", person.person, name="voters-people-one"),
    path("orang/<uuid:person_id>/nomor/", person.numbers, name="voters-people-numbers"),
    path("orang/<uuid:person_id>/perbaiki/", changing.correct, name="voters-people-correct"),
    path("orang/<uuid:person_id>/coret/", changing.remove, name="voters-people-remove"),
    path("orang/<uuid:person_id>/kembalikan/", changing.restore, name="voters-people-restore"),
    path("ekspor/", exporting.exports, name="voters-exports"),
    path("impor/", importing.imports, name="voters-imports"),
    path("impor/<int:import_id>/", importing.one, name="voters-imports-one"),
    path("impor/<int:import_id>/kemajuan/", importing.progress, name="voters-imports-progress"),
    path("impor/<int:import_id>/kolom/", columns.columns, name="voters-imports-columns"),
    path("impor/<int:import_id>/perubahan/", foretold.changes, name="voters-imports-changes"),
    path("impor/<int:import_id>/temuan/", faults.faults, name="voters-imports-faults"),
    path("impor/<int:import_id>/bertanda/", faults.marked, name="voters-imports-marked"),
    path("impor/<int:import_id>/ambil/", importing.take, name="voters-imports-take"),
    path("impor/<int:import_id>/batal/", importing.cancel, name="voters-imports-cancel"),
]
