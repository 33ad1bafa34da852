"""Selos: a state as icon, word and colour, so that none of them has to carry it alone."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from finbank_desktop.gui import icons
from finbank_desktop.gui.theme import theme
from finbank_desktop.gui.tokens import Tone


@dataclass(frozen=True, slots=True)
class Look:
    """How a state is drawn."""

    tone: Tone
    icon: str


_LOOKS = {
    "Rascunho": Look(Tone.NEUTRAL, "editar"),
    "Em aberto": Look(Tone.INFO, "relogio"),
    "Vencido": Look(Tone.DANGER, "aviso"),
    "Baixado parcialmente": Look(Tone.WARNING, "parcial"),
    "Baixado no banco": Look(Tone.NEUTRAL, "traco"),
    "Baixado": Look(Tone.SUCCESS, "ok"),
    "Cancelado": Look(Tone.NEUTRAL, "cancelado"),
    "Inativo": Look(Tone.NEUTRAL, "traco"),
    "Renegociado": Look(Tone.INFO, "atualizar"),
    "Não enviado": Look(Tone.NEUTRAL, "pendente"),
    "Pendente de remessa": Look(Tone.WARNING, "relogio"),
    "Na remessa": Look(Tone.INFO, "remessas"),
    "Enviado": Look(Tone.INFO, "enviado"),
    "Registrado": Look(Tone.SUCCESS, "banco-ok"),
    "Recusado": Look(Tone.DANGER, "erro"),
    "Instrução pendente": Look(Tone.WARNING, "aviso"),
    "Protesto": Look(Tone.DANGER, "martelo"),
    "Gerada": Look(Tone.WARNING, "relogio"),
    "Enviada": Look(Tone.SUCCESS, "enviado"),
    "Cancelada": Look(Tone.NEUTRAL, "cancelado"),
    "Importada": Look(Tone.SUCCESS, "ok"),
    "Com pendências": Look(Tone.WARNING, "aviso"),
    "Desfeita": Look(Tone.NEUTRAL, "atualizar"),
    "Aprovado": Look(Tone.INFO, "check"),
    "Agendado": Look(Tone.WARNING, "cadeado"),
    "Pago": Look(Tone.SUCCESS, "ok"),
    "Debitado": Look(Tone.SUCCESS, "ok"),
    "Debitado parcialmente": Look(Tone.WARNING, "parcial"),
    "A cancelar": Look(Tone.WARNING, "relogio"),
    "Cancelamento enviado": Look(Tone.INFO, "enviado"),
    "A excluir": Look(Tone.WARNING, "relogio"),
    "Exclusão enviada": Look(Tone.INFO, "enviado"),
    "Aceito": Look(Tone.SUCCESS, "banco-ok"),
    "Devolvido": Look(Tone.DANGER, "seta-esquerda"),
    "Pendente": Look(Tone.NEUTRAL, "pendente"),
    "Homologando": Look(Tone.INFO, "relogio"),
    "Ativa": Look(Tone.SUCCESS, "ok"),
    "Ativo": Look(Tone.SUCCESS, "ok"),
    "Manual": Look(Tone.SUCCESS, "ok"),
    "Duas fontes": Look(Tone.SUCCESS, "check"),
    "Uma fonte": Look(Tone.WARNING, "aviso"),
    "FEBRABAN": Look(Tone.NEUTRAL, "info"),
    "Registrado por API": Look(Tone.SUCCESS, "banco-ok"),
    "Registrado sem Pix": Look(Tone.WARNING, "banco-ok"),
    "A comunicar": Look(Tone.NEUTRAL, "pendente"),
    "Comunicando": Look(Tone.INFO, "enviado"),
    "Em processamento no banco": Look(Tone.INFO, "relogio"),
    "Sem resposta certa": Look(Tone.WARNING, "ajuda"),
    "Confira no site do banco": Look(Tone.WARNING, "aviso"),
    "Instabilidade": Look(Tone.INFO, "atualizar"),
    "Dados": Look(Tone.DANGER, "editar"),
    "Já registrado": Look(Tone.WARNING, "banco-ok"),
    "Desconhecido": Look(Tone.WARNING, "ajuda"),
    "Produção": Look(Tone.DANGER, "aviso"),
    "Homologação": Look(Tone.INFO, "ensaio"),
    "Ambiente: Produção": Look(Tone.DANGER, "aviso"),
    "Ambiente: Homologação": Look(Tone.INFO, "ensaio"),
    "Incompleta": Look(Tone.WARNING, "aviso"),
    "Inativa": Look(Tone.NEUTRAL, "traco"),
    "Na fila": Look(Tone.INFO, "relogio"),
    "Enviando": Look(Tone.INFO, "enviado"),
    "Enviado por e-mail": Look(Tone.SUCCESS, "enviado"),
    "Falhou": Look(Tone.DANGER, "erro"),
    "Incerto": Look(Tone.WARNING, "ajuda"),
    "Aberto": Look(Tone.INFO, "relogio"),
    "Fechado": Look(Tone.SUCCESS, "ok"),
    "Analítica": Look(Tone.NEUTRAL, "check"),
    "Sintética": Look(Tone.NEUTRAL, "traco"),
    "Erro": Look(Tone.DANGER, "erro"),
    "Aviso": Look(Tone.WARNING, "aviso"),
    "Nota": Look(Tone.INFO, "info"),
    "Certo": Look(Tone.SUCCESS, "ok"),
    "Conferir": Look(Tone.WARNING, "aviso"),
    "Sem par": Look(Tone.NEUTRAL, "pendente"),
}
_PLAIN = Look(Tone.NEUTRAL, "info")


def look_of(state: str) -> Look:
    """Return how *state* is drawn; the longest known beginning counts, so ``Na remessa nº 12`` is known too."""
    fitting = [known for known in _LOOKS if state.startswith(known)]
    return _LOOKS[max(fitting, key=len)] if fitting else _PLAIN


def size_of(text: str, metrics: QFontMetrics) -> QSize:
    """Return the room a selo of *text* takes."""
    return QSize(metrics.horizontalAdvance(text) + theme.px(38), metrics.height() + theme.px(6))


def paint(painter: QPainter, place: QRect, text: str, look: Look, metrics: QFontMetrics) -> None:
    """Draw the selo of *text* at the left of *place*, in its vertical middle."""
    pair = theme.tokens.tone(look.tone)
    size = size_of(text, metrics)
    width = min(size.width(), place.width())
    pill = QRect(QPoint(place.left(), place.center().y() - size.height() // 2), QSize(width, size.height()))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(pair.ground))
    painter.drawRoundedRect(QRectF(pill), pill.height() / 2, pill.height() / 2)
    side = theme.px(14)
    top = pill.center().y() - side // 2 + 1
    painter.drawPixmap(pill.left() + theme.px(9), top, icons.pixmap(look.icon, pair.text, side))
    painter.setPen(QColor(pair.text))
    words = pill.adjusted(theme.px(27), 0, -theme.px(9), 0)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, words.width())
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
    painter.restore()


class Selo(QWidget):
    """A selo that stands alone."""

    def __init__(self, text: str = "", look: Look | None = None) -> None:
        """Show *text*, as *look* or as it is known."""
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._text, self._look = "", _PLAIN
        self.say(text, look)
        theme.changed.connect(self.updateGeometry)

    def say(self, text: str, look: Look | None = None) -> None:
        """Show another state."""
        self._text, self._look = text, look or look_of(text)
        self.setAccessibleName(text)
        self.setToolTip(text if len(text) > 24 else "")  # noqa: PLR2004 - what usually fits
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room it would like."""
        return size_of(self._text, QFontMetrics(theme.font(0.9)))

    def minimumSizeHint(self) -> QSize:
        """Return the least room in which it can be recognised."""
        return QSize(theme.px(64), self.sizeHint().height())

    def paintEvent(self, event: object) -> None:
        """Draw it."""
        del event
        painter = QPainter(self)
        painter.setFont(theme.font(0.9))
        paint(painter, self.rect(), self._text, self._look, painter.fontMetrics())
