"""What can be wrong with the office's file, said so that the person who runs the office can mend it."""

from __future__ import annotations

from pathlib import Path

from pysqlite3 import dbapi2 as sqlite


class StoreTrouble(Exception):
    """The office's file cannot be used. `sentence` says what happened, what is safe, and what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def told(error: BaseException, path: Path) -> StoreTrouble:
    """The sentence for what SQLite or the disk said about `path`."""
    if isinstance(error, StoreTrouble):
        return error
    said = str(error).lower()
    for words, sentence in SENTENCES:
        if any(word in said for word in words):
            return StoreTrouble(sentence.format(path=path, folder=path.parent, said=error))
    if isinstance(error, OSError):
        return StoreTrouble(UNWRITABLE.format(path=path, folder=path.parent, said=error))
    return StoreTrouble(f"The office's file {path} could not be used: {error}.")


def is_trouble(error: BaseException) -> bool:
    """Whether the file or the disk failed, rather than the work that was asked of it."""
    return isinstance(error, StoreTrouble | OSError | sqlite.OperationalError) or type(error) is sqlite.DatabaseError


UNWRITABLE = (
    "The office cannot write in the folder {folder} ({said}). Give the account that runs Ringback the right to write "
    "there, or choose another folder with RINGBACK_DATA."
)
CORRUPT = (
    "The office's file {path} is damaged ({said}). Nothing was changed. Put the newest backup in its place; the "
    "phones then send again what the backup lacks."
)
STRANGER = (
    "The file {path} is not an office of Ringback: it looks like another program's. Nothing was changed in it. Move it "
    "away, or choose another folder with RINGBACK_DATA, and start again."
)
SENTENCES: tuple[tuple[tuple[str, ...], str], ...] = (
    (("not a database", "malformed", "corrupt", "file is encrypted"), CORRUPT),
    (
        ("locked", "busy"),
        "Another program is holding the office's file {path}. Stop it, or wait until it is done, and start again.",
    ),
    (
        ("disk is full", "no space"),
        "The disk that holds {path} is full. Everything saved so far is safe, and the phones keep what they could "
        "not send. Make room.",
    ),
    (("readonly", "read-only", "unable to open", "permission denied"), UNWRITABLE),
    (("already exists",), STRANGER),  # a table that an office begins with
    (("disk i/o error",), "The disk that holds {path} did not work ({said}). Look at the disk, then start again."),
)
