"""Draws which file uses which within each module of Sources, and fails on a circle.

    arrows.py [--list] [SOURCES]

An arrow goes from a file to another of its module that declares a type, free function or constant
which it names, or a type that it extends. Members are not followed: who calls a method names its
type somewhere. A file at a module's root lies in the folder `.`.

Status 1 where files or folders go round in a circle. Two files may name each other where one is an
aspect of the other (`Type.swift`, `Type+Aspect.swift`): that is one idea in two files.
"""
import re
import sys
from collections import defaultdict
from pathlib import Path

KIND = r"(?:struct|class|enum|protocol|actor|typealias)"
ATTRIBUTES = r"(?:@\w+(?:\([^)\n]*\))?\s+|(?:unsafe|nonisolated\(unsafe\))\s+)*"
MODIFIERS = (
    ATTRIBUTES + r"(?:(?:public|package|internal|final|indirect|nonisolated|borrowing|consuming)\s+"
    + ATTRIBUTES + r")*"
)
# Private declarations have no pattern here: no other file can name them.
TYPE = re.compile(rf"^{MODIFIERS}{KIND}\s+(\w+)", re.M)
FREE = re.compile(rf"^{MODIFIERS}(?:func|let|var)\s+(\w+)", re.M)
EXTENSION = re.compile(rf"^{MODIFIERS}extension\s+(?:\w+\.)*(\w+)[^{{\n]*\{{", re.M)
NESTED = re.compile(rf"^  {MODIFIERS}{KIND}\s+(\w+)", re.M)
ANY_TYPE = re.compile(rf"^ *(?:[\w@()]+ +)*?{KIND}\s+(\w+)", re.M)
# A lower-case name that is declared here too, or a label: not the one of another file.
LOCAL = re.compile(r"\b(?:let|var|func|case|for)\s+([a-z]\w*)|\b([a-z]\w*)\s*:")
NAME = re.compile(r"(?<![\w.`])([A-Za-z_]\w*)(?:\.([A-Z]\w*))?")


def code_of(text):
    """The text without comments and without the contents of literals; interpolations stay."""
    out, place = [], 0
    interpolated = []  # For each open interpolation: its depth of parentheses, its literal's quotes.
    quotes = None  # Those of the literal that is open.
    while place < len(text):
        rest = text[place]
        if quotes:
            if text.startswith(quotes, place):
                place, quotes = place + len(quotes), None
                out.append('"')
            elif text.startswith("\\(", place):
                interpolated.append([1, quotes])
                place, quotes = place + 2, None
                out.append(" ")
            else:
                out.append("\n" if rest == "\n" else "")
                place += 2 if rest == "\\" else 1
            continue
        if text.startswith("//", place):
            place = (text + "\n").index("\n", place)
            continue
        if text.startswith("/*", place):
            place = (text + "*/").index("*/", place) + 2
            continue
        if rest == '"':
            quotes = '"""' if text.startswith('"""', place) else '"'
            place += len(quotes)
            out.append('"')
            continue
        if interpolated and rest in "()":
            interpolated[-1][0] += 1 if rest == "(" else -1
            if interpolated[-1][0] == 0:
                quotes = interpolated.pop()[1]
                rest = " "
        out.append(rest)
        place += 1
    return "".join(out)


def block(code, start):
    """What stands between the brace before `start` and the one that closes it."""
    depth, place = 1, start
    while place < len(code) and depth:
        depth += {"{": 1, "}": -1}.get(code[place], 0)
        place += 1
    return code[start:place]


def circles(arrows):
    """The groups of nodes that can all reach each other (Tarjan 1972), without single nodes."""
    order, lowest, stack, groups = {}, {}, [], []

    def visit(node):
        order[node] = lowest[node] = len(order)
        stack.append(node)
        for other in sorted(arrows.get(node, ())):
            if other not in order:
                visit(other)
            if other in stack:
                lowest[node] = min(lowest[node], lowest[other])
        if lowest[node] == order[node]:
            first = stack.index(node)
            group = stack[first:]
            del stack[first:]
            if len(group) > 1:
                groups.append(sorted(group))

    for node in sorted(arrows):
        if node not in order:
            visit(node)
    return groups


class Module:
    """The files of one module and the arrows between them."""

    def __init__(self, folder):
        self.name = folder.name
        self.code = {
            str(path.relative_to(folder)): code_of(path.read_text(encoding="utf-8"))
            for path in sorted(folder.rglob("*.swift"))
        }
        self.homes = defaultdict(set)  # The files that declare a name.
        self.nested = defaultdict(set)  # The same of types in extensions, by (outer, inner).
        for file, code in self.code.items():
            for pattern in (TYPE, FREE):
                for match in pattern.finditer(code):
                    self.homes[match.group(1)].add(file)
            for match in EXTENSION.finditer(code):
                for inner in NESTED.finditer(block(code, match.end())):
                    self.nested[match.group(1), inner.group(1)].add(file)
        self.arrows = {file: self.uses(file) for file in self.code}

    def uses(self, file):
        """For each other file, the names of it that this file uses."""
        code, found = self.code[file], defaultdict(set)
        own = set(ANY_TYPE.findall(code)).union(*LOCAL.findall(code))
        for match in NAME.finditer(code):
            name, inner = match.groups()
            homes = self.homes.get(name, set())
            if file in homes or name in own:
                homes = set()
            for home in homes:
                found[home].add(name)
            for home in self.nested.get((name, inner), set()) - {file}:
                found[home].add(f"{name}.{inner}")
        return found

    def folders(self):
        """For each folder, how many arrows go to which other one."""
        between = {self.folder(file): defaultdict(int) for file in self.code}
        for file, targets in self.arrows.items():
            for target in targets:
                if self.folder(target) != self.folder(file):
                    between[self.folder(file)][self.folder(target)] += 1
        return between

    @staticmethod
    def folder(file):
        return str(Path(file).parent)

    def file_circles(self):
        return [group for group in circles(self.arrows) if not self.is_one_idea(group)]

    @staticmethod
    def is_one_idea(group):
        stems = {Path(file).stem.split("+")[0] for file in group}
        return len(group) == 2 and len(stems) == 1 and len({Path(f).parent for f in group}) == 1

    def draw(self, listed):
        """Prints the module; gives the number of its circles."""
        between = self.folders()
        wrong, round_folders = self.file_circles(), circles(between)
        count = sum(map(len, self.arrows.values()))
        pairs = sum(a < b and a in between[b] for a in between for b in between[a])
        print(
            f"{self.name}: {len(self.code)} files, {count} arrows, {len(wrong)} circles, "
            f"{pairs} folder pairs"
        )
        for folder in sorted(between):
            if between[folder]:
                to = ", ".join(f"{other} ({n})" for other, n in sorted(between[folder].items()))
                print(f"  {folder} → {to}")
        if listed:
            self.list(self.code, "  ")
        for group in wrong:
            print(f"  a circle of {len(group)} files:")
            self.list(group, "    ", group)
        for group in round_folders:
            print(f"  a circle of {len(group)} folders:")
            inside = [file for file in self.code if self.folder(file) in group]
            self.list(inside, "    ", inside, across=True)
        return len(wrong) + len(round_folders)

    def list(self, files, indent, only=None, across=False):
        for file in sorted(files):
            for target, names in sorted(self.arrows[file].items()):
                if only is not None and target not in only:
                    continue
                if across and self.folder(file) == self.folder(target):
                    continue
                print(f"{indent}{file} → {target}: {', '.join(sorted(names))}")


def main(arguments):
    paths = [argument for argument in arguments if argument != "--list"]
    sources = Path(paths[0]) if paths else Path(__file__).resolve().parents[2] / "Sources"
    modules = [Module(folder) for folder in sorted(sources.iterdir()) if folder.is_dir()]
    found = sum(module.draw("--list" in arguments) for module in modules if module.code)
    print("No circle." if found == 0 else f"{found} circles.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
