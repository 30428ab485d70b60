"""What citizens of a made-up village say to its posted list; `{name}` is a person on it."""

from pilkades.register.grounds import Ground

PROPOSALS = (
    (Ground.WRONG_DATA, "Tempat lahir {name} keliru. Menurut KTP: Batu Ampira."),
    (Ground.NOT_LISTED, "Anak saya berumur 17 tahun bulan lalu dan belum ada di daftar. KK kami bawa."),
    (Ground.DIED, "{name} sudah meninggal dunia dua bulan lalu. Surat keterangan ada di kantor desa."),
    (Ground.MOVED, "{name} sudah pindah ke desa tetangga bersama keluarganya."),
    (Ground.LISTED_TWICE, "{name} tercatat dua kali, di RT lama dan di RT baru."),
)
