"""The journal of registrations by API as it is kept; see ``domain.registro`` for its words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from finbank_desktop.domain.registro import Ambiente, EstadoRegistro, TipoFalha


@dataclass(frozen=True, slots=True, kw_only=True)
class Registro:
    """What is known of the registration of one boleto; one row per boleto, for ever.

    Attributes:
        chave: Our own key of the title, never given to another.
        dia: The day it was planned for sending; part of some banks' keys.
        hash: SHA-256 of *retrato*; what is asked of the bank may not change while the bank may have it.
        retrato: What the bank is asked to register, field by field, so that a difference can be said in words.
        corpo_hash: SHA-256 of the bytes that were sent last; empty before the first.
        envios: How often it was sent.
        automaticos: How many of these the program decided by itself since a person last asked for it.
        referencia: The bank's own name of the title.
        enviado_em: When it was sent last.
        ausencias: Answers in a row, past the bank's grace time, that the bank knows of no such title.
        ausente_em: When the last of them came.
        codigo: The bank's code of what it says.
        mensagem: What it says, word for word, or why nothing is known.
        campo: Our own name of the field it complains of.
        sugestao: What to do about it.
        falha: What kind of trouble; ``None`` when there is none.
        sem_pix: Why there is no Pix; empty when there is one or none was wanted.
        resposta: What the bank says it registered, field by field.
        divergencias: In what that differs from what was asked; such a boleto is not printed.
        conferido: Somebody looked at the differences and takes what the bank has.
    """

    id: int = 0
    empresa_id: int
    boleto_id: int
    convenio_id: int
    adaptador: str
    ambiente: Ambiente
    chave: str
    dia: date
    estado: EstadoRegistro = EstadoRegistro.PLANEJADO
    hash: str
    retrato: Mapping[str, Any]
    corpo_hash: str = ""
    envios: int = 0
    automaticos: int = 0
    referencia: str = ""
    enviado_em: datetime | None = None
    ausencias: int = 0
    ausente_em: datetime | None = None
    codigo: str = ""
    mensagem: str = ""
    campo: str = ""
    sugestao: str = ""
    falha: TipoFalha | None = None
    sem_pix: str = ""
    resposta: Mapping[str, Any] = field(default_factory=dict)
    divergencias: tuple[str, ...] = ()
    conferido: bool = False
    versao: int = 0

    @property
    def is_held(self) -> bool:
        """Whether its boleto may not be printed until somebody looked at what the bank registered."""
        return bool(self.divergencias) and not self.conferido and self.estado.is_final


class PassoTentativa(StrEnum):
    """What an entry of the journal is about; the value is what the user reads."""

    ENVIO = "Envio"
    RESPOSTA = "Resposta"
    CONSULTA = "Consulta"
    INTERRUPCAO = "Interrupção"
    DECISAO = "Decisão"
    COMANDO = "Comando"


@dataclass(frozen=True, slots=True, kw_only=True)
class TentativaRegistro:
    """One entry of the journal; only ever added.

    Attributes:
        numero: The how-manieth send it belongs to; 0 for what came before the first.
        corpo: The exact bytes of a send, written down before they leave.
        corpo_hash: Their SHA-256.
        resultado: What became of it, one or a few words.
        mensagem: What the bank said, or what somebody decided.
    """

    id: int = 0
    empresa_id: int
    registro_id: int
    quando: datetime
    usuario: str
    passo: PassoTentativa
    numero: int = 0
    corpo: bytes | None = None
    corpo_hash: str = ""
    resultado: str = ""
    mensagem: str = ""
    versao: int = 0
