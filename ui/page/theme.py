"""The page's looks: a calm theme, and the style sheets and scripts of ``ui/static``."""

from pathlib import Path

import gradio as gr

STATIC = Path(__file__).parents[1] / "static"


def style_sheets() -> list[Path]:
    """The page's style sheets, the common one first."""
    return sorted(STATIC.glob("*.css"), key=lambda sheet: (sheet.name != "style.css", sheet.name))


def scripts() -> str:
    """What loads the page's scripts, for the head of the page: modules, so none holds up the first paint."""
    return "".join(
        f'<script type="module" src="/page-files/{script.name}"></script>' for script in sorted(STATIC.glob("*.js"))
    )


def page_theme() -> gr.themes.Base:
    """A calm theme in the system's own fonts, so that no font is fetched; its colours keep 4.5:1 to their ground."""
    theme = gr.themes.Default(
        primary_hue=gr.themes.colors.teal,
        secondary_hue=gr.themes.colors.teal,
        neutral_hue=gr.themes.colors.slate,
        font=("system-ui", "sans-serif"),
        font_mono=("ui-monospace", "monospace"),
    )
    return theme.set(
        block_info_text_color="*neutral_600",
        input_placeholder_color="*neutral_500",
        input_placeholder_color_dark="*neutral_400",
        input_border_color_focus="*primary_700",
        input_border_color_focus_dark="*primary_400",
        button_primary_background_fill="*primary_700",
        button_primary_background_fill_hover="*primary_800",
        button_primary_background_fill_dark="*primary_700",
        button_primary_background_fill_hover_dark="*primary_600",
    )
