"""What a plan found wrong, said on the page that shows it."""

from collections.abc import Sequence

from finbank_desktop.domain.problems import Problem
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.inline_message import InlineMessage


def show_problems(notice: InlineMessage, problems: Sequence[Problem]) -> None:
    """Say the first of *problems* and how many more there are."""
    if not problems:
        notice.silence()
        return
    first = problems[0]
    more = f" (e mais {len(problems) - 1})" if len(problems) > 1 else ""
    words = " ".join(part for part in (first.message, first.fix) if part)
    notice.say(words + more, Tone.DANGER if first.is_error else Tone.WARNING)
