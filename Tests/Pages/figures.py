"""Looks up every figure that a page shows in the JSON of the same run."""

import re

TOKEN = re.compile(r"\d[\d.,]*\d|\d")
DATE = re.compile(r" ?20\d\d-\d\d-\d\d|\d{1,2}/\d{1,2}(?:/\d{4})?|\d{1,2} [A-Z][a-z]{2}(?: \d{4})?|[A-Z]*\d? ?/?20\d\d")
# What the page says of its own rules: fewer answers are pale, and too few to compare.
RULES = {10, 30}


def numbers_of(document):
    """All counts and all rates of a report, and the few that follow from two of them."""
    counts, rates = set(RULES), []

    def walk(value):
        if isinstance(value, dict):
            if "n" in value and "satisfied" in value:
                counts.add(value["n"] - value["satisfied"])
            if "lost" in value and "base" in value and value["base"]:
                rates.append(value["lost"] / value["base"])
            for inner in value.values():
                walk(inner)
        elif isinstance(value, list):
            for inner in value:
                walk(inner)
        elif isinstance(value, bool) or value is None:
            pass
        elif isinstance(value, int):
            counts.add(value)
            if value in (0, 1):
                rates.append(float(value))
        elif isinstance(value, float):
            rates.append(value)

    walk(document)
    duplicate = document["accounting"]["duplicate"]
    counts.add(sum(duplicate.values()))
    for row in (document.get("arrivals") or {}).get("rows", []):
        counts.add(sum(row["responses"]) + row["undated"])
    return counts, rates


def value_of(token, locale):
    group, mark = (".", ",") if locale == "vi" else (",", ".")
    whole, _, fraction = token.replace(group, "").partition(mark)
    return float(whole + ("." + fraction if fraction else "")), len(fraction)


def unknown(lines, document, locale):
    """The figures of some lines of a page that the JSON does not have."""
    counts, rates = numbers_of(document)
    strange = []
    for line in lines:
        text = DATE.sub(" ", line)
        for match in TOKEN.finditer(text):
            value, decimals = value_of(match.group(), locale)
            # The lower end of a range has the sign of its upper end: 84,6–87,5 %.
            rest = re.sub(r"^–[\d.,]+", "", text[match.end():])
            if rest.startswith(" %"):
                slack = 0.5 * 10 ** -decimals + 1e-9
                if not any(abs(rate * 100 - value) <= slack for rate in rates):
                    strange.append(f"{match.group()} % in “{line}”")
            elif decimals == 0 and int(value) not in counts:
                strange.append(f"{match.group()} in “{line}”")
    return strange
