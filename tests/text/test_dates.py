from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteproof.text.dates import PartialDate, Precision, display_span


@pytest.mark.parametrize(
    ("text", "precision", "first", "last", "display"),
    [
        ("2020", "year", "2020-01-01 00:00:00", "2020-12-31 23:59:59.999999", "2020"),
        ("2020-02", "month", "2020-02-01 00:00:00", "2020-02-29 23:59:59.999999", "February 2020"),
        ("2020-03-05", "day", "2020-03-05 00:00:00", "2020-03-05 23:59:59.999999", "5 March 2020"),
        (
            "2020-03-06T00:01",
            "minute",
            "2020-03-06 00:01:00",
            "2020-03-06 00:01:59.999999",
            "6 March 2020, 00:01",
        ),
        ("0001", "year", "0001-01-01 00:00:00", "0001-12-31 23:59:59.999999", "1"),
        ("9999", "year", "9999-01-01 00:00:00", "9999-12-31 23:59:59.999999", "9999"),
        ("9999-12", "month", "9999-12-01 00:00:00", "9999-12-31 23:59:59.999999", "December 9999"),
    ],
)
def test_partial_date(text, precision, first, last, display):
    date = PartialDate.parse(text)
    assert date.precision is Precision(precision)
    assert (str(date.first()), str(date.last())) == (first, last)
    assert (str(date), date.display()) == (text, display)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2020-13", "'2020-13' is not a date: there is no month 13"),
        ("2020-00-01", "'2020-00-01' is not a date: there is no month 00"),
        ("2021-02-29", "'2021-02-29' is not a date: February 2021 has 28 days"),
        ("2020-03-00", "'2020-03-00' is not a date: March 2020 has 31 days"),
        ("2020-03-06T24:00", "'2020-03-06T24:00' is not a date: times run from 00:00 to 23:59"),
        ("0000-01-01", "'0000-01-01' is not a date: years run from 0001 to 9999"),
        *(
            (text, f"{text!r} is not a date: write 2020, 2020-03, 2020-03-05 or 2020-03-06T00:01")
            for text in (
                *("", "5 March 2020", "2020-3-5", "20-03-05", "2020-03-05T", "2020-03-05 00:01"),
                *("2020-03-05T00:01:00", "2020-03-05T00:01Z", "2020T00:01", "٢٠٢٠", "2020\n"),
            )
        ),
    ],
)
def test_no_date(text, message):
    with pytest.raises(ValueError) as caught:
        PartialDate.parse(text)
    assert str(caught.value) == message


@given(st.text() | st.from_regex(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T[0-9]{2}:[0-9]{2})?)?)?"))
def test_any_text_is_a_date_or_a_value_error(text):
    try:
        date = PartialDate.parse(text)
    except ValueError:
        return
    assert str(date) == text
    assert date.first() < date.last()
    assert display_span(date, date) == date.display()


@given(st.datetimes())
def test_every_minute_is_a_date(moment):
    date = PartialDate.parse(moment.isoformat()[:16])
    assert date.first() <= moment <= date.last()
    assert date.first() == datetime(*moment.timetuple()[:5])


@pytest.mark.parametrize(
    ("earliest", "latest", "display"),
    [
        ("2020-03-05", "2020-03-05", "5 March 2020"),
        ("2020-03-05", "2020-03-14", "5–14 March 2020"),
        ("2020-02-28", "2020-03-05", "28 February – 5 March 2020"),
        ("2019-12-28", "2020-01-05", "28 December 2019 – 5 January 2020"),
        ("2020-02", "2020-03", "February–March 2020"),
        ("2019-12", "2020-01", "December 2019 – January 2020"),
        ("2019", "2020", "2019–2020"),
        ("2020-03-06T00:01", "2020-03-06T01:00", "6 March 2020, 00:01–01:00"),
        ("2020-03-06T00:01", "2020-03-07T01:00", "6 March 2020, 00:01 – 7 March 2020, 01:00"),
        ("2020-02", "2020-03-05", "February 2020 – 5 March 2020"),
        ("2020-03-05", "2020", "5 March 2020 – 2020"),
    ],
)
def test_display_span(earliest, latest, display):
    assert display_span(PartialDate.parse(earliest), PartialDate.parse(latest)) == display


def test_span_backwards():
    with pytest.raises(ValueError, match="2020-02 is before 2020-03-01"):
        display_span(PartialDate.parse("2020-03-01"), PartialDate.parse("2020-02"))
