"""The sentence for each code of the plan of stations: what happened, and what to do."""

from collections.abc import Mapping

from pilkades.base.language import Text

POLLING_MESSAGES: Mapping[str, Text] = {
    "cap-not-set": Text(
        "Isi batas pemilih satu TPS menurut panitia, dengan dasarnya.",
        "Write the committee's own cap of a station, with its basis.",
    ),
    "cap-not-positive": Text(
        "{voters} bukan batas. Isi bilangan mulai dari 1.", "{voters} is no cap. Write a number from 1 on."
    ),
    "no-voters": Text(
        "Belum ada pemilih yang dapat dibagi ke TPS. Isi daftar pemilih lebih dulu.",
        "There are no voters to share out. Fill the voter register first.",
    ),
    "too-few-groups": Text(
        "{groups} kelompok belum cukup untuk {number} TPS. Kurangi jumlah TPS.",
        "{groups} groups are not enough for {number} stations. Lower the number of stations.",
    ),
    "too-few-sites": Text(
        "{sites} tempat belum cukup untuk {number} TPS. Tambah tempat atau kurangi jumlah TPS.",
        "{sites} sites are not enough for {number} stations. Add sites or lower the number.",
    ),
    "unknown-station": Text(
        "{station} tidak ada dalam rencana ini. Pilih TPS dari daftar.",
        "{station} is not in this plan. Choose a station from the list.",
    ),
    "register-changed": Text(
        "Daftar pemilih berubah sejak rencana ini disusun. Lihat rencana yang baru, lalu tetapkan.",
        "The voter register changed since this plan was made. Look at the new plan, then adopt it.",
    ),
    "station-name-too-long": Text(
        "Nama TPS paling panjang {most} huruf. Pendekkan namanya.",
        "The name of a station has at most {most} characters. Shorten it.",
    ),
    "unknown-group": Text(
        "RT ini tidak ada dalam rencana. Pilih RT dari daftar.",
        "This RT is not in the plan. Choose one from the list.",
    ),
    "points-of-two-kinds": Text(
        "Titik RT dan titik TPS belum memakai cara yang sama. Pakai derajat untuk semua, atau meter.",
        "Points of RT and of stations are not of one kind. Use degrees for all, or metres.",
    ),
    "solver-stopped": Text(
        "Rencana belum dapat dihitung ({status}). Coba dengan jumlah TPS yang lain.",
        "The plan cannot be worked out yet ({status}). Try another number of stations.",
    ),
}
