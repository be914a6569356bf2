"""The web page, one module a tab."""

from ui.page.build import build_page
from ui.page.site import Site
from ui.page.theme import STATIC, page_theme, scripts, style_sheets

__all__ = ["STATIC", "Site", "build_page", "page_theme", "scripts", "style_sheets"]
