"""The dialects by name."""

from datetime import date
from typing import Any, Final

from tests.banco_de_provas.dialetos.asaas import Asaas
from tests.banco_de_provas.dialetos.base import Dialeto
from tests.banco_de_provas.dialetos.bb import BancoDoBrasil
from tests.banco_de_provas.dialetos.inter import Inter
from tests.banco_de_provas.dialetos.itau import Itau
from tests.banco_de_provas.dialetos.kobana import Kobana
from tests.banco_de_provas.dialetos.santander import Santander
from tests.banco_de_provas.dialetos.sicoob import Sicoob
from tests.banco_de_provas.dialetos.sicredi import Sicredi
from tests.banco_de_provas.faltas import Plano
from tests.banco_de_provas.nucleo import Nucleo

_TODOS: Final[tuple[type[Dialeto], ...]] = (
    Inter,
    Sicoob,
    Asaas,
    BancoDoBrasil,
    Sicredi,
    Santander,
    Itau,
    Kobana,
)
DIALETOS: Final = {cada.nome: cada for cada in _TODOS}


def open_dialeto(nome: str, plano: Plano | None = None, *, hoje: date | None = None, **nucleo: Any) -> Dialeto:
    """Return the bank *nome* with empty books; *nucleo* goes over what is usual at that bank."""
    tipo = DIALETOS[nome]
    usual = {"vida_token": tipo.vida_token, "tokens_por_minuto": tipo.tokens_por_minuto, "unico": tipo.unico}
    return tipo(Nucleo(hoje=hoje, **(usual | nucleo)), plano)
