"""The document is told from the site around it."""

import pytest

from ingest.readers.html.reader import read_html


def text(markup: str) -> str:
    return read_html(markup.encode()).text


_SPEC = """<h1>Custodian</h1><p>Class Code: 0123</p><h2>Duties</h2>
<p>Cleans buildings and their grounds, and locks them.</p><table><tr><td>Standing<td>F<tr><td>Sitting<td>R</table>"""
_SPEC_TEXT = (
    "Custodian\n\nClass Code: 0123\n\nDuties\n\nCleans buildings and their grounds, and locks them.\n\n"
    "Standing\tF\nSitting\tR"
)
_LINKS = "<ul><li><a href=1>Home</a><li><a href=2>Departments</a><li><a href=3>Contact us</a></ul>"


@pytest.mark.parametrize(
    "page",
    [
        "<nav>{links}</nav>{spec}",
        "<header><b>City of Elm</b>{links}</header>{spec}<footer>Elm City Hall <a href=p>Privacy</a></footer>",
        "<div role=navigation>Go {links}</div><div role=main>{spec}</div><div role=contentinfo><a href=p>P</a></div>",
        "<div class='cookie-banner'>We use cookies.</div><div id=breadCrumb>Home / Jobs</div>{spec}",
        "<a href='#m'>Skip to content</a><div class=main-menu>Menu</div><div id=m>{spec}</div><p class=share>Share",
        "<div class=left>{links}</div><div class='content-with-sidebar'>{spec}</div>",
        "<aside><h3>See also</h3>{links}</aside><article>{spec}</article>",
        "<div>Elm <a href=1>Jobs</a></div><main>{spec}</main><div>Follow us <a href=f>here</a></div>",
        "<table><tr><td>{links}<td>{spec}</table>",
    ],
)
def test_the_site_around_the_document_is_left_out(page: str) -> None:
    assert text(page.format(links=_LINKS, spec=_SPEC)) == _SPEC_TEXT


@pytest.mark.parametrize(
    "page",
    [
        "<header>{spec}</header><footer>Classified Service</footer>",
        "<main><article><header>{spec}</header><footer>Classified Service</footer></article></main>",
        "<main>{spec}</main><p>Classified Service",
        "<div class='menu-open no-sidebar'>{spec}</div><footer>Classified Service</footer>",
        "<div class=sidebar>{spec}</div><p>Classified Service</p>",
    ],
)
def test_the_document_is_kept_wherever_it_stands(page: str) -> None:
    assert text(page.format(spec=_SPEC)).split() == [*_SPEC_TEXT.split(), "Classified", "Service"]


def test_a_table_of_links_is_a_table() -> None:
    rows = "".join(f"<tr><td><a href={code}>{code}</a><td><a href={code}>Clerk {code}</a>" for code in (1, 2, 3))
    assert text(f"<p>The classes of this series</p><table>{rows}</table>").count("\t") == 3


def test_the_title_is_kept_though_it_stands_in_the_page_header() -> None:
    body = "<p>Cleans buildings and their grounds.</p>"
    page = f"<header><h1>Custodian</h1>{_LINKS}</header><main><h2>Duties</h2>{body}</main>"
    assert text(page) == "Custodian\n\nDuties\n\nCleans buildings and their grounds."


def test_a_page_of_little_else_is_kept_whole() -> None:
    assert text("<nav>A page that is nothing but its own table of contents</nav><p>End") == (
        "A page that is nothing but its own table of contents\n\nEnd"
    )
