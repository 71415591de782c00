"""Sentences of an agency that does not exist, always the same for the same number."""

from __future__ import annotations

from random import Random


def listed(text: str) -> tuple[str, ...]:
    """What stands between the commas."""
    return tuple(text.split(", "))


WHO = listed(
    "Petugas loket, Kepala seksi pelayanan, Analis data, Arsiparis, Koordinator mutu, "
    "Tim teknis, Sekretaris dinas, Pengelola aduan, Verifikator, Operator aplikasi"
)
DOES = listed(
    "memeriksa, mencatat, meneruskan, menilai kembali, menandatangani, mengarsipkan, "
    "membandingkan, mengumumkan, memperbaiki, melaporkan"
)
WHAT = listed(
    "berkas permohonan, hasil survei kepuasan, daftar hadir pelatihan, laporan bulanan, "
    "rencana kerja, bukti perbaikan, data capaian kinerja, surat pengantar, "
    "catatan rapat tinjauan, register risiko, usulan perubahan, berita acara"
)
HOW = listed(
    "pada hari kerja yang sama, sebelum diteruskan kepada atasan, "
    "dengan formulir yang berlaku, bersama unit terkait, paling lambat akhir pekan, "
    "menurut standar pelayanan, setelah kelengkapannya pasti, dan menyimpan salinannya, "
    "tanpa biaya bagi pemohon"
)
WHERE = listed(
    "di loket depan, di ruang arsip, di ruang rapat, di ruang tunggu, di meja informasi, di aula, "
    "di gudang, di lantai dua, di ruang tata usaha, di ruang server, di teras, di perpustakaan"
)


class Prose:
    """A writer who never runs out of words."""

    def __init__(self, number: int) -> None:
        self._random = Random(number)

    def words(self) -> str:
        """A few words, such as a title has."""
        return f"{self._one_of(DOES)} {self._one_of(WHAT)}".capitalize()

    def sentence(self) -> str:
        """One sentence, of so many that hardly any comes twice in a folder."""
        who, does, what, more = map(self._one_of, (WHO, DOES, WHAT, WHAT))
        how = f"{self._one_of(WHERE)} {self._one_of(HOW)}, {self._one_of(HOW)}"
        return f"{who} {does} {what} dan {more} {how}."

    def sentences(self, size: int) -> str:
        """As many sentences as fill this many characters, within some fifty."""
        text = ""
        while len(text) < size:
            text += self.sentence() + " "
        return text.strip()

    def _one_of(self, words: tuple[str, ...]) -> str:
        return words[self._random.randrange(len(words))]
