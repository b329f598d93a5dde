"""Reads what callgrind writes: the instructions of each function by itself, and its calls.

The format: https://valgrind.org/docs/manual/cl-format.html
"""

import re
import shutil
import subprocess
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

NAME = re.compile(r"\((\d+)\)(?: (.*))?$")


@dataclass
class Profile:
    """Counts by "OBJECT SYMBOL", and " = MEANING" where a symbol is mangled."""

    instructions: Counter[str] = field(default_factory=Counter)
    calls: Counter[str] = field(default_factory=Counter)

    @property
    def total(self) -> int:
        return sum(self.instructions.values())

    def minus(self, other: "Profile") -> "Profile":
        difference = Profile(Counter(self.instructions), Counter(self.calls))
        difference.instructions.subtract(other.instructions)
        difference.calls.subtract(other.calls)
        return difference


class Names:
    """Names are written once, with a number, and by the number from then on."""

    def __init__(self) -> None:
        self.known: dict[str, str] = {}

    def name(self, text: str) -> str:
        match = NAME.match(text)
        if match is None:
            return text
        number, name = match.groups()
        if name is not None:
            self.known[number] = name
        return self.known[number]


def read_profile(path: Path) -> Profile:
    profile = Profile()
    objects, functions = Names(), Names()
    place = called_object = ""
    function = called = ""
    is_call = False
    with open(path, encoding="utf-8", errors="replace") as file:
        for line in file:
            key, sign, value = line.rstrip("\n").partition("=")
            if sign and key == "fn":
                function = f"{place} {functions.name(value)}"
            elif sign and key == "ob":
                place = objects.name(value).rpartition("/")[2]
            elif sign and key == "cob":
                called_object = objects.name(value).rpartition("/")[2]
            elif sign and key == "cfn":
                called = f"{called_object or place} {functions.name(value)}"
            elif sign and key == "calls":
                profile.calls[called] += int(value.split()[0])
                called_object = ""
                is_call = True
            elif line[:1] in "0123456789+-*" and line.strip():
                # The line after `calls=` holds what the called function took: not this one's own.
                if not is_call:
                    profile.instructions[function] += int(line.split()[1])
                is_call = False
    return demangled(profile)


def demangled(profile: Profile) -> Profile:
    if shutil.which("swift") is None:
        raise SystemExit("swift demangle is needed, to tell the functions' names")
    # A function that calls itself is written again with '2 and so on.
    names = sorted(set(profile.instructions) | set(profile.calls))
    plain = [re.sub(r"'\d+$", "", name) for name in names]
    symbols = [name.partition(" ")[2] for name in plain]
    done = subprocess.run(
        ["swift", "demangle", "--compact"],
        input="\n".join(symbols),
        capture_output=True,
        text=True,
        check=True,
    )
    meanings = done.stdout.split("\n")
    meaning = {}
    for name, own, symbol, text in zip(names, plain, symbols, meanings, strict=False):
        meaning[name] = own if symbol == text else f"{own} = {text}"
    result = Profile()
    for name, count in profile.instructions.items():
        result.instructions[meaning[name]] += count
    for name, count in profile.calls.items():
        result.calls[meaning[name]] += count
    return result


def stripped(program: Path, scratch: Path) -> Path:
    """A copy with symbols and without debug information, which not every valgrind can read."""
    copy = scratch / "civicsurvey"
    subprocess.run(["strip", "--strip-debug", "-o", str(copy), str(program)], check=True)
    return copy
