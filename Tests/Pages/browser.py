"""Opens pages in Chromium: accessible, inert, quiet, one printed page first, figures as in JSON.

browser.py [ENGINE [FOLDER-FOR-PICTURES [PAGE…]]]
"""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

import figures
import reports

SIZES = {"wide": (1200, 900), "phone": (390, 844)}
TAGS = {
    "html", "head", "meta", "title", "style", "body", "a", "header", "h1", "h2", "h3", "nav", "ul",
    "li", "main", "section", "p", "div", "table", "caption", "thead", "tbody", "tr", "th", "td",
    "br", "small", "strong", "span", "article", "blockquote", "figure", "svg", "path", "text",
    "circle", "rect", "pre", "code", "footer",
}
# Pages without digits in their labels, which could be taken for figures.
FIGURES = {"kiosk", "english", "census", "verdict", "plain", "one", "nothing"}
# Every row of their targets is missed or not judged: none is left out, however many sheets it takes.
LONG = {"big"}
BIG = "targets:\n" + "".join(
    f"  - {{ id: t{place}, title: {{ vi: {reports.quoted('Chỉ tiêu rất dài ' * 12 + str(place))} }}, "
    "measure: overall, each: { field: [a, b, c] }, pooled: { field: [a, b, c] }, atLeast: 85%, "
    "from: 2025-01-01, every: [quarter, half, year] }\n" for place in range(12))
ONE = "targets:\n  - { id: t, measure: overall, atLeast: 85%, from: 2025-01-01 }\n"


def cases(folder):
    """Name, definition, export, flags and exit code of each page."""
    def made(name, text, rows, dated=True, units=True):
        return (name, reports.write(folder, name + ".yaml", text),
                reports.write(folder, name + ".csv", reports.data(rows, dated, units)))

    # Eight of nine satisfied in each field: reached, not shown, and provisional, the longest words.
    rows = [(f"2025-{m:02}-{d:02}", "abc"[d % 3], f"Xã {d % 4}", 2 if d // 3 % 9 == 0 else 5)
            for m in range(1, 13) for d in range(1, 28)]
    rows += [("never", "a", "Xã 0", 5)] * 60
    labels = {"a": "Đất đai " * 60, "b": "x" * 500, "c": "Đầu tư"}
    silent = [f"Ủy ban nhân dân xã có tên rất dài số {place}" for place in range(200)]
    many = [f"c{place}" for place in range(300)]
    yield ("kiosk", "Surveys/an-lao/2025.1.yaml", "Samples/kiosk-2024-2025.csv.gz", (), 0)
    yield ("english", "Surveys/an-lao/2025.1.yaml", "Samples/kiosk-200.csv", ("--locale", "en"), 0)
    yield ("census", "Surveys/dossiers/2025.yaml", "Samples/dossiers.csv", (), 0)
    yield ("verdict", "Surveys/verdict/1.yaml", "Samples/verdict.csv", (), 0)
    yield (*made("big", reports.survey("Khảo sát " * 20, "abc", silent, BIG, labels=labels), rows),
           (), 1)
    yield (*made("plain", reports.survey(dated=False, units=False),
                 [("a", 5), ("a", 1)], dated=False, units=False), (), 0)
    yield (*made("one", reports.survey(targets=ONE), [("2025-01-02", "a", "x", 5)]), (), 0)
    yield (*made("nothing", reports.survey(targets=ONE), [("never", "a", "x", 5)]),
           ("--loss-limit", "100%"), 1)
    yield (*made("many", reports.survey(fields=many, targets=ONE),
                 [("2025-01-02", c, "x", 5) for c in many]), (), 0)
    yield ("hostile", *reports.hostile(folder, units=10_000), ("--loss-limit", "100%"), 0)


class Watched:
    """A page whose requests and complaints are noted."""

    def __init__(self, context, path):
        self.path = path
        self.requests, self.complaints = [], []
        self.page = context.new_page()
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda said: self.complaints.append(said.text)
                     if said.type in ("error", "warning") else None)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.goto(path.as_uri())

    def check(self):
        assert self.requests == [self.path.as_uri()], f"{self.path}: it asked for {self.requests}"
        assert not self.complaints, f"{self.path}: {self.complaints}"


def check_inert(page, name):
    tags = page.evaluate("[...new Set([...document.querySelectorAll('*')].map(e => e.localName))]")
    assert set(tags) <= TAGS, f"{name}: elements that nobody wrote: {set(tags) - TAGS}"
    handlers = page.evaluate(
        "[...document.querySelectorAll('*')].flatMap(e => e.getAttributeNames())"
        ".filter(n => n.startsWith('on') || n === 'src' || n === 'style')")
    assert not handlers, f"{name}: attributes that do something: {handlers}"
    links = page.evaluate("[...document.querySelectorAll('a')].map(a => a.getAttribute('href'))")
    assert all(link.startswith("#") for link in links), f"{name}: {links}"


def check_layout(page, name, size):
    over = page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert over <= 0, f"{name}, {size}: {over} pixels too wide"


def check_axe(page, name, view):
    results = Axe().run(page, options={"resultTypes": ["violations"]})
    found = [f"{v['id']}: {v['nodes'][0]['html'][:120]}" for v in results.response["violations"]]
    assert not found, f"{name}, {view}: {found}"


def check_print(page, folder, name, first="#summary"):
    """The summary is the first printed page, whole unless it is long, and nothing else is on it."""
    path = pathlib.Path(folder) / f"{name}.pdf"
    page.pdf(path=path, prefer_css_page_size=True)

    def text(number):
        done = subprocess.run(
            ["pdftotext", "-f", str(number), "-l", str(number), "-layout", path, "-"],
            capture_output=True, text=True, check=True)
        return re.sub(r"\s+", " ", done.stdout).strip()

    last = page.evaluate(f"document.querySelector('{first} > :last-child').innerText")
    words = re.sub(r"\s+", " ", last).strip().split(" ")[-4:]
    end = next((page for page in range(1, 9) if " ".join(words) in text(page)), None)
    assert end == 1 or end and name in LONG, f"{name}: the first page ends before {words}"
    second = page.evaluate("document.querySelectorAll('main > section')[1]?.querySelector('h2')"
                           "?.innerText ?? ''")
    if second:
        after = text(end + 1)
        assert after.startswith(second), f"{name}: page {end + 1} begins with {after[:60]}"
    size = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
    assert "(A4)" in size, f"{name}: not A4"


def check_figures(page, document, name, locale):
    lines = page.evaluate(
        "[...document.querySelectorAll('td, svg .value, #summary p, #summary li')]"
        ".flatMap(e => (e.innerText ?? e.textContent).split('\\n'))")
    # File names, lines, hashes and labels are no figures of the survey.
    skipped = page.evaluate(
        "[...document.querySelectorAll('#losses td, #method td')].map(e => e.innerText)")
    lines = [line for line in lines if line not in skipped]
    strange = figures.unknown(lines, document, locale)
    assert not strange, f"{name}: not in the JSON: {strange[:5]}"
    return lines


def check_the_check(lines, document, locale):
    """A wrong digit must be found, else the check is worth nothing."""
    wrong = [line.replace("86,1 %", "86,4 %") for line in lines]
    assert wrong != lines, "no line to falsify"
    assert figures.unknown(wrong, document, locale), "a false figure was not noticed"


def pictures(page, folder, name):
    for view, (width, height) in SIZES.items():
        page.set_viewport_size({"width": width, "height": height})
        page.screenshot(path=pathlib.Path(folder) / f"{name}-{view}.png", full_page=True)


def check(browser, paths, name, folder, locale, keep):
    document = reports.load(paths["json"])
    for scheme in ("light", "dark"):
        for view, (width, height) in SIZES.items():
            context = browser.new_context(
                color_scheme=scheme, viewport={"width": width, "height": height})
            watched = Watched(context, paths["html"])
            check_layout(watched.page, name, view)
            check_inert(watched.page, name)
            watched.check()
            if scheme == "light" and view == "wide":
                if name in FIGURES:
                    lines = check_figures(watched.page, document, name, locale)
                    if name == "verdict":
                        check_the_check(lines, document, locale)
                check_print(watched.page, folder, name)
                if keep:
                    pictures(watched.page, keep, name)
            context.close()
            # What tests a page is a script, which the page itself would not run.
            context = browser.new_context(
                color_scheme=scheme, bypass_csp=True, viewport={"width": width, "height": height})
            page = context.new_page()
            page.goto(paths["html"].as_uri())
            if name != "hostile" or (scheme, view) == ("light", "wide"):
                check_axe(page, name, f"{scheme} {view}")
            context.close()


def watch(browser, path, name, check_paper, keep):
    """Look at a page in both schemes and all sizes; `check_paper` looks at how it is printed."""
    for scheme in ("light", "dark"):
        for view, (width, height) in SIZES.items():
            context = browser.new_context(
                color_scheme=scheme, viewport={"width": width, "height": height})
            watched = Watched(context, path)
            check_layout(watched.page, name, view)
            check_inert(watched.page, name)
            watched.check()
            if (scheme, view) == ("light", "wide"):
                check_paper(watched.page)
                if keep:
                    pictures(watched.page, keep, name)
            context.close()
            context = browser.new_context(
                color_scheme=scheme, bypass_csp=True,
                viewport={"width": width, "height": height})
            page = context.new_page()
            page.goto(path.as_uri())
            check_axe(page, name, f"{scheme} {view}")
            context.close()


def check_scorecard(engine, browser, folder, keep):
    """Twenty targets on one sheet; the sample plan, and one that fails in part."""
    plan = pathlib.Path("Surveys/plans/an-lao-2025.yaml")
    for name, source, code in (("scorecard", plan, 0), ("scorecard-failing", None, 1)):
        if source is None:
            source = pathlib.Path(folder) / "failing.yaml"
            text = plan.read_text(encoding="utf-8").replace("../", f"{plan.parent.parent.resolve()}/")
            source.write_text(text.replace("data/", "nowhere/"), encoding="utf-8")
        path = pathlib.Path(folder) / f"{name}.html"
        done = subprocess.run(
            [engine, "scorecard", source, "--as-of", "2026-01-10", "--outside", "-q", "-o", path],
            capture_output=True, text=True)
        assert done.returncode == code, f"{name}: {done.returncode} {done.stderr}"
        watch(browser, path, name, lambda page: check_print(page, folder, name, first="#scorecard"),
              keep)
        print(f"{name}: {path.stat().st_size} bytes")


def check_opinions(engine, browser, folder, keep):
    """The sample register in both languages: a table of contents by field, no opinion torn on paper."""
    definition, register = "Surveys/opinions/2025.2.yaml", "Surveys/plans/data/opinions.csv"
    for name, locale in (("opinions", "vi"), ("opinions-en", "en")):
        path = pathlib.Path(folder) / f"{name}.html"
        done = subprocess.run(
            [engine, "opinions", definition, register, "--as-of", "2026-01-10", "--locale", locale,
             "-q", "-o", path], capture_output=True, text=True)
        assert done.returncode == 0, f"{name}: {done.returncode} {done.stderr}"

        def check_paper(page):
            fields = page.locator("section[id^=field-]").count()
            links = page.locator("nav a[href^='#field-']").count()
            assert 0 < fields == links, f"{name}: {fields} fields, {links} links"
            assert page.locator("article").count() == 76, f"{name}: opinions are missing"
            paper = pathlib.Path(folder) / f"{name}.pdf"
            page.pdf(path=paper, prefer_css_page_size=True)
            size = subprocess.run(
                ["pdfinfo", paper], capture_output=True, text=True, check=True).stdout
            assert "(A4)" in size, f"{name}: not A4"
            if keep:
                shutil.copy(paper, keep)

        watch(browser, path, name, check_paper, keep)
        print(f"{name}: {path.stat().st_size} bytes")


def main():
    engine = reports.engine_of(sys.argv)
    keep = sys.argv[2] if len(sys.argv) > 2 and sys.argv[2] else None
    only = sys.argv[3:]
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for name, survey, data, flags, code in cases(folder):
            if only and name not in only:
                continue
            paths = reports.report(engine, folder, name, survey, data, *flags, check=code)
            again = reports.report(
                engine, folder, name + "-2", survey, data, *flags, "-j", "1", check=code)
            assert paths["html"].read_bytes() == again["html"].read_bytes(), f"{name} differs"
            check(browser, paths, name, folder, "en" if "en" in flags else "vi", keep)
            print(f"{name}: {paths['html'].stat().st_size} bytes")
        if not only or "scorecard" in only:
            check_scorecard(engine, browser, folder, keep)
        if not only or "opinions" in only:
            check_opinions(engine, browser, folder, keep)
        browser.close()
    print("The pages are as they should be.")


if __name__ == "__main__":
    main()
