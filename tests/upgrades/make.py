"""Makes a set of what this smmkit seals, keeps and sends: `python tests/upgrades/make.py [NAME]`.

A set is made once, when a version is published, and never again: `test_upgrades.py` holds every later
smmkit to it. Where there is a set of this name already, nothing is done; without a name it is the version.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from smmkit import __version__

HERE = Path(__file__).parent

QMS = """\
kind: qms
id: QMS-01
title: Sistem manajemen mutu
version: "1"
smmkit: 2
as_of: 2026-03-02
owner: SEK
organization: {name: Badan Contoh, short_name: BC, head: Kepala Badan, language: id}
scope: {statement: Layanan kepegawaian}
units: [{id: SEK, title: Sekretariat}]
classes: [{id: terbuka, title: Terbuka, outside: true}, {id: dalam, title: Dalam}]
"""

PEOPLE = """\
kind: people
id: ORG-01
title: Personel
version: "1"
owner: SEK
classification: dalam
entries:
  - {id: P-01, title: Kirana, assignments: [{role: Kepala Badan, unit: SEK, since: 2020-01-01}]}
"""

POLICY = """\
---
kind: quality-policy
id: KM-01
title: Kebijakan mutu
version: "{version}"
owner: SEK
clauses: ["5.2.1"]
classification: terbuka
attached: [formulir.csv]
sentence: Kami melayani dengan {how}
points:
  - {{id: BM-01, title: Pelayanan prima}}
---

Teks dengan é, “kutip”, dan baris panjang.
"""

REGISTER = """\
# komentar
kind: issues
id: ISU-01
title: 'Isu: "dalam" & luar'
version: "1.0"
owner: SEK
clauses: ["4.1"]
classification: terbuka
entries:
  - id: IS-01
    title: >
      Terlipat
      dua baris
    side: internal
"""

SUBMISSION = """\
kind: submission
id: AJU-01
title: Pengajuan
date: 2026-03-02
owner: SEK
standard: iso9001-2015
recipient: Lembaga sertifikasi
include: [KM-01, ISU-01]
"""


PAPER = (
    "%PDF-1.4\r\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n"
    "trailer<</Size 4/Root 1 0 R>>\n%%EOF\n"
)


def main() -> None:
    """Lay out a small folder, approve in it as people do, and bundle it."""
    home = HERE / (sys.argv[1] if sys.argv[1:] else __version__)
    if home.exists():
        sys.exit(f"{home} is there already")
    qms = home / "qms"
    lay(qms, "qms.yaml", QMS)
    lay(qms, "orang.yaml", PEOPLE)
    lay(qms, "KM-01.md", POLICY.format(version="1", how="sopan"))
    lay(qms, "formulir.csv", "a;b\n1;2\n")
    lay(qms, "ISU-01.yaml", REGISTER.replace("\n", "\r\n"))
    lay(home, "ttd.pdf", PAPER)
    smm(
        "approve",
        "KM-01",
        qms,
        "--by",
        "P-01",
        "--on",
        "2026-01-05",
        "--signed",
        home / "ttd.pdf",
        "--compared-by",
        "P-01",
    )
    smm("approve", "ISU-01", qms, "--by", "P-01", "--on", "2026-01-06")
    text = (qms / "KM-01.md").read_bytes().replace(b'version: "1"', b'version: "2"', 1)
    (qms / "KM-01.md").write_bytes(text.replace(b"sopan", b"cepat"))
    smm("approve", "KM-01", qms, "--by", "P-01", "--on", "2026-02-05")
    lay(qms, "AJU-01.yaml", SUBMISSION)
    key = home / "key"
    subprocess.run(
        ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "contoh", "-f", key], check=True
    )
    smm("bundle", qms, "-o", home / "bundle.zip", "--sign", key)
    lay(home, "password", "kata sandi contoh 2026\n")
    secret = ("--encrypt", "--password-file", home / "password", "--parts", "200K")
    smm("bundle", qms, "-o", home / "encrypted.zip", *secret)
    lay(home, "signers", f"contoh {key.with_suffix('.pub').read_text('utf-8')}")
    smm("copies", "give", "KM-01", qms, "--to", "SEK", "--on", "2026-02-11")
    smm("export", "issues", qms, "-o", home / "list.csv")
    smm("baseline", qms, "--yes")
    shutil.rmtree(qms / ".smm/undo", ignore_errors=True)
    for file in (key, key.with_suffix(".pub"), home / "ttd.pdf", home / "encrypted.zip"):
        file.unlink()


def lay(folder: Path, name: str, text: str) -> None:
    """A file, byte for byte."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(text.encode())


def smm(*arguments: object) -> None:
    """Run this smmkit."""
    subprocess.run([sys.executable, "-m", "smmkit", *map(str, arguments)], check=True)


if __name__ == "__main__":
    main()
