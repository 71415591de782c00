"""What stays, stays: no word of it goes along in another paper, by another name, or by a reference."""

from __future__ import annotations

import html
import io
import json
import re
import shutil
import zipfile

import pypdfium2
import pytest
import yaml
from PIL import Image
from test_screen import HOME, PEOPLE, RECORD, SUBMISSION

from folders import lay
from running import EXAMPLE, git, smm

TABLE = b"golongan;gaji\n" + b"III/a;3000000\n" * 9
KEPT = RECORD.lstrip().replace("BIN-1", "BIN-9").replace("terbuka", "rahasia")


def qms(tmp_path, file: str, **more: bytes):
    return lay(
        tmp_path / "qms",
        {
            "qms.yaml": HOME.lstrip(),
            "orang.yaml": PEOPLE.lstrip(),
            "b.yaml": RECORD.lstrip().replace("FILES", file),
            "k.yaml": KEPT.replace("FILES", "gaji.csv"),
            "p.yaml": SUBMISSION.lstrip(),
            "gaji.csv": TABLE,
            **{name.replace("_", "."): data for name, data in more.items()},
        },
    )


@pytest.mark.parametrize("file", ["gaji.csv", "./gaji.csv", "k.yaml"])
def test_a_file_or_the_text_of_what_stays_goes_with_nobody(tmp_path, file):
    done = smm("bundle", qms(tmp_path, file), "-o", tmp_path / "o.zip")
    assert done.returncode == 1
    assert "SMM971" in done.stdout
    assert not (tmp_path / "o.zip").exists()


def test_another_name_for_the_same_bytes_needs_a_reason_that_is_printed(tmp_path):
    root, out = qms(tmp_path, "rekap.csv", rekap_csv=TABLE), tmp_path / "o.zip"
    done = smm("bundle", root, "-o", out)
    assert done.returncode == 1
    assert "rekap.csv is byte for byte gaji.csv" in done.stderr
    reason = "copy=Rekap ini sudah diumumkan di papan."
    assert smm("bundle", root, "-o", out, "--allow", reason).returncode == 0
    with zipfile.ZipFile(out) as bundle:
        assert b"sudah diumumkan" in bundle.read("AJU-1/bag-info.txt")


def test_a_file_that_git_leaves_out_is_no_clean_one(tmp_path):
    root = qms(tmp_path, "a.csv", a_csv=b"a;b\n1;2\n")
    lay(root, {".gitignore": "a.csv\n"})
    for command in (("init", "-q"), ("add", "-A"), ("commit", "-q", "-m", "x")):
        git(root, *command)
    done = smm("bundle", root, "-o", tmp_path / "o.zip")
    assert done.returncode == 1
    assert "a.csv goes along, but no commit has it" in done.stderr


PROSE = "---\n{record}---\n![potret]({path})\n"


@pytest.mark.parametrize("path", ["foto.png", "./foto.png", "fot%6F.png", "fo\\to.png"])
def test_a_picture_on_a_sheet_is_looked_at_and_is_none_of_what_stays(tmp_path, path):
    stream, out = io.BytesIO(), tmp_path / "o.zip"
    Image.effect_noise((30, 30), 50).save(stream, "png")
    root = qms(tmp_path, "a.csv", a_csv=b"a;b\n", foto_png=stream.getvalue())
    (root / "b.yaml").unlink()
    record = RECORD.lstrip().replace("evidence: [FILES]\n", "")
    lay(root, {"b.md": PROSE.format(record=record, path=path)})
    (dark,) = json.loads(smm("screen", root, "--format", "json").stdout)["to_be_seen"]
    assert dark["file"] == "foto.png"
    assert smm("bundle", root, "-o", out).returncode == 1
    lay(root, {"k.yaml": KEPT.replace("FILES", "foto.png")})
    done = smm("bundle", root, "-o", out)
    assert "SMM971" in done.stdout
    assert not out.exists()


STAYS = (
    *("risiko.yaml", "konteks/ISU-01.yaml", "sumber-daya/SD-01.yaml", "sasaran/sm-05-pensiun.yaml"),
    *("temuan/t-2019-01.yaml", "temuan/t-2020-05.yaml"),
)


def sentences(value: object, depth: int = 0):
    """The longer texts in values; the title of a document is told where it is left out."""
    match value:
        case dict():
            for key, below in value.items():
                if depth or key not in {"id", "title", "retention", "disposal"}:
                    yield from sentences(below, depth + 1)
        case list():
            for below in value:
                yield from sentences(below, depth + 1)
        case str() if len(value) > 30 and "/" not in value:
            yield squeezed(value)


def squeezed(text: str) -> str:
    return re.sub(r"\W+", "", text).lower()


def shown(name: str, data: bytes) -> str:
    if name.endswith(".pdf"):
        return squeezed(
            " ".join(p.get_textpage().get_text_range() for p in pypdfium2.PdfDocument(data))
        )
    if name.endswith((".xlsx", ".docx")):
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            data = b" ".join(parts.read(one) for one in parts.namelist() if one.endswith(".xml"))
    return squeezed(html.unescape(re.sub(r"<[^>]*>", "", data.decode("utf-8", "replace"))))


@pytest.mark.long
def test_no_word_of_what_stays_stands_in_another_paper(tmp_path):
    root = tmp_path / "qms"
    shutil.copytree(EXAMPLE, root)
    secret: set[str] = set()
    for path in STAYS:
        text = (root / path).read_text("utf-8")
        (root / path).write_text(
            re.sub(r"(?m)^classification: \S+", "classification: rahasia", text), "utf-8"
        )
        secret |= set(sentences(yaml.safe_load(text)))
    others = "".join(
        squeezed(one.read_text("utf-8"))
        for one in root.rglob("*")
        if one.suffix in {".yaml", ".md", ".csv"}
        and "issued" not in one.parts
        and "classification: rahasia" not in one.read_text("utf-8")
    )
    secret = {one for one in secret if one not in others}
    assert len(secret) > 50
    allowed = [
        f"--allow={gate}=dilepas untuk pengujian ini saja" for gate in ("draft", "a7", "text")
    ]
    done = smm("bundle", root, "-o", tmp_path / "o.zip", *allowed)
    assert done.returncode == 0, done.stdout + done.stderr
    with zipfile.ZipFile(tmp_path / "o.zip") as bundle:
        names = [one for one in bundle.namelist() if "/data/" in one and "/files/" not in one]
        told = {one: shown(one, bundle.read(one)) for one in names}
    leaked = {(one, name) for one in secret for name, text in told.items() if one in text}
    assert not leaked


@pytest.mark.parametrize(
    "text", ["TODO", "'[isi di sini]'", "'......'", "xxx", "belum diisi", "(akan diisi kemudian)"]
)
def test_what_only_keeps_a_place_is_not_sent(tmp_path, text):
    root = qms(tmp_path, "a.csv", a_csv=b"a;b\n1;2\n")
    record = RECORD.lstrip().replace("FILES", "a.csv").replace("topic: Mutu", f"topic: {text}")
    lay(root, {"b.yaml": record})
    done = smm("bundle", root, "-o", tmp_path / "o.zip")
    assert done.returncode == 1
    assert "SMM322" in done.stdout
