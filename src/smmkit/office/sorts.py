"""What the ending of a name says that a file is."""

from __future__ import annotations

from typing import Final

from smmkit.words import say

POINTERS: Final = frozenset(
    {
        *(".gdoc", ".gsheet", ".gslides", ".gdraw", ".gform", ".gsite", ".gmap", ".gnote"),
        *(".url", ".lnk", ".webloc", ".website", ".desktop"),
    }
)
"""Files that only lead to a document that lies elsewhere."""

PARTIAL: Final = frozenset({".crdownload", ".part", ".partial", ".download", ".opdownload"})
"""What a browser calls a file until it has all of it."""

PDF, WORD, EXCEL = say("PDF file"), say("file of Word"), say("file of Excel")
SLIDES, PICTURE, OLD = say("file of PowerPoint"), say("picture"), say("file of Office 97-2003")
ZIP, OPEN, RTF = say("zip archive"), say("file of OpenDocument"), say("RTF file")
ARCHIVE, FILM, LETTER = say("archive"), say("film or sound recording"), say("e-mail")

OOXML: Final = {
    **dict.fromkeys((".docx", ".docm"), (WORD, "word/document")),
    **dict.fromkeys((".xlsx", ".xlsm", ".xlsb"), (EXCEL, "xl/workbook")),
    **dict.fromkeys((".pptx", ".pptm"), (SLIDES, "ppt/presentation")),
}
OLD_OFFICE: Final = frozenset({".doc", ".xls", ".ppt"})
OPEN_DOCUMENTS: Final = frozenset({".odt", ".ods", ".odp"})
PICTURES: Final = frozenset(
    {".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".webp", ".bmp", ".heic"}
)
PHOTOS: Final = frozenset({".heic", ".heif", ".avif"})
"""Pictures as telephones store them, which most programs on a computer do not open."""

OTHERS: Final = {
    **dict.fromkeys((".rar", ".7z", ".gz", ".tar", ".tgz"), ARCHIVE),
    **dict.fromkeys((".mp4", ".mov", ".avi", ".mkv", ".mp3", ".m4a", ".wav", ".ogg"), FILM),
    **dict.fromkeys((".msg", ".eml"), LETTER),
    ".rtf": RTF,
}
"""Of these only what cannot be one is told: a web page."""
