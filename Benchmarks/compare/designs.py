"""Made-up samples with weights, strata and clusters, and their definitions."""

import random
from pathlib import Path

from exports import warm
from measure import say

HEADER = "weight,unit,field,channel,kiosk,q1,q2,q3,q4,q5,q6\n"
KIOSKS_A_UNIT = 100

DEFINITION = """\
survey: designs
version: "1"
title: { vi: Mẫu có quyền số, en: A weighted sample }
coverage: sample
dimensions:
  unit: { columns: [unit], open: true }
  field: { columns: [field], open: true }
  channel: { columns: [channel], open: true }
scales:
  five:
    choices: { 5: {en: a5}, 4: {en: a4}, 3: {en: a3}, 2: {en: a2}, 1: {en: a1} }
    satisfied: [4, 5]
questions:
"""
WEIGHTS = "design: { weight: {columns: [weight]}, strata: {columns: [unit]} }\n"
CLUSTERS = (
    "design: { weight: {columns: [weight]}, strata: {columns: [unit]}, "
    "clusters: {columns: [kiosk]} }\n"
)


def definition(folder: Path, name: str, design: str) -> Path:
    questions = "".join(
        f"  q{number}: {{ text: {{en: q{number}}}, columns: [q{number}], scale: five }}\n"
        for number in range(1, 7)
    )
    path = folder / f"{name}.yaml"
    path.write_text(DEFINITION + questions + design, encoding="utf-8")
    return path


def sample(folder: Path, rows: int, *, units: int, fields: int, ordered: bool = False) -> Path:
    """`rows` responses of 100 kiosks a unit; units are strata, 3 channels. The same each time."""
    order = "clusters" if ordered else "shuffled"
    path = folder / f"sample-{units}-{fields}-{order}-{rows}.csv"
    if not path.exists():
        say(f"writing {path}")
        dice = random.Random(2026)
        lines = []
        for _ in range(rows):
            unit = dice.randrange(units)
            kiosk = unit * KIOSKS_A_UNIT + dice.randrange(KIOSKS_A_UNIT)
            answers = ",".join(dice.choices("54321", weights=[60, 28, 6, 4, 2], k=6))
            lines.append(
                f"{dice.uniform(0.2, 5):.6f},Đơn vị {unit},Lĩnh vực {dice.randrange(fields)},"
                f"Kênh {dice.randrange(3)},K{kiosk:04},{answers}\n"
            )
        if ordered:
            lines.sort(key=lambda line: line.split(",")[4])
        partial = path.with_suffix(".partial")
        with open(partial, "w", encoding="utf-8") as file:
            file.write(HEADER)
            file.writelines(lines)
        partial.rename(path)
    warm(path)
    return path
