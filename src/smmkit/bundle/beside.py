"""What is made beside a bundle, when asked for: its signature, the letter with its identity, parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from smmkit.bundle import age, encryption, parts, signature
from smmkit.bundle.bag import check_free
from smmkit.bundle.encryption import Password, nobody
from smmkit.bundle.making import Making
from smmkit.bundle.verify import OURS
from smmkit.errors import SmmError
from smmkit.formats import draw
from smmkit.reports import letter
from smmkit.words import Language, Message, say
from smmkit.writing import write

LETTERS = ("docx", "pdf", "html")
"""What the letter can be written as."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What is wanted beside a bundle, and under which password it is itself."""

    bundle: Path
    key: Path | None = None
    letter: Path | None = None
    parts: int = 0
    """Bytes of a part; none where the bundle stays in one piece."""
    password: Password = nobody
    """Asked for when the bundle is made, and once."""
    whom: Sequence[str] = ()
    """How age is told who will read; nothing where it is not asked for."""

    @classmethod
    def of(
        cls,
        bundle: Path,
        key: Path | None,
        letter: Path | None,
        size: str | None,
        password: Password | None,
        whom: str | None = None,
    ) -> Beside:
        """What is wanted, if it can be made; seen before the bundle is.

        Raises:
            SmmError: something is there already, or cannot be made.
        """
        zipped = bundle.suffix.lower() == ".zip"
        if key is not None:
            signature.check_key(key)
            signature.KEYGEN.path()
            check_free(signature.beside(bundle), True)
        if letter is not None:
            if letter.suffix.lower().lstrip(".") not in LETTERS:
                raise SmmError(
                    say(
                        "{path}: the letter ends in one of these: {possible}",
                        path=str(letter),
                        possible=[f".{one}" for one in LETTERS],
                    )
                )
            check_free(letter, True)
            if not letter.absolute().parent.is_dir():
                raise SmmError(
                    say("{path}: there is no such folder", path=str(letter.absolute().parent))
                )
        if password is not None and not zipped:
            raise SmmError(say("--encrypt is for a zip; name the bundle with .zip at its end"))
        if size is not None:
            if not zipped:
                raise SmmError(say("--parts is for a zip; name the bundle with .zip at its end"))
            check_free(parts.folder_of(bundle), True)
        if whom is not None:
            if not zipped:
                raise SmmError(say("--age is for a zip; name the bundle with .zip at its end"))
            check_free(age.beside(bundle), True)
        most = parts.size_of(size) if size is not None else 0
        readers = age.to_whom(whom) if whom is not None else ()
        return cls(bundle, key, letter, most, password or nobody, readers)

    def made(
        self, bundle: Path, making: Making, identity: str, top: str, speech: Language
    ) -> Iterator[Message]:
        """Make it beside a bundle that is still a draft, and say what was made.

        Raises:
            SmmError: it cannot be.
        """
        if self.password() is not None:
            yield say(
                "Encrypted with AES-256: 7-Zip, WinZip and Keka open it; "
                "what comes with Windows and macOS may not."
            )
            yield say(
                "The names and sizes of the files in it stay readable without the password. "
                "Send the password by another way than the bundle, and keep it: nobody can restore it."
            )
        if self.key is not None:
            signed = signature.sign(self.key, self.listing(bundle, top))
            write(signature.beside(bundle), signed)
            yield say(
                "{path}: the signature; send it along, apart from the bundle",
                path=str(signature.beside(self.bundle)),
            )
        if self.letter is not None:
            page = letter.page(
                making.qms, making.selection, making.commit, making.reasons, identity
            )
            form = self.letter.suffix.lower().lstrip(".")
            is_near = self.letter.absolute().parent == self.bundle.parent
            place = bundle.with_name(self.letter.name) if is_near else self.letter
            write(place, draw(page, form, speech, day=making.qms.as_of))
            yield say("{path}: the letter with the identity, to be signed", path=str(self.letter))
        sent = bundle
        if self.whom:
            sent = age.encrypt(bundle, self.whom)
            yield say(
                "{path}: the bundle for its reader alone; send this one. The zip stays here: keep it, since "
                "you cannot open the other.",
                path=str(age.beside(self.bundle)),
            )
        if self.parts:
            count = parts.split(sent, self.parts, speech)
            yield say(
                "{path}: {n} parts to be sent one by one; JOIN.txt there says how they become one",
                path=str(parts.folder_of(self.bundle)),
                n=count,
            )

    def listing(self, bundle: Path, top: str) -> bytes:
        """What is signed: the list of the lists, whose checksum is the identity."""
        if bundle.suffix.lower() != ".zip":
            return (bundle / OURS).read_bytes()
        with (
            bundle.open("rb") as stream,
            encryption.opened(stream, self.password) as archive,
        ):
            return archive.read(f"{top}/{OURS}")
