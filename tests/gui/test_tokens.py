"""Colours can be read: WCAG 2.2 asks 4.5:1 of text (1.4.3) and 3:1 of a control's border (1.4.11)."""

import pytest

from finbank_desktop.gui.tokens import DARK, LIGHT, Tokens, contrast

GROUNDS = ("window", "panel", "surface", "raised")


def test_contrast_is_reckoned_as_wcag_does() -> None:
    # https://webaim.org/resources/contrastchecker/ gives 4.54 for #767676 on white, the lightest passing grey
    assert round(contrast("#767676", "#FFFFFF"), 2) == 4.54
    assert round(contrast("#000000", "#FFFFFF"), 2) == 21.0


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_can_be_read_on_every_ground_it_stands_on(tokens: Tokens) -> None:
    pairs = [(tokens.text, getattr(tokens, ground)) for ground in (*GROUNDS, "accent_soft")]
    pairs += [(tokens.muted, getattr(tokens, ground)) for ground in GROUNDS]
    pairs += [(tokens.accent, getattr(tokens, ground)) for ground in (*GROUNDS, "accent_soft")]
    pairs += [(tokens.on_accent, tokens.accent), (tokens.on_accent, tokens.accent_hover)]
    tones = (tokens.neutral, tokens.info, tokens.success, tokens.warning, tokens.danger, tokens.danger_fill)
    pairs += [(pair.text, pair.ground) for pair in tones]
    pairs += [(pair.text, tokens.surface) for pair in tones[:-1]]
    assert [(text, ground) for text, ground in pairs if contrast(text, ground) < 4.5] == []


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_every_control_has_a_border_that_can_be_seen(tokens: Tokens) -> None:
    assert [ground for ground in ("window", "surface") if contrast(tokens.edge, getattr(tokens, ground)) < 3] == []
