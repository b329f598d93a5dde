"""Holds the repository to its own map, and the drawing of arrows to what it says of itself."""
import contextlib
import io
import re
import tempfile
import unittest
from pathlib import Path

import arrows

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT / "Sources"


def draw(files, *arguments):
    """The status and the print of a drawing of one module with the given files."""
    with tempfile.TemporaryDirectory() as folder:
        for name, code in files.items():
            path = Path(folder, "Planted", name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(code, encoding="utf-8")
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            status = arrows.main([folder, *arguments])
        return status, printed.getvalue()


class ArrowTests(unittest.TestCase):
    def test_a_planted_circle_of_two_files_is_found(self):
        status, printed = draw({
            "A.swift": "struct A { var b: B? }\n",
            "B.swift": "struct B {}\nextension A {}\n",
        })
        self.assertEqual(status, 1)
        self.assertIn("a circle of 2 files", printed)
        self.assertIn("A.swift → B.swift: B", printed)

    def test_a_planted_circle_through_free_functions_is_found(self):
        status, printed = draw({
            "A.swift": "func first() { second() }\n",
            "B.swift": "func second() { third() }\n",
            "C.swift": "func third() { first() }\n",
        })
        self.assertEqual(status, 1)
        self.assertIn("a circle of 3 files", printed)

    def test_a_planted_circle_of_folders_is_found(self):
        status, printed = draw({
            "X/A.swift": "struct A { var b: B? }\n",
            "X/C.swift": "struct C {}\n",
            "Y/B.swift": "struct B {}\n",
            "Y/D.swift": "struct D { var c: C? }\n",
        })
        self.assertEqual(status, 1)
        self.assertIn("0 circles, 1 folder pairs", printed)
        self.assertIn("a circle of 2 folders", printed)

    def test_a_type_in_an_extension_counts_where_it_is_declared(self):
        status, printed = draw({
            "A.swift": "enum A {}\n",
            "B.swift": "extension A {\n  struct Inner {}\n}\nstruct B { var c: C? }\n",
            "C.swift": "struct C { var inner: A.Inner? }\n",
        })
        self.assertEqual(status, 1)
        self.assertIn("C.swift → B.swift: A.Inner", printed)

    def test_a_type_and_its_aspect_are_one_idea(self):
        status, printed = draw({
            "A.swift": "struct A { var part: Part? }\n",
            "A+Part.swift": "struct Part { var whole: [A] }\n",
        })
        self.assertEqual((status, "No circle." in printed), (0, True))

    def test_comments_literals_locals_and_private_types_are_no_arrows(self):
        status, printed = draw({
            "A.swift": 'struct A { let text = "B \\"B" }  // B\n/* B */\nprivate struct P {}\n',
            "B.swift": "struct B { let a = A() }\nlet shared = 1\nstruct P {}\n",
            "C.swift": "struct C { func f(shared: Int) -> Int { shared } }\n",
        }, "--list")
        self.assertEqual(status, 0)
        self.assertIn("3 files, 1 arrows", printed)
        self.assertIn("B.swift → A.swift: A", printed)

    def test_what_is_interpolated_is_code(self):
        _, printed = draw({
            "A.swift": 'struct A { let text = "\\(B(")").name) B" }\n',
            "B.swift": "struct B { init(_ text: String) {} }\n",
        })
        self.assertIn("2 files, 1 arrows", printed)

    def test_the_sources_have_no_circle(self):
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            status = arrows.main([str(SOURCES)])
        self.assertEqual(status, 0, printed.getvalue())


class MapTests(unittest.TestCase):
    """What ARCHITECTURE.md says is there."""

    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")

    def test_every_path_of_its_tables_exists(self):
        paths = [
            path for row in self.text.splitlines() if row.startswith("|")
            for path in re.findall(r"`([\w.+-]+(?:/[\w.+*-]+)*/?)`", row) if "/" in path
        ]
        self.assertGreater(len(paths), 30)
        lacking = [path for path in paths if not list(self.roots(path))]
        self.assertEqual(lacking, [])

    @staticmethod
    def roots(path):
        """The files that a path may mean: from the top, from Sources, or from a module."""
        for root in (ROOT, SOURCES, *filter(Path.is_dir, SOURCES.iterdir())):
            yield from root.glob(path.rstrip("/"))

    def test_every_folder_of_the_sources_is_named(self):
        folders = [path for path in SOURCES.rglob("*") if path.is_dir() and path.name != "include"]
        lacking = [
            str(folder.relative_to(SOURCES)) for folder in folders
            if not re.search(rf"`(?:\w+/)*{folder.name}/`", self.text)
        ]
        self.assertEqual(lacking, [])

    def test_a_folder_of_the_trunk_knows_only_those_above_it(self):
        order = re.findall(r"^\| `(\w+)/` \|", self.text.split("Within `CivicSurvey/`")[1], re.M)
        between = arrows.Module(SOURCES / "CivicSurvey").folders()
        self.assertEqual(sorted(order), sorted(set(between) - {"."}))
        against = [
            f"{folder} → {other}" for folder in order for other in between[folder]
            if other not in order[:order.index(folder)]
        ]
        self.assertEqual(against, [])

    def test_it_is_one_page(self):
        self.assertLess(len(self.text.splitlines()), 130)


class FileTests(unittest.TestCase):
    def test_no_file_is_over_400_lines(self):
        long = [
            str(path.relative_to(ROOT)) for folder in ("Sources", "Tests")
            for path in (ROOT / folder).rglob("*")
            if path.suffix in (".swift", ".c", ".h") and ".build" not in str(path)
            and len(path.read_text(encoding="utf-8").splitlines()) > 400
        ]
        self.assertEqual(long, [])

    def test_comments_cite_only_files_that_are_there(self):
        names = {path.name for folder in ROOT.iterdir() if not folder.name.startswith(".build")
                 for path in ([folder] if folder.is_file() else folder.rglob("*"))}
        lacking = set()
        for path in SOURCES.rglob("*.*"):
            for comment in re.findall(r"//.*", path.read_text(encoding="utf-8")):
                for cited in re.findall(r"[\w.+-]+\.(?:md|swift|py|json)\b", comment):
                    lacking |= {cited} - names - {"datapackage.json"}
                lacking.update(re.findall(r"\b[A-Z-]{5,}, section", comment))
        self.assertEqual(lacking, set())

    def test_an_aspect_lies_beside_its_type(self):
        homes = {}
        for folder in filter(Path.is_dir, SOURCES.iterdir()):
            module = arrows.Module(folder)
            for name, files in module.homes.items():
                homes.setdefault(name, set()).update(
                    (folder / file).parent for file in files)
        apart = [
            str(path.relative_to(SOURCES)) for path in SOURCES.rglob("*+*.swift")
            if path.parent not in homes.get(path.stem.split("+")[0], {path.parent})
        ]
        self.assertEqual(apart, [])

    def test_the_tally_lies_in_three_files_at_most(self):
        files = [
            str(path.relative_to(SOURCES)) for path in SOURCES.rglob("*.swift")
            if re.search(
                r"^[\w ]*(?:struct|extension) TallyPart\b",
                arrows.code_of(path.read_text(encoding="utf-8")), re.M)
        ]
        self.assertLessEqual(len(files), 3, files)


if __name__ == "__main__":
    unittest.main()
