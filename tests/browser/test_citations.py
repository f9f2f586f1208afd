"""What a reader does with a citation: look at it, follow it and come back, hand it on, print it."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

POPOVER = ".qp-popover"
Reader = Callable[..., Page]

SOURCES = ("algemeiner", "new-arab-12-march", "new-arab-14-march", "press-tv", "see-news")

# For each passage of a source page: the words that its marks hold, and those of its entry.
LIT_AND_QUOTED = """
            () => [...document.querySelectorAll('.passage-entry')].map(entry => {
              const id = entry.id.replace(/_cited$/, '');
              const walk = document.createTreeWalker(
                document.querySelector('.source-text'), NodeFilter.SHOW_TEXT);
              let lit = '';
              while (walk.nextNode()) {
                const at = walk.currentNode.parentElement;
                if (at.closest(`mark[id="${id}"], mark[data-of="${id}"]`) &&
                    !at.closest('.passage-number')) lit += walk.currentNode.data;
              }
              const copy = entry.cloneNode(true);
              copy.querySelectorAll('a').forEach(link => link.remove());
              return [lit, copy.textContent.trim().slice(1, -1)];
            })"""


@pytest.fixture
def reader(chromium: Browser) -> Iterator[Reader]:
    """Opens pages as a reader of some kind does; whatever the console complains of is a failure."""
    errors: list[str] = []
    contexts = []

    def make(width: int = 1280, height: int = 800, touch: bool = False, **more: object) -> Page:
        contexts.append(
            chromium.new_context(
                viewport={"width": width, "height": height},
                has_touch=touch,
                is_mobile=touch,
                permissions=["clipboard-read", "clipboard-write"],
                **more,
            )
        )
        page = contexts[-1].new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda m: errors.append(m.text) if m.type == "error" else None)
        return page

    yield make
    for context in contexts:
        context.close()
    assert errors == []


QUOTES = "a.footnote-ref:not([href^='#fn:rests-on'])"  # not the marks of what a statement rests on


def marks(page: Page) -> Locator:
    """The marks of the citations, in the order of the page."""
    return page.locator(QUOTES)


def in_the_middle(locator: Locator) -> Locator:
    """Scrolled to where there is room above and below."""
    locator.evaluate("node => node.scrollIntoView({block: 'center', inline: 'center'})")
    return locator


def footnote(page: Page, mark: Locator) -> Locator:
    """The footnote that a mark leads to."""
    return page.locator(f'[id="{mark.get_attribute("href")[1:]}"]')


def words(locator: Locator) -> str:
    """What is written there, without the arrows back."""
    return " ".join(re.sub("[↩\N{VARIATION SELECTOR-15}×]", "", locator.inner_text()).split())


class TestPopover:
    def test_says_what_the_footnote_says(self, reader: Reader, flagship: str) -> None:
        page = reader()
        page.goto(f"{flagship}/terms.html")
        for mark in marks(page).all()[:5]:
            in_the_middle(mark).hover()
            expect(mark).to_have_attribute("aria-describedby", "qp-note")
            assert words(page.locator(POPOVER)) == words(footnote(page, mark))

    def test_tells_quote_publisher_date_speaker_channel_relation_and_match(
        self, reader: Reader, flagship: str
    ) -> None:
        page = reader()
        page.goto(f"{flagship}/terms.html")
        through = page.locator(".footnote li", has_text=re.compile("Said by .* through")).first
        page.locator(f'a.footnote-ref[href="#{through.get_attribute("id")}"]').first.focus()
        said = page.locator(POPOVER)
        expect(said.locator(".quote")).to_have_text(re.compile("^“.+”$"))
        expect(said.locator(".origin")).to_have_text(
            re.compile(r"^.+ 2020.*\. Said by .+ through .+\.$")
        )
        expect(said.locator(".relation")).to_have_text(re.compile("^It .+"))
        expect(said.locator(".normalised")).to_have_text(re.compile("^Matched .+"))
        expect(said.locator(".where a").first).to_have_text(re.compile("^See it in the source"))

    def test_stays_while_the_pointer_is_over_it_and_goes_when_it_leaves(
        self, reader: Reader, flagship: str
    ) -> None:
        page = reader()
        page.goto(f"{flagship}/terms.html")
        mark = in_the_middle(marks(page).nth(5))
        mark.hover()
        expect(page.locator(POPOVER)).to_be_visible()
        page.locator(f"{POPOVER} .where").hover()
        page.wait_for_timeout(600)
        expect(page.locator(POPOVER)).to_be_visible()
        page.mouse.move(2, 2)
        expect(page.locator(POPOVER)).to_have_count(0)
        expect(mark).not_to_have_attribute("aria-describedby", "qp-note")

    def test_does_not_stay_after_a_pointer_that_only_crosses_the_mark(
        self, reader: Reader, flagship: str
    ) -> None:
        page = reader()
        page.goto(f"{flagship}/terms.html")
        in_the_middle(marks(page).nth(5)).hover()
        page.mouse.move(2, 2)
        page.wait_for_timeout(300)
        expect(page.locator(POPOVER)).to_have_count(0)

    def test_opens_on_focus_and_tab_leads_through_its_links_to_the_next_mark(
        self, reader: Reader, flagship: str
    ) -> None:
        page = reader()
        page.goto(f"{flagship}/terms.html")
        every = page.locator("a.footnote-ref")
        first, second = every.nth(0), every.nth(1)
        first.focus()
        for link in page.locator(f"{POPOVER} a").all():
            page.keyboard.press("Tab")
            expect(link).to_be_focused()
        page.keyboard.press("Tab")
        expect(second).to_be_focused()
        expect(second).to_have_attribute("aria-describedby", "qp-note")
        expect(first).not_to_have_attribute("aria-describedby", "qp-note")
        expect(page.locator(POPOVER)).to_have_count(1)

    def test_enter_leads_into_it_and_escape_back_to_the_mark(
        self, reader: Reader, flagship: str
    ) -> None:
        page = reader()
        page.goto(f"{flagship}/terms.html")
        mark = marks(page).first
        mark.focus()
        page.keyboard.press("Enter")
        expect(page.locator(f"{POPOVER} a").first).to_be_focused()
        page.keyboard.press("Escape")
        expect(page.locator(POPOVER)).to_have_count(0)
        expect(mark).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.locator(POPOVER)).to_be_visible()

    def test_escape_dismisses_it_without_moving_the_pointer(
        self, reader: Reader, flagship: str
    ) -> None:
        page = reader()
        page.goto(f"{flagship}/terms.html")
        mark = marks(page).first
        mark.hover()
        expect(page.locator(POPOVER)).to_be_visible()
        page.keyboard.press("Escape")
        page.wait_for_timeout(300)
        expect(page.locator(POPOVER)).to_have_count(0)
        expect(mark).to_be_focused()

    def test_only_one_is_open(self, reader: Reader, flagship: str) -> None:
        page = reader()
        page.goto(f"{flagship}/terms.html")
        marks(page).nth(2).focus()
        marks(page).nth(0).hover()  # above: what opens below the other never covers it
        expect(marks(page).nth(0)).to_have_attribute("aria-describedby", "qp-note")
        expect(page.locator(POPOVER)).to_have_count(1)
        expect(page.locator("[aria-describedby='qp-note']")).to_have_count(1)

    def test_a_click_keeps_it_and_a_click_elsewhere_closes_it(
        self, reader: Reader, flagship: str
    ) -> None:
        page = reader()
        page.goto(f"{flagship}/terms.html")
        marks(page).first.click()
        page.mouse.move(2, 2)
        page.wait_for_timeout(600)
        expect(page.locator(POPOVER)).to_be_visible()
        page.locator("h1").click()
        expect(page.locator(POPOVER)).to_have_count(0)

    def test_a_click_with_a_key_is_the_browsers(self, reader: Reader, flagship: str) -> None:
        page = reader()
        page.goto(f"{flagship}/terms.html")
        mark = marks(page).first
        with page.context.expect_page() as opened:
            mark.click(modifiers=["Control"])
        assert opened.value.url.endswith(f"/terms.html{mark.get_attribute('href')}")

    def test_a_tap_opens_it_and_another_closes_it(self, reader: Reader, flagship: str) -> None:
        page = reader(390, touch=True)
        page.goto(f"{flagship}/terms.html")
        mark = in_the_middle(marks(page).first)
        mark.tap()
        expect(page.locator(POPOVER)).to_be_visible()
        assert page.url.endswith("/terms.html")
        mark.tap()
        expect(page.locator(POPOVER)).to_have_count(0)
        mark.tap()
        page.get_by_role("button", name="Close").tap()
        expect(page.locator(POPOVER)).to_have_count(0)
        expect(mark).to_be_focused()
        mark.tap()
        page.locator(f"{POPOVER} .where a").first.tap()
        page.wait_for_url(re.compile(r"/sources/.*#p-"))

    @pytest.mark.parametrize(("width", "height"), [(320, 256), (320, 568), (390, 844), (1280, 800)])
    @pytest.mark.parametrize("name", ["terms", "discrepancies"])
    def test_never_covers_its_mark_nor_leaves_the_window(
        self, reader: Reader, flagship: str, name: str, width: int, height: int
    ) -> None:
        page = reader(width, height)
        page.goto(f"{flagship}/{name}.html")
        for mark in marks(page).all()[:40:3]:
            for block in ("center", "end"):
                mark.evaluate("(m, block) => m.scrollIntoView({block, inline: 'center'})", block)
                mark.evaluate("m => { m.blur(); m.focus({preventScroll: true}); }")
                at, box = mark.bounding_box(), page.locator(POPOVER).bounding_box()
                assert at is not None and box is not None
                below, above = (
                    box["y"] >= at["y"] + at["height"],
                    box["y"] + box["height"] <= at["y"],
                )
                assert below or above
                assert box["x"] >= 0 and box["x"] + box["width"] <= width
                assert box["y"] >= 0 and box["y"] + box["height"] <= height

    def test_follows_its_mark_when_the_page_scrolls(self, reader: Reader, flagship: str) -> None:
        page = reader()
        page.goto(f"{flagship}/terms.html")
        mark = in_the_middle(marks(page).nth(5))
        mark.click()
        before = page.locator(POPOVER).bounding_box()["y"] - mark.bounding_box()["y"]
        page.mouse.wheel(0, 60)
        page.wait_for_timeout(300)
        after = page.locator(POPOVER).bounding_box()["y"] - mark.bounding_box()["y"]
        assert after == pytest.approx(before, abs=1)
        page.mouse.move(2, 400)
        page.mouse.wheel(0, 2000)
        expect(page.locator(POPOVER)).to_have_count(0)

    def test_does_not_move_for_those_who_ask_for_less_motion(
        self, reader: Reader, flagship: str
    ) -> None:
        page = reader(reduced_motion="reduce")
        page.goto(f"{flagship}/terms.html")
        marks(page).first.focus()
        moves = page.locator(POPOVER).evaluate("box => getComputedStyle(box).animationName")
        assert moves == "none"

    def test_leaves_no_id_twice_on_the_page(self, reader: Reader, flagship: str) -> None:
        page = reader()
        for address, mark in (("terms", "footnote-ref"), ("sources/algemeiner", "passage-number")):
            page.goto(f"{flagship}/{address}.html")
            page.locator(f"a.{mark}").first.focus()
            expect(page.locator(POPOVER)).to_be_visible()
            ids = page.evaluate("[...document.querySelectorAll('[id]')].map(node => node.id)")
            assert len(ids) == len(set(ids))


class TestPassage:
    def test_a_citation_leads_there_and_back(self, reader: Reader, flagship: str) -> None:
        page = reader(height=600)
        page.goto(f"{flagship}/terms.html")
        mark = in_the_middle(marks(page).nth(9))
        reference = mark.locator("..").get_attribute("id")
        scrolled = page.evaluate("scrollY")
        mark.click()
        page.locator(f"{POPOVER} .where a").first.click()

        page.wait_for_url(re.compile(r"/sources/.*#p-"))
        passage = page.locator(f'mark[id="{page.url.partition("#")[2]}"]')
        expect(passage).to_be_focused()
        expect(passage).to_have_class(re.compile("qp-arrived"))
        assert passage.bounding_box()["y"] >= page.locator(".md-header").bounding_box()["height"]
        assert passage.bounding_box()["y"] < 600

        back = page.get_by_role("link", name="Back to the statement")
        assert back.get_attribute("href").endswith(f"/terms.html#{reference}")
        back.click()
        page.wait_for_url(re.compile(r"/terms\.html"))
        expect(mark).to_be_focused()
        expect(page.locator(POPOVER)).to_have_count(0)
        assert page.evaluate("scrollY") == pytest.approx(scrolled, abs=40)

    def test_a_footnote_leads_there_and_back_too(self, reader: Reader, flagship: str) -> None:
        page = reader()
        page.goto(f"{flagship}/terms.html")
        page.locator(".footnote li .where a").nth(3).click()
        page.wait_for_url(re.compile(r"/sources/.*#p-"))
        page.get_by_role("link", name="Back to the statement").click()
        page.wait_for_url(re.compile(r"/terms\.html#fnref"))
        expect(marks(page).nth(3)).to_be_visible()

    def test_a_passage_on_the_same_page_leads_back_within_it(
        self, reader: Reader, flagship: str
    ) -> None:
        page = reader()
        page.goto(f"{flagship}/sources/algemeiner.html")
        marks(page).first.click()
        page.locator(f"{POPOVER} .where a").first.click()
        expect(page.locator("mark.qp-arrived").first).to_be_focused()
        page.get_by_role("link", name="Back to the statement").click()
        expect(marks(page).first).to_be_focused()
        expect(page.locator("mark.qp-arrived")).to_have_count(0)

    def test_who_comes_from_elsewhere_is_promised_no_way_back(
        self, reader: Reader, flagship: str
    ) -> None:
        page = reader()
        page.goto(f"{flagship}/sources/algemeiner.html")
        id = page.locator("mark[id]").nth(9).get_attribute("id")
        page.goto("about:blank")
        page.goto(f"{flagship}/sources/algemeiner.html#{id}")
        expect(page.locator(f'mark[id="{id}"]')).to_have_class(re.compile("qp-arrived"))
        expect(page.locator(".qp-back")).to_have_count(0)

    def test_its_number_shows_who_cites_it_and_which_words_it_has(
        self, reader: Reader, flagship: str
    ) -> None:
        page = reader()
        page.goto(f"{flagship}/sources/algemeiner.html")
        number = in_the_middle(page.locator("a.passage-number").nth(9))
        number.hover()
        entry = page.locator(f'li:has(> [id="{number.get_attribute("href")[1:]}"])')
        if not entry.count():
            entry = page.locator(f'li:has(> p > [id="{number.get_attribute("href")[1:]}"])')
        expect(page.locator(POPOVER)).to_be_visible()
        assert words(page.locator(POPOVER)) == words(entry)
        passage = number.get_attribute("href")[1:].removesuffix("_cited")
        lit = page.locator("mark.qp-shown").evaluate_all(
            "all => all.map(node => node.id || node.dataset.of)"
        )
        assert set(lit) == {passage}
        page.locator(f"{POPOVER} li a").first.click()
        expect(page.locator(":target")).to_be_visible()

    def test_overlapping_passages_are_each_told_whole(self, reader: Reader, flagship: str) -> None:
        """The parts lit for a passage, together, are the words of its entry: no more, no fewer."""
        page = reader()
        told, split = [], 0
        for source in SOURCES:
            page.goto(f"{flagship}/sources/{source}.html")
            told += page.evaluate(LIT_AND_QUOTED)
            for id in page.locator("mark[data-of]").evaluate_all(
                "all => all.map(m => m.dataset.of)"
            ):
                page.evaluate("id => { location.hash = id; }", id)
                parts = page.locator(f'mark[id="{id}"], mark[data-of="{id}"]').all()
                for part in parts:
                    expect(part).to_have_class(re.compile("qp-arrived"))
                expect(page.locator(".qp-arrived")).to_have_count(len(parts))
                split += 1
        assert split, "no passages overlap: nothing to tell apart"
        for lit, quote in told:
            assert "".join(lit.split()) == "".join(quote.replace("[…]", "").split())


class TestCopying:
    def test_link_of_a_statement_leads_to_it(self, reader: Reader, flagship: str) -> None:
        page = reader()
        page.goto(f"{flagship}/terms.html")
        statement = page.locator("li:has(> .statement)").nth(4)
        statement.hover()
        statement.get_by_role("button", name="Copy link").click()
        expect(page.get_by_role("status")).to_have_text("Link copied")
        id = statement.locator(".statement").get_attribute("id")
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied == f"{flagship}/terms.html#{id}"
        page.goto("about:blank")
        page.goto(copied)
        target = page.locator(f'[id="{id}"]')
        expect(target).to_be_focused()
        assert target.bounding_box()["y"] >= page.locator(".md-header").bounding_box()["height"]

    def test_citation_of_a_statement_has_its_quotes_and_lasting_links(
        self, reader: Reader, flagship: str
    ) -> None:
        page = reader()
        page.goto(f"{flagship}/terms.html")
        statement = page.locator("li:has(> .statement)").first
        statement.hover()
        statement.get_by_role("button", name="Copy citation").click()
        expect(page.get_by_role("status")).to_have_text("Citation copied")
        first, *quotes, last = page.evaluate("navigator.clipboard.readText()").split("\n")
        assert first == words(statement.locator(".statement"))
        cited = statement.locator(QUOTES).all()
        assert len(quotes) == len(cited)
        for line, mark in zip(quotes, cited, strict=True):
            note = footnote(page, mark)
            assert line.startswith(
                f"{words(note.locator('.quote'))} {words(note.locator('.origin'))}"
            )
            assert re.search(rf" {flagship}/sources/[a-z0-9-]+\.html#p-[0-9a-f-]+$", line)
        id = statement.locator(".statement").get_attribute("id")
        assert re.search(r"As of \d+ \w+ \d{4}\. ", last)
        assert last.endswith(f" {flagship}/terms.html#{id}")

    def test_citation_of_a_passage_has_publisher_date_and_link(
        self, reader: Reader, flagship: str
    ) -> None:
        page = reader()
        page.goto(f"{flagship}/sources/algemeiner.html")
        entry = page.locator(".passage-entry").nth(3)
        entry.hover()
        page.get_by_role("button", name="Copy citation").nth(4).click()  # the first: of the source
        quote, where = page.evaluate("navigator.clipboard.readText()").split("\n")
        assert words(entry).startswith(quote)
        id = entry.get_attribute("id").removesuffix("_cited")
        assert where.startswith("The Algemeiner, “")
        assert "13 March 2020" in where
        assert where.endswith(f". {flagship}/sources/algemeiner.html#{id}")

    def test_copies_the_published_address_where_there_is_one(
        self, reader: Reader, flagship: str
    ) -> None:
        page = reader()

        def publish(route) -> None:
            response = route.fetch()
            link = '<link rel="canonical" href="https://briefing.example/terms.html"></head>'
            route.fulfill(response=response, body=response.text().replace("</head>", link))

        page.route("**/terms.html", publish)
        page.goto(f"{flagship}/terms.html")
        page.get_by_role("button", name="Copy link").first.click()
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied.startswith("https://briefing.example/terms.html#")

    def test_keyboard_reaches_the_buttons_and_sees_them(
        self, reader: Reader, flagship: str
    ) -> None:
        page = reader()
        page.goto(f"{flagship}/terms.html")
        group = page.locator(".qp-copy").first
        assert group.evaluate("node => getComputedStyle(node).opacity") == "0"
        group.get_by_role("button", name="Copy link").focus()
        assert group.evaluate("node => getComputedStyle(node).opacity") == "1"
        page.keyboard.press("Tab")
        expect(group.get_by_role("button", name="Copy citation")).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.get_by_role("status")).to_have_text("Citation copied")

    def test_touch_always_sees_the_buttons(self, reader: Reader, flagship: str) -> None:
        page = reader(390, touch=True)
        page.goto(f"{flagship}/terms.html")
        group = page.locator(".qp-copy").first
        assert group.evaluate("node => getComputedStyle(node).opacity") == "1"
        box = group.get_by_role("button", name="Copy link").bounding_box()
        assert box["width"] >= 24 and box["height"] >= 24

    def test_works_where_pages_have_no_clipboard(self, reader: Reader, flagship: str) -> None:
        page = reader()
        page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
        page.goto(f"{flagship}/terms.html")
        button = page.get_by_role("button", name="Copy link").first
        button.click()
        expect(page.get_by_role("status")).to_have_text("Link copied")
        expect(button).to_be_focused()
        other = page.context.new_page()
        other.goto(f"{flagship}/terms.html")
        assert f"{flagship}/terms.html#" in other.evaluate("navigator.clipboard.readText()")

    def test_hands_over_the_text_where_nothing_else_works(
        self, reader: Reader, flagship: str
    ) -> None:
        page = reader()
        page.add_init_script(
            "Object.defineProperty(navigator, 'clipboard', {value: undefined});"
            "document.execCommand = () => false"
        )
        page.goto(f"{flagship}/terms.html")
        button = page.get_by_role("button", name="Copy link").first
        button.click()
        field = page.get_by_role("textbox", name="The text to copy")
        expect(field).to_be_focused()
        expect(field).to_have_value(re.compile(re.escape(f"{flagship}/terms.html#")))
        page.keyboard.press("Escape")
        expect(field).to_have_count(0)
        expect(button).to_be_focused()


class TestWithoutScript:
    def test_marks_passages_and_statements_are_plain_links(
        self, reader: Reader, flagship: str
    ) -> None:
        page = reader(java_script_enabled=False)
        page.goto(f"{flagship}/terms.html")
        mark = marks(page).first
        statement = page.locator(".statement").first
        id = statement.get_attribute("id")
        mark.click()
        note = page.locator(":target")
        expect(note).to_contain_text("“")
        note.locator(".where a").first.click()
        page.wait_for_url(re.compile(r"/sources/.*#p-"))
        passage = page.url.partition("#")[2]
        expect(page.locator("mark:target")).to_be_visible()
        page.locator(f'a.passage-number[href="#{passage}_cited"]').click()
        page.locator(f'li:has([id="{passage}_cited"]) li a[href$="#{id}"]').first.click()
        expect(page.locator(":target")).to_have_text(words(statement))

    def test_permanent_links_are_shown(self, reader: Reader, flagship: str) -> None:
        page = reader(java_script_enabled=False)
        page.goto(f"{flagship}/terms.html")
        expect(page.locator("a.permalink").first).to_be_visible()
        expect(page.locator(".qp-copy")).to_have_count(0)


class TestPrint:
    @pytest.mark.parametrize("name", ["index", "terms", "discrepancies", "sources/algemeiner"])
    def test_has_the_statements_with_their_quotes_and_no_controls(
        self, reader: Reader, flagship: str, name: str
    ) -> None:
        page = reader()
        page.goto(f"{flagship}/{name}.html")
        marks(page).first.focus()
        page.emulate_media(media="print")
        for part in (
            "td > [id]" if name == "discrepancies" else ".statement",
            ".footnote .quote",
            ".footnote .origin",
        ):
            assert page.locator(part).count()
            for shown in page.locator(part).all()[:10]:
                expect(shown).to_be_visible()
        for part in ("nav", ".md-header", POPOVER, ".qp-copy", ".permalink", ".footnote-backref"):
            for hidden in page.locator(part).all()[:10]:
                expect(hidden).to_be_hidden()

    def test_is_as_legible_from_a_dark_screen(self, reader: Reader, flagship: str) -> None:
        colours = []
        for scheme in ("light", "dark"):
            page = reader(color_scheme=scheme)
            page.goto(f"{flagship}/terms.html")
            page.emulate_media(media="print", color_scheme=scheme)
            for part in (".statement", ".md-content li a[href]", ".kind", ".differ", ".quote"):
                shown = page.locator(part).first
                colours.append((scheme, part, shown.evaluate("n => getComputedStyle(n).color")))
        half = len(colours) // 2
        assert [c[1:] for c in colours[:half]] == [c[1:] for c in colours[half:]]
