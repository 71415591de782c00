"""Numbers as people write them, made by chance from a seed; and what looks like them and is none."""

import random
from collections.abc import Callable

MONTHS = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
]
PROVINCES = (11, 12, 31, 32, 33, 35, 51, 53, 61, 73, 81, 91)
PREFIXES = (811, 812, 813, 821, 822, 852, 853, 857, 858, 877, 878, 881, 895, 896)


def day_of(chance: random.Random, first: int, last: int) -> tuple[int, int, int]:
    return chance.randint(first, last), chance.randint(1, 12), chance.randint(1, 28)


def nip(chance: random.Random) -> str:
    year, month, day = day_of(chance, 1960, 2000)
    begun = year + chance.randint(19, 40)
    when = chance.choice((chance.randint(1, 12), chance.choice((20, 21, 22))))
    parts = (
        f"{year}{month:02}{day:02}",
        f"{begun}{when:02}",
        chance.choice("12"),
        f"{chance.randint(1, 60):03}",
    )
    return chance.choice(("", " ", " ", ".", "-", "  ", "\u00a0")).join(parts)


def nik(chance: random.Random) -> str:
    year, month, day = day_of(chance, 1950, 2010)
    day += chance.choice((0, 40))
    parts = (
        f"{chance.choice(PROVINCES)}{chance.choice((*range(1, 20), 71, 72)):02}{chance.randint(1, 30):02}",
        f"{day:02}{month:02}{year % 100:02}",
        f"{chance.randint(1, 40):04}",
    )
    return chance.choice(("", "", " ", ".")).join(parts)


def npwp(chance: random.Random) -> str:
    number = f"{chance.randint(10**14, 10**15 - 1)}"
    if chance.random() < 0.5:
        n = number
        return f"{n[:2]}.{n[2:5]}.{n[5:8]}.{n[8]}-{n[9:12]}.{n[12:]}"
    return f"NPWP {chance.choice(('', ': ', '0'))}{number}"


def phone(chance: random.Random) -> str:
    prefix, rest = chance.choice(PREFIXES), f"{chance.randint(10**6, 10**8 - 1)}"
    between = chance.choice(("", " ", "-"))
    number = between.join((str(prefix), rest[:4], rest[4:]))
    return (
        chance.choice(("0", "+62", "+62 ", "62")).strip("-") + number
        if between != "-"
        else "0" + number
    )


def email(chance: random.Random) -> str:
    names = ("siti", "budi.santoso", "yohanes_k", "maria-lende", "a.wibowo77")
    return f"{chance.choice(names)}@{chance.choice(('gmail.com', 'yahoo.co.id', 'bkd.kotalestari.go.id'))}"


def account(chance: random.Random) -> str:
    label = chance.choice(
        ("rekening ", "No. Rek. ", "rekening Bank NTT ", "norek BRI: ", "Nomor rekening: ")
    )
    return f"{label}{chance.randint(10**9, 10**14)}"


def birth(chance: random.Random) -> str:
    year, month, day = day_of(chance, 1950, 2010)
    when = chance.choice(
        (
            f"{day} {MONTHS[month - 1]} {year}",
            f"{day:02}-{month:02}-{year}",
            f"{day}/{month}/{year}",
        )
    )
    return (
        chance.choice(
            ("lahir ", "Tanggal lahir: ", "TTL: Kupang, ", "tempat/tanggal lahir : Soe, ")
        )
        + when
    )


def plate(chance: random.Random) -> str:
    area, letters = chance.choice(("DH", "B", "AB", "L", "EA")), chance.choice(("AB", "XYZ", "KL"))
    return f"{area} {chance.randint(100, 9999)} {letters}"


SEEDED: dict[str, Callable[[random.Random], str]] = {
    "nip": nip,
    "nik": nik,
    "npwp": npwp,
    "phone": phone,
    "email": email,
    "account": account,
    "birth": birth,
    "plate": plate,
}


def other(chance: random.Random) -> str:
    """What a paper of an office is full of, and is no data of a person."""
    n, (year, month, day) = chance.randint, day_of(chance, 1990, 2026)
    return chance.choice(
        (
            f"{day:02}-{month:02}-{year} {n(7, 16):02}.{n(0, 59):02}",
            f"{day} {MONTHS[month - 1]} {year}",
            f"Rp{n(1, 999)}.{n(0, 999):03}.{n(0, 999):03}.{n(0, 999):03}",
            f"{n(100, 999)}/{n(1, 999):03}/BKD/{year}",
            f"kode rekening 5.{n(1, 3)}.0{n(1, 9)}.01.0{n(1, 9)}.{n(1, 9999):04}",
            f"{n(10**11, 10**16 - 1)}",
            f"0,{n(10**9, 10**12)}",
            f"sha256:{chance.getrandbits(256):064x}",
            f"{year}-{month:02}-{day:02} sampai {year + 1}-{month:02}-{day:02}",
            " ".join(str(n(1, 4)) for _ in range(18)),
            f"UU {n(1, 50)} Tahun {year} Pasal {n(1, 90)}",
            f"SOP-{n(1, 40):02} versi {n(1, 9)}.{n(0, 9)}",
            f"ISBN 978-602-{n(1000, 9999)}-{n(10, 99)}-{n(0, 9)}",
            f"bkd@kota{n(1, 99)}.go.id",
            f"Telp. (0380) {n(100000, 999999)}",
            f"koordinat -10.{n(10**5, 10**6)}, 123.{n(10**5, 10**6)}",
            f"hari lahir Pancasila 1 Juni {year}",
        )
    )


def sentences(make: Callable[[random.Random], str], count: int, seed: int) -> list[tuple[str, str]]:
    """So many texts, each with what was put into it."""
    chance = random.Random(seed)
    found = []
    for _ in range(count):
        data = make(chance)
        around = chance.choice(
            (
                "{} ",
                "Berkas atas nama pemohon ({}) diterima.",
                "| Kupang | {} | lengkap |",
                "- catatan: {}\n",
                "{};ya",
            )
        )
        found.append((around.format(data), data))
    return found
