"""A page becomes the lines and rows that a browser shows of its document."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.errors import UnreadableFile
from ingest.readers.html.reader import read_html


def text(markup: str) -> str:
    return read_html(markup.encode()).text


def headings(markup: str) -> list[tuple[int, str]]:
    source = read_html(markup.encode())
    return [(heading.level, source.text[heading.start : heading.end]) for heading in source.headings]


# Encodings


@pytest.mark.parametrize(
    ("content", "shown", "encoding"),
    [
        (b"<p>plain", "plain", "utf-8"),
        ("<p>résumé".encode(), "résumé", "utf-8"),
        (codecs.BOM_UTF8 + "<p>résumé".encode(), "résumé", "utf-8"),
        (codecs.BOM_UTF16_LE + "<p>résumé".encode("utf-16-le"), "résumé", "utf-16-le"),
        (codecs.BOM_UTF16_BE + "<p>résumé".encode("utf-16-be"), "résumé", "utf-16-be"),
        (codecs.BOM_UTF32_LE + "<p>résumé".encode("utf-32-le"), "résumé", "utf-32-le"),
        ("<html><body><p>without a mark".encode("utf-16-le"), "without a mark", "utf-16-le"),
        ("<meta charset=ISO-8859-1><p>a “quote”".encode("cp1252"), "a “quote”", "windows-1252"),
        (b'<meta http-equiv=Content-Type content="text/html; charset=Windows-1250"><p>\xe8aj', "čaj", "windows-1250"),
        ('<?xml version="1.0" encoding="Shift_JIS"?><p>職務'.encode("cp932"), "職務", "cp932"),
        (b'<meta charset="utf-16"><p>plain', "plain", "utf-8"),
        (b'<meta charset="unicode_escape"><p>C:\\new', "C:\\new", "utf-8"),
        (b'<meta charset="base64"><p>plain', "plain", "utf-8"),
        (b'<meta charset="nonsense"><p>na\xefve', "naïve", "windows-1252"),
    ],
)
def test_the_encoding_is_marked_or_declared(content: bytes, shown: str, encoding: str) -> None:
    source = read_html(content)
    assert (source.text, source.encoding, source.format) == (shown, encoding, "html")


@pytest.mark.parametrize(
    ("content", "shown", "encoding"),
    [
        ('<meta charset="iso-8859-1"><p>the worker’s duties'.encode(), "the worker’s duties", "utf-8"),
        (b'<meta charset="utf-8"><p>the worker\x92s duties', "the worker’s duties", "windows-1252"),
        (codecs.BOM_UTF8 + b"<p>the worker\x92s duties", "the worker’s duties", "windows-1252"),
        ("<p>é è ê à ù ç ñ ü ö ä ß".encode() + b" the worker\x92s", "é è ê à ù ç ñ ü ö ä ß the worker’s", "utf-8"),
    ],
)
def test_a_wrong_declaration_loses_no_text(content: bytes, shown: str, encoding: str) -> None:
    source = read_html(content)
    assert (source.text, source.encoding) == (shown, encoding)


def test_another_alphabet_is_recognised_without_a_declaration() -> None:
    words = "Должностная инструкция. Обязанности и требования к работнику отдела кадров. " * 5
    source = read_html(f"<p>{words}".encode("cp1251"))
    assert source.text == words.strip()


@pytest.mark.parametrize(
    "content", [b"", b"   ", b"<!-- only -->", b"\0\0\0", b"<html><head><title>Only</title></head>"]
)
def test_what_shows_no_text_is_empty(content: bytes) -> None:
    assert read_html(content).text == ""


def test_odd_bytes_are_never_an_error() -> None:
    assert "after" in read_html(bytes(range(1, 256)).replace(b"<", b"") + b"<p>after").text


# Lines


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ("<p>one\n  two\t three</p>", "one two three"),
        ("<p>one</p><p>two</p>\n<h2>three</h2>four", "one\n\ntwo\n\nthree\n\nfour"),
        ("one<div>two</div><div>three</div>four", "one\ntwo\nthree\nfour"),
        ("<p>one<br>two<br/>three<br><br><br>four", "one\ntwo\nthree\n\nfour"),
        ("<p>a<b>b</b>c <i> d</i> e", "abc d e"),
        ("<p>over<wbr>&shy;time&#8203;s<sup>2</sup>", "overtimes2"),
        ("<p>a<!-- hidden -->b", "ab"),
        ("<p>two&nbsp;words", "two words"),
        ("<p>A sentence.&nbsp; Another.", "A sentence. Another."),
        ("<p>Adopted: 1998&nbsp;&nbsp;&nbsp; Revised: 2001", "Adopted: 1998    Revised: 2001"),
        ("<p>Adopted:<span style='mso-tab-count:1'>&nbsp;&nbsp; </span>1998", "Adopted:\t1998"),
        ("<pre>\n  a   b\n\n\tc\n</pre>d", "  a   b\n\n\tc\n\nd"),
        ("<p style='white-space: pre-wrap'>a  b\nc</p>", "a  b\nc"),
        ("<span style='display:block'>a</span>b", "a\nb"),
        ("<div style='display:inline'>a</div>b", "ab"),
        ("<q>seen</q><img alt='unseen'>", "“seen”"),
        ("<address>a</address><details><summary>b</summary>c</details>", "a\nb\nc"),
        ("a &amp b &notit; &#146; 1 < 2", "a & b ¬it; ’ 1 < 2"),
    ],
)
def test_lines_read_as_a_browser_shows_them(markup: str, shown: str) -> None:
    assert text(markup) == shown


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ("<ul><li>a<li>b</ul>", "• a\n• b"),
        ("<p>x</p><ul><li><p>a</p><li>b<ul><li>c</ul></ul>y", "x\n\n• a\n• b\n• c\n\ny"),
        ("<ol><li>a<li>b<li value=7>c<li>d</ol>", "1. a\n2. b\n7. c\n8. d"),
        ("<ol start=3 reversed><li>a<li>b</ol>", "3. a\n2. b"),
        ("<ol type=a start=26><li>a<li>b</ol>", "z. a\naa. b"),
        ("<ol type=I start=3><li>a<li>b</ol><ol type=i start=4000><li>c</ol>", "III. a\nIV. b\n\n4000. c"),
        ("<ol start=nonsense><li>a</ol><ol style='list-style-type: none'><li>b</ol>", "1. a\n\nb"),
        ("<dl><dt>Term<dd>What it is<dt>Other<dd>Else</dl>", "Term\nWhat it is\nOther\nElse"),
    ],
)
def test_each_item_of_a_list_is_a_line_with_its_mark(markup: str, shown: str) -> None:
    assert text(markup) == shown


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ("<input type=checkbox checked>Office <input type=radio>Shop", "☒ Office ☐ Shop"),
        ("<p>Code: <input value='004120'>, <input type=hidden value=h><input type=submit value=Go>", "Code: 004120 ,"),
        ("<p><select><option>Light<option selected>Heavy</select>", "Heavy"),
        ("<p><select><option>Light<option>Heavy</select>", "Light"),
        ("<textarea>a\nb</textarea>", "a\nb"),
        ("<span style='font-family:Wingdings'>þ</span> Office <font face=Wingdings>q</font> Shop", "☑ Office ☐ Shop"),
        ("<span style='font-family:Wingdings'>§<span style='font:7.0pt \"Times New Roman\"'> q</span></span>", "▪ q"),
    ],
)
def test_what_was_entered_in_a_form_is_text(markup: str, shown: str) -> None:
    assert text(markup) == shown


@pytest.mark.parametrize(
    "unseen",
    [
        "<script>if (a < b) document.write('<p>x</p>')</script>",
        "<style>p { content: 'x' }</style>",
        "<template><p>x</p></template>",
        "<noscript><p>x</p></noscript>",
        "<iframe><p>x</p></iframe>",
        "<svg><title>x</title><text>x</text></svg>",
        "<p hidden>x</p>",
        "<div style='color: red; DISPLAY: none !important'><p>x</p></div>",
        "<span style='visibility:hidden'>x</span>",
        "<span class='icon sr-only'>x</span>",
        "<dialog>x</dialog>",
        "<!--[if gte mso 9]><xml><w:x>x</w:x></xml><![endif]-->",
        "<?xml:namespace prefix = o />",
    ],
)
def test_what_a_browser_does_not_show_is_no_text(unseen: str) -> None:
    assert text(f"<p>before</p>{unseen}<p>after</p>") == "before\n\nafter"


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ("<b>x<p>y</b>z</p>w", "x\n\nyz\n\nw"),
        ("<body><p>a</body></html><p>late", "a\n\nlate"),
        ("<table>lost<tr><td>a<td>b<tr><td>c<td>d</table>", "lost\n\na\tb\nc\td"),
        ("</div></p></td>a<h2>b</h3>c", "a\n\nb\n\nc"),
        ("<p>unclosed <b title=\"x>y</p><p>z\">w", "unclosed w"),
    ],
)  # fmt: skip
def test_broken_markup_is_read_as_browsers_read_it(markup: str, shown: str) -> None:
    assert text(markup) == shown


# Headings


@pytest.mark.parametrize(
    ("markup", "found"),
    [
        ("<h1> Custodian </h1><p>x<h3>Pay<br>Range</h3>", [(1, "Custodian"), (3, "Pay"), (3, "Range")]),
        ("<div role=heading aria-level=4>a</div><div role=heading>b</div>", [(4, "a"), (2, "b")]),
        ("<h2 role=presentation>a</h2><h2> </h2>", []),
        ("<p><b>DUTIES</b>:</p><p><strong>Pay</strong> <b>rate</b></p>", [(7, "Pay rate")]),
        ("<p style='font-weight: 700'>Duties<span style='font-weight:normal'> x</span></p>", []),
        ("<p style='font-weight: bold'>Duties</p><b>____</b>", [(7, "Duties")]),
        ("<p><b>Duties</b><br>Sweeps.", [(7, "Duties")]),
        (f"<p><b>{'longer ' * 20}</b>", []),
        ("<ul><li><b>Sweeps</b></ul>", []),
        ("<table><tr><td><b>CODES</b><td><tr><td><b>a</b><td>b</table>", [(7, "CODES")]),
        ("<table><tr><td><h3>Pay</h3><td>b<tr><td>a<td>b</table>", [(3, "Pay")]),
        ("<ol><li><h3>Duties</h3>x</ol>", [(3, "Duties")]),
        ("<pre><b>  Duties</b>\nx</pre>", [(7, "Duties")]),
    ],
)
def test_headings_are_elements_and_short_bold_lines(markup: str, found: list[tuple[int, str]]) -> None:
    assert headings(markup) == found


# Bad input


@pytest.mark.parametrize(
    "piece",
    ["<div>", "<b>", "<span>", "<ul><li>", "<table><tr><td>", "<blockquote><p>", "<font size={}>", "<p><b id={}>"],
)
def test_deep_nesting_is_read_to_its_end(piece: str) -> None:
    opened = "".join(piece.replace("{}", str(number)) for number in range(20_000))
    assert text(f"<p>before</p>{opened}<i>deep</i> down").split()[-2:] == ["deep", "down"]


def test_entities_that_a_document_declares_are_not_expanded() -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "x"><!ENTITY b "&a;&a;&a;&a;">]>'
    assert text(f"{bomb}<html><body><p>&b; &amp; after</p></body></html>") == "&b; & after"


def test_a_tag_of_many_attributes_is_read() -> None:
    attributes = " ".join(f"a{number}=1" for number in range(50_000))
    assert text(f"<p {attributes}>after") == "after"


@pytest.mark.parametrize(
    "markup",
    [
        "<p>" + "word " * 1_200_001,
        "<p>x" * 300_001,
        "<table>" + "<tr><td rowspan=60000>x" * 3_000,
    ],
    ids=["letters", "tags", "rowspans"],
)
def test_what_is_too_large_is_refused(markup: str) -> None:
    with pytest.raises(UnreadableFile):
        read_html(markup.encode())


_SOUP = st.lists(
    st.sampled_from(
        """<p> </p> <div> </div> <table> </table> <tr> <td> </td> <th> <ul> <ol> <li> </ul> <b> </b> <h2> </h2> <br>
        <pre> </pre> </a> <nav> <main> </main> <select> <option> <input> <span> </span> <caption> <button> <form>
        </form> <script> </script> <style <!-- --> word &nbsp; &lt; é ☒""".split()
    )
    | st.sampled_from(["<a href=x>", "<td colspan=3>", "<td rowspan=2>", "\n", " ", "\t", "\r", "\0", "\xad"])
)


@given(_SOUP)
def test_any_markup_is_read_and_its_headings_are_places_of_its_text(pieces: list[str]) -> None:
    source = read_html("".join(pieces).encode())
    ends = [0]
    for heading in source.headings:
        place = source.text[heading.start : heading.end]
        assert place == place.strip() != ""
        assert heading.start >= ends[-1]
        ends.append(heading.end)


@given(st.binary(max_size=200))
def test_any_bytes_are_read(content: bytes) -> None:
    assert read_html(content).format == "html"
