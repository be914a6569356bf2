"""Words that an element's own style keeps out of sight are left out, and a person is told."""

import pytest

from ingest.readers.html.reader import read_html

_SHEET = "<link rel=StyleSheet href=x.css>"


def _read(markup: str) -> tuple[str, list[str]]:
    """The words of a page, and the codes of its issues."""
    source = read_html(markup.encode())
    return " ".join(source.text.split()), [issue.code for issue in source.issues]


@pytest.mark.parametrize(
    "style",
    [
        "color:#ffffff;background-color:#fff",
        "color:white; background:#fefefe",
        "color:rgb(255, 255, 255);background:white",
        "background:navy;color:#000080",
        "color:transparent",
        "color:rgba(0,0,0,0)",
        "font-size:0",
        "font-size:0px",
        "font:0/0 a",
        "font-size:1px",
        "opacity:0",
        "opacity:0.0",
        "position:absolute;left:-9999px",
        "position:fixed;top:-200em",
        "text-indent:-9999px",
        "margin-left:-5000px",
        "transform:translateX(-9999px)",
        "position:absolute;clip:rect(0,0,0,0)",
        "position:absolute;clip:rect(1px 1px 1px 1px)",
        "clip-path:inset(50%)",
        "height:0;overflow:hidden",
        "COLOR: White /* x */; Background: White !important",
    ],
)
@pytest.mark.parametrize("page", ["{}", f"{_SHEET}{{}}"])
def test_what_an_element_keeps_out_of_sight_is_left_out(page: str, style: str) -> None:
    markup = f'<p>Seen</p><div style="{style}">Never <b>seen</b></div><p>too'
    assert _read(page.format(markup)) == ("Seen too", ["hidden_text"])


@pytest.mark.parametrize(
    "markup",
    [
        '<p style="color:white">Never',
        '<body bgcolor=white><p><font color="#FFFFFF">Never</font>',
        '<table bgcolor="#003366"><tr><td><font color="#003366">Never</font></table>',
        '<div style="background:#eee"><p style="color:#efefef">Never</p></div>',
    ],
)
def test_words_in_the_colour_that_is_behind_them_are_left_out(markup: str) -> None:
    assert _read(markup) == ("", ["hidden_text"])


@pytest.mark.parametrize(
    "markup",
    [
        '<tr style="background:#003366"><td style="color:white">Seen',
        "<table bgcolor=navy><tr><th><font color=white>Seen</font></table>",
        '<table background="x.png"><tr><td><font color=white>Seen</font></table>',
        '<div style="background:url(x.png)"><p style="color:white">Seen',
        '<div style="position:absolute;color:white">Seen',
        f'{_SHEET}<p style="color:white">Seen',
        f'{_SHEET}<div style="background:white"><p class=head style="color:white">Seen',
        '<div style="color:white;background:white"><p style="color:black">Seen',
        '<div style="font-size:0"><p style="font-size:12pt">Seen',
        f'{_SHEET}<div style="font-size:0"><p class=column>Seen',
        '<p style="font:bold 10pt/12pt Arial;color:windowtext">Seen',
        '<p style="opacity:0.5;text-indent:-20px;margin-left:-10px">Seen',
        '<p style="position:relative;left:-3px;overflow:hidden;height:20px">Seen',
        '<p style="background:linear-gradient(red,blue);-webkit-background-clip:text;color:transparent">Seen',
        '<body style="opacity:0"><p>Seen',
        '<p style="color:nonsense;background:;font-size:;clip:rect(;opacity:x">Seen',
        '<p style="color:rgb(1.2.3,.,9);background:#12345;font-size:9999999999px;left:-">Seen',
    ],
)
def test_words_that_can_be_seen_stay(markup: str) -> None:
    assert _read(f"<table>{markup}" if markup.startswith("<tr") else markup) == ("Seen", [])


def test_a_cell_whose_words_are_not_seen_keeps_its_place() -> None:
    row = '<table><tr><td>Lifting<td style="opacity:0">N<td>Crates<tr><td>Climbing<td>R<td>Ladder</table>'
    source = read_html(row.encode())
    assert source.text.strip().split("\n") == ["Lifting\t\tCrates", "Climbing\tR\tLadder"]
    assert [issue.code for issue in source.issues] == ["hidden_text"]


def test_what_is_out_of_sight_and_says_nothing_is_no_issue() -> None:
    assert _read('<p>Seen<p style="color:white">&nbsp;<span style="opacity:0"> </span>') == ("Seen", [])
