"""Sending the queue from a page, and saying there what came of it."""

from typing import Any

from finbank_desktop.gui import formats
from finbank_desktop.gui.desk import Desk, explain
from finbank_desktop.gui.tokens import Tone


def send(page: Any, desk: Desk) -> None:
    """Send what is due; *page* has a ``message`` to say it in."""
    empresa_id = desk.empresa_id
    page.message.say("Enviando e-mails; o andamento está no rodapé, onde também se cancela.", Tone.INFO)
    desk.post(
        page,
        "Enviando e-mails",
        lambda watcher: desk.services.envios.run(empresa_id, watcher),
        lambda result: page.message.say(*_said(result)),
        lambda error: page.message.say(f"{explain(error)} Os e-mails continuam na fila.", Tone.DANGER),
    )


def _said(result: Any) -> tuple[str, Tone]:
    parts = [
        formats.count(number, one, many)
        for number, one, many in (
            (result.enviados, "e-mail enviado", "e-mails enviados"),
            (result.falharam, "recusado", "recusados"),
            (result.adiados, "espera nova tentativa", "esperam nova tentativa"),
            (result.incertos, "incerto: veja em Envios", "incertos: veja em Envios"),
            (result.cancelados, "não precisou mais ir", "não precisaram mais ir"),
            (result.restam, "continua na fila", "continuam na fila"),
        )
        if number
    ]
    sentence = f"{', '.join(parts)}." if parts else "Nada a enviar agora."
    whole = " ".join(part for part in (sentence, result.parou) if part)
    bad = bool(result.falharam or result.incertos or result.parou)
    return whole, Tone.WARNING if bad else Tone.SUCCESS
