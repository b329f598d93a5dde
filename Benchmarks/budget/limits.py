"""Reads the file of limits; the file itself says what may stand in it."""

import re
from dataclasses import dataclass, field
from pathlib import Path

REST = "rest"


@dataclass
class Stage:
    """Functions that belong together, and what they may cost a byte."""

    name: str
    limit: float
    expressions: list[re.Pattern[str]] = field(default_factory=list)


class Limits:
    def __init__(self, path: Path) -> None:
        self.stages: list[Stage] = []
        self.calls: list[tuple[re.Pattern[str], float]] = []
        self.environment: dict[str, str] = {}
        self.total = float("inf")
        self.start = float("inf")
        self.clusters = float("inf")
        lines = path.read_text(encoding="utf-8").splitlines()
        for number, line in enumerate(lines, start=1):
            if not line.strip() or line.startswith("#"):
                continue
            try:
                self.read(line)
            except (ValueError, IndexError, re.error) as error:
                raise SystemExit(f"{path}:{number}: {line.strip()}: {error}") from error
        if REST not in [stage.name for stage in self.stages]:
            raise SystemExit(f"{path}: the stage {REST} is missing")

    def read(self, line: str) -> None:
        if line[0].isspace():
            self.stages[-1].expressions.append(re.compile(line.strip()))
            return
        word, *values = line.split(maxsplit=2)
        match word:
            case "stage":
                self.stages.append(Stage(values[0], float(values[1])))
            case "calls":
                self.calls.append((re.compile(values[1]), float(values[0])))
            case "total":
                self.total = float(values[0])
            case "start":
                self.start = float(values[0])
            case "clusters":
                self.clusters = float(values[0])
            case "environment":
                name, _, value = values[0].partition("=")
                self.environment[name] = value
            case _:
                raise ValueError("not a limit")

    def lower(self, path: Path, measured: dict[str, float]) -> None:
        """Writes the file again with limits as low as what was measured, where they are higher."""
        lines = path.read_text(encoding="utf-8").split("\n")
        for number, line in enumerate(lines):
            words = line.split()
            if not words or line.startswith("#"):
                continue
            match words[0]:
                case "stage":
                    name, place = words[1], 2
                case "calls":
                    name, place = f"calls {line.split(maxsplit=2)[2]}", 1
                case "total" | "start" | "clusters":
                    name, place = words[0], 1
                case _:
                    continue
            old = words[place]
            new = measured.get(name, float(old))
            if new < float(old):
                lines[number] = re.sub(rf"(?<=\s){re.escape(old)}(?=\s|$)", f"{new:g}", line, count=1)
        path.write_text("\n".join(lines), encoding="utf-8")

    def stage_of(self, function: str) -> str:
        for stage in self.stages:
            if any(expression.search(function) for expression in stage.expressions):
                return stage.name
        return REST
