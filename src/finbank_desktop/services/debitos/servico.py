"""Everything a person can ask for about débito automático, in one place."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Self

from finbank_desktop.persistence.database import Database
from finbank_desktop.services.debitos.cadastros import DebitoCadastrosService
from finbank_desktop.services.debitos.consentimentos import ConsentimentosService
from finbank_desktop.services.debitos.debitos import DebitosService
from finbank_desktop.services.debitos.remessas import DebitoRemessasService
from finbank_desktop.services.debitos.retornos import DebitoRetornosService


@dataclass(frozen=True, slots=True, kw_only=True)
class DebitoAutomatico:
    """The services of débito automático on one database.

    Attributes:
        cadastros: Contracts and layouts.
    """

    cadastros: DebitoCadastrosService
    consentimentos: ConsentimentosService
    debitos: DebitosService
    remessas: DebitoRemessasService
    retornos: DebitoRetornosService

    @classmethod
    def of(cls, database: Database, *, usuario: str, agora: Callable[[], datetime]) -> Self:
        """Return the services on *database* in the name of *usuario*."""
        return cls(
            cadastros=DebitoCadastrosService(database),
            consentimentos=ConsentimentosService(database, usuario=usuario, agora=agora),
            debitos=DebitosService(database, usuario=usuario, agora=agora),
            remessas=DebitoRemessasService(database, usuario=usuario, agora=agora),
            retornos=DebitoRetornosService(database, usuario=usuario, agora=agora),
        )
