"""What each page shows, of the tiny briefing and of one that has next to nothing."""

from pathlib import Path

from pages.tiny import briefing, view
from projects import example
from quoteproof.model.summaries import Summaries
from quoteproof.model.verified import VerifiedBriefing
from quoteproof.pages import all_pages
from quoteproof.pages.links import Link
from quoteproof.pages.method import Answer, MethodView
from quoteproof.pages.overview import OpenByWeight
from quoteproof.pages.terms import TermsView
from quoteproof.pipeline import check
from quoteproof.render import render


def test_the_pages_are_those_of_the_menu_then_the_sources() -> None:
    assert [page.path for page in all_pages(briefing())] == [
        "index.md",
        "terms.md",
        "actors.md",
        "timeline.md",
        "discrepancies.md",
        "sources/index.md",
        "method.md",
        "sources/office.md",
        "sources/post.md",
        "sources/notice.md",
        "sources/archive.md",
    ]


def test_the_overview_counts_what_the_briefing_rests_on() -> None:
    figures = view("index.md").figures

    assert (figures.sources, figures.publishers) == (4, 4)
    assert figures.citations == len(briefing().citations)
    assert figures.discrepancies == (
        OpenByWeight("high", "high", 0, 1),
        OpenByWeight("medium", "medium", 1, 1),
        OpenByWeight("low", "low", 0, 0),
    )


def test_a_term_has_its_state_with_the_evidence() -> None:
    (term,) = view("terms.md").terms

    assert (term.implementation.label, term.implementation.as_of) == (
        "intermediate",
        "28 April 2020",
    )
    assert [s.id for s in term.implementation.statements] == ["leave-the-pier.moved"]
    assert term.deadline.relative == "until the works are over"
    assert term.deadline.trigger == Link("The northern pier reopens", "timeline.md#reopening")


def test_a_statement_says_which_discrepancies_touch_it() -> None:
    (term,) = view("terms.md").terms

    assert term.implementation.statements[0].differ == (
        Link("How many boats left", "discrepancies.md#boats"),
    )
    assert term.statements[0].differ == ()


def test_discrepancies_that_touch_a_term_or_statement_stand_as_in_the_register(
    tmp_path: Path,
) -> None:
    asked = "".join(
        f"""\
  - id: {id}
    question: "{id}?"
    kind: quantity
    status: open
    materiality: {weight}
    affects: [{affects}]
    positions:
      - {{value: about 40, cite: [{{office: About 40 boats}}]}}
      - {{value: some 55, cite: [{{post: Some 55 boats}}]}}
"""
        for id, weight, affects in (
            ("first", "low", "pier.b"),
            ("second", "high", "pier.b"),
            ("third", "low", "pier.a, pier.b"),
        )
    )
    terms = """\
terms:
  - id: pier
    title: The pier
    type: other
    statements:
      - {id: a, text: It closes., cite: [{post: had to leave}]}
      - {id: b, text: It opens., cite: [{post: will reopen}]}
"""
    made, _ = check(example(tmp_path, f"{terms}discrepancies:\n{asked}"))
    assert made is not None
    (term,) = next(p.view for p in all_pages(made) if isinstance(p.view, TermsView)).terms
    assert [[d.text for d in s.differ] for s in term.statements] == [
        ["third?"],
        ["second?", "first?", "third?"],
    ]
    (line,) = next(p.view for p in all_pages(made) if isinstance(p.view, TermsView)).ledger
    assert [d.text for d in line.differ] == ["second?", "first?", "third?"]


def test_actors_are_grouped_by_side_and_those_without_one_come_last() -> None:
    sides = view("actors.md").sides

    assert [(s.id, s.title, [a.id for a in s.actors]) for s in sides] == [
        ("side_harbour", "Those who run the harbour", ["harbour-office"]),
        ("side_users", "Those who use it", ["guild"]),
        ("no_side", "", ["crew"]),
    ]


def test_an_actor_has_what_it_said_anywhere_each_once() -> None:
    office = view("actors.md").sides[0].actors[0]

    assert [(s.where.text if s.where else "here", s.text) for s in office.sayings] == [
        ("here", "The office said that it holds to the date."),
        (
            "Overview",
            "The harbour office of Norrvik said that the northern pier will reopen on 4 May 2020.",
        ),
        (
            "Plan of works",
            "The harbour office said that the fishers' guild signed the plan of works on Sunday.",
        ),
        (
            "The guild leaves the northern pier",
            "The harbour office said that about 40 boats were moved to the southern pier.",
        ),
        (
            "The northern pier reopens",
            "The Norrvik Post reported the office as saying that the pier will reopen in May.",
        ),
    ]
    assert office.sayings[0].occasions[0].said == "27 April 2020"


def test_an_actor_has_its_duties_and_the_relations_of_others_to_it() -> None:
    office, guild = (side.actors[0] for side in view("actors.md").sides[:2])

    assert [(r.other.text, r.kind) for r in office.incoming] == [
        ("Fishers' guild", "negotiates with")
    ]
    assert [duty.term.href for duty in guild.duties] == ["terms.md#leave-the-pier"]
    assert [part.href for part in guild.parts] == ["#crew"]


def test_events_are_in_the_order_of_time() -> None:
    events = view("timeline.md").events

    assert [(e.id, e.time.text, e.mode) for e in events] == [
        ("leaving", "20–27 April 2020", "reported"),
        ("council", "30 April 2020", "planned"),
        ("reopening", "4 May 2020", "announced"),
    ]
    assert (events[0].time.begins, events[0].time.dash, events[0].time.ends) == (
        "20",
        "–",
        "27 April 2020",
    )
    assert events[1].time.words == "on Thursday"
    assert events[1].time.note == "The Thursday after 28 April 2020."


def test_discrepancies_are_sorted_by_what_hangs_on_them() -> None:
    shown = view("discrepancies.md")

    assert [(d.link.href, d.materiality, d.unsettled) for d in shown.register] == [
        ("#boats", "high", False),
        ("#damage", "medium", True),
    ]
    boats, damage = (weight.discrepancies[0] for weight in shown.weights)
    assert [(p.answer, p.unit, p.holder.text) for p in boats.positions] == [
        ("about 40", "boats", "Harbour office of Norrvik"),
        ("some 55", "boats", "Norrvik Post"),
    ]
    assert [(a.record.href, [s.href for s in a.statements]) for a in boats.affects] == [
        ("terms.md#leave-the-pier", ["terms.md#leave-the-pier.moved"]),
        ("timeline.md#leaving", []),
    ]
    assert (boats.tells_scope, damage.tells_scope) == (True, False)


def test_a_source_lists_for_each_passage_who_cites_it() -> None:
    shown = view("sources/office.md")

    assert [p.line for p in shown.passages] == sorted(p.line for p in shown.passages)
    (moved,) = (p for p in shown.passages if p.quote[0].startswith("About 40 boats were moved to"))
    assert [(c.record, c.href) for c in moved.cited_by] == [
        ("The guild leaves the northern pier", "../terms.md#leave-the-pier.moved")
    ]
    assert (shown.previous, shown.next) == (None, Link("Norrvik Post", "post.md"))


def test_the_method_counts_what_rests_on_one_document() -> None:
    summary = view("method.md").summary

    assert (summary.documents, summary.issued) == (4, "2020")
    assert (summary.resting, summary.on_one, summary.percent_on_one) == (10, 9, 90)


def test_the_method_has_the_reason_for_every_answer_to_a_check(tmp_path: Path) -> None:
    answered = """\
terms:
  - id: boats
    title: The boats
    type: other
    allow: {DIS201: No matter.}
    statements:
      - text: Some 55 boats had to leave.
        cite: [{post: Some 55 boats had to leave}]
        allow: {ATT102: Everybody saw it.}
"""
    made, _ = check(example(tmp_path, answered))
    assert made is not None
    pages = all_pages(made)
    (method,) = (page.view for page in pages if isinstance(page.view, MethodView))

    (terms,) = (page.view for page in pages if isinstance(page.view, TermsView))
    assert method.answers == (
        Answer("DIS201", Link("The boats", "terms.md#boats"), "No matter."),
        Answer(
            "ATT102",
            Link("Some 55 boats had to leave.", f"terms.md#{terms.terms[0].statements[0].id}"),
            "Everybody saw it.",
        ),
    )
    assert "Everybody saw it." in render(pages)["method.md"]
    assert "Answers to the checks" not in render(all_pages(briefing()))["method.md"]


def test_a_briefing_with_next_to_nothing_still_has_all_its_pages() -> None:
    whole = briefing()
    overview = whole.summaries.overview.model_copy(update={"bottom_line": (), "agreed": ()})
    cited = tuple(c for c in whole.cited if c.text == overview.watch[0].text)
    little = VerifiedBriefing(Summaries(whole.summaries.briefing, overview), (), cited, {})

    files = render(all_pages(little))

    assert "No terms are recorded." in files["terms.md"]
    assert "No actors are recorded." in files["actors.md"]
    assert "No events are recorded." in files["timeline.md"]
    assert "No discrepancies are recorded." in files["discrepancies.md"]
    assert "No sources are recorded." in files["sources/index.md"]
    assert "Nothing is recorded as agreed." in files["index.md"]
    assert "Nothing: every statement rests on the sources alone." in files["method.md"]
