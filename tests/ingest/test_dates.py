"""Dates as forms print them."""

import pytest

from ingest.dates import read_dates


@pytest.mark.parametrize(
    ("cell", "words", "iso"),
    [
        ("September 2001", "September 2001", "2001-09"),
        ("september, 2001", "September 2001", "2001-09"),
        ("Sept. 2001", "September 2001", "2001-09"),
        ("Sep 5, 2001", "September 5, 2001", "2001-09-05"),
        ("May 5th, 2001", "May 5, 2001", "2001-05-05"),
        ("9/5/2001", "September 5, 2001", "2001-09-05"),
        ("09-2001", "September 2001", "2001-09"),
        ("2001-09-05", "September 5, 2001", "2001-09-05"),
        ("2001-09", "September 2001", "2001-09"),
        ("2001", "2001", "2001"),
        ("10/20/1931", "October 20, 1931", "1931-10-20"),
        ("10.20.1931", "October 20, 1931", "1931-10-20"),
        ("03-11-16", "March 11, 2016", "2016-03-11"),
        ("8/10/96", "August 10, 1996", "1996-08-10"),
        ("l/9/96", "January 9, 1996", "1996-01-09"),
        ("1931*", "1931", "1931"),
        ("19 May 1971", "May 19, 1971", "1971-05-19"),
        ("Friday, June 1, 2018", "June 1, 2018", "2018-06-01"),
        ("June 1998; March 2004", "June 1998; March 2004", "1998-06; 2004-03"),
        ("June 1998, March 2004", "June 1998; March 2004", "1998-06; 2004-03"),
        ("June 1998 and 2004", "June 1998; 2004", "1998-06; 2004"),
    ],
)
def test_a_date_is_read_at_the_precision_given(cell: str, words: str, iso: str) -> None:
    dates = read_dates(cell)
    assert dates is not None
    assert (dates.words, dates.iso) == (words, iso)


@pytest.mark.parametrize(
    "cell", ["Septen\t1ber <u> 2001</u>", "Sep tember 2001", "Sеptember 2001", "Septernber 2O01",
             "September\t20\t01", "Septenber 2001", "September 200l"]
)  # fmt: skip
def test_a_date_that_a_scan_damaged_is_read(cell: str) -> None:
    dates = read_dates(cell)
    assert dates is not None
    assert (dates.words, dates.iso, dates.printed) == ("September 2001", "2001-09", "September 2001")


@pytest.mark.parametrize(
    "cell",
    [
        "", "Septober 2001", "Ju1 y", "Juny 1998", "June", "June 98", "June 31, 1998", "13/13/1998", "June 3001",
        "June 1998 (revised 2004)", "13/45/96", "9/98", "--", "1/2-96",
        "June 1998 to July 2004", "none", "February 29, 2001", "2001-13", "une 1998",
    ],
)  # fmt: skip
def test_what_is_no_certain_date_is_not_read(cell: str) -> None:
    assert read_dates(cell) is None


@pytest.mark.parametrize("cell", ["September 12001", "June 11 998"])
def test_digits_run_together_are_not_parted_into_a_day_and_a_year(cell: str) -> None:
    assert read_dates(cell) is None


def test_the_latest_of_several_dates_is_told() -> None:
    dates = read_dates("March 2004; June 1998")
    assert dates is not None
    assert dates.latest == "2004-03"
