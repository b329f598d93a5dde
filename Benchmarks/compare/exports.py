"""The generated exports and definitions that runs read; made once, then used again."""

import subprocess
from collections.abc import Callable
from pathlib import Path

from measure import say

MORE_QUESTIONS = 6
# As in life: empty answers, and names of units and fields of which half are over 32 bytes.
LIFE = ("--blanks", "40", "--long-labels")


class Exports:
    def __init__(self, scratch: Path, generator: Path, definition: Path) -> None:
        self.folder = scratch
        self.generator = generator
        self.definition = definition

    def export(
        self, name: str, rows: int, *options: str, order: str = "shuffled", digits: bool = True
    ) -> Path:
        """A file of `rows` records; a name stands for its options.

        Answers are digits unless asked otherwise, so that peers can read small integers.
        """
        path = self.folder / f"{name}-{rows}.csv"
        if not path.exists():
            say(f"writing {path}")
            partial = path.with_suffix(".partial")
            command = [str(self.generator), "--rows", str(rows), "--order", order, *LIFE, *options]
            command += ["--digits"] if digits else []
            subprocess.run([*command, "-o", str(partial)], check=True)
            partial.rename(path)
        warm(path)
        return path

    def first_only(self) -> Path:
        """The definition, but that the first response of an id alone counts."""
        line = "\n\nduplicates: keepFirst\n"
        return self.variant("keep-first", lambda text: text.rstrip() + line)

    def twenty_columns(self) -> Path:
        """The definition with six rating questions more: twenty columns are used."""

        def add(text: str) -> str:
            questions = "".join(
                f"  more_{number:02}:\n"
                f"    text: {{ vi: Câu {number}, en: Question {number} }}\n"
                f"    columns: [more_{number:02}]\n"
                "    scale: satisfaction5\n"
                "    role: factor\n"
                for number in range(1, MORE_QUESTIONS + 1)
            )
            if "\nquestions:\n" not in text:
                raise SystemExit(f"{self.definition}: no questions to add to")
            return text.replace("\nquestions:\n", f"\nquestions:\n{questions}", 1)

        return self.variant("twenty-columns", add)

    def variant(self, name: str, change: Callable[[str], str]) -> Path:
        path = self.folder / f"{name}.yaml"
        path.write_text(change(self.definition.read_text(encoding="utf-8")), encoding="utf-8")
        return path


def warm(path: Path) -> None:
    """Reads a file once, so that the first round finds it in memory as all others do."""
    block = bytearray(1 << 20)
    with open(path, "rb", buffering=0) as file:
        while file.readinto(block):
            pass
