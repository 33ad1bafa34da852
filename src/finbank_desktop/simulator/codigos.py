"""What a bank calls things: its occurrence and reason codes, found by what they do.

Banks number most occurrences as FEBRABAN does (C044), so FEBRABAN's number is taken where the bank's own table gives it
the same effect, and the bank's lowest one otherwise.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from finbank_desktop.cnab import ocorrencias
from finbank_desktop.cnab.ocorrencias import Tabela
from finbank_desktop.domain.ocorrencias import Efeito
from finbank_desktop.domain.problems import RefusedError

REGISTRAR = "01"
"""FEBRABAN C004, movement of a remessa: register."""
_PEDIR_BAIXA = "02"
# FEBRABAN: the movement asked for (C004) and the occurrence that confirms it (C044)
_CONFIRMA_INSTRUCAO = {"04": "12", "05": "13", "06": "14", "07": "07", "08": "08", "09": "19"}
_PAGO_OUTRA_VEZ = "17"
"""C044: paid after it was settled or dropped."""
_QUALQUER = "QUALQUER"


@dataclass(frozen=True)
class Codigos:
    """The codes of one bank in one format.

    Attributes:
        banco: Three digits.
        formato: ``"240"`` or ``"400"``.
    """

    banco: str
    formato: str

    def of(self, efeito: Efeito) -> str | None:
        """Return the usual code that has *efeito*; ``None`` when the bank has none."""
        own = self._with(efeito)
        usual = min((code for code, each in self._febraban.items() if each is efeito), default="")
        return usual if usual in own else min(own, default=None)

    def require(self, efeito: Efeito) -> str:
        """Return the usual code that has *efeito*.

        Raises:
            RefusedError: The bank's table has none.
        """
        code = self.of(efeito)
        if code is None:
            message = (
                f"O banco simulado não sabe responder: a tabela do banco {self.banco}, CNAB {self.formato}, não tem "
                f"ocorrência que {efeito}. Use a remessa de outro convênio."
            )
            raise RefusedError("sem_ocorrencia", message)
        return code

    def answer_to(self, comando: str) -> str:
        """Return the code that grants a movement other than the registration."""
        if comando == _PEDIR_BAIXA:
            return self.require(Efeito.BAIXA)
        paired = _CONFIRMA_INSTRUCAO.get(comando, "")
        return paired if paired in self._with(Efeito.INSTRUCAO_ACEITA) else self.require(Efeito.INSTRUCAO_ACEITA)

    def paid_in_part(self) -> tuple[str, tuple[str, ...]]:
        """Return the code of a payment in part, and the reason that says so where the code alone does not.

        FEBRABAN's 240 has no code for it: 06 with reason 02, "por conta" (C047-C). A bank with neither tells it as any
        other payment.
        """
        own = self.of(Efeito.LIQUIDA_PARCIAL)
        if own is not None:
            return own, ()
        codigo = self.require(Efeito.LIQUIDA)
        por_conta = [
            motivo
            for table in self._tables
            for group in table.motivos
            if codigo in group.ocorrencias
            for motivo, efeito in group.efeitos.items()
            if efeito is Efeito.LIQUIDA_PARCIAL
        ]
        return codigo, tuple(por_conta[:1])

    def paid_again(self) -> str:
        """Return the code of a payment after the title was settled."""
        return _PAGO_OUTRA_VEZ if _PAGO_OUTRA_VEZ in self._with(Efeito.LIQUIDA) else self.require(Efeito.LIQUIDA)

    def motivos(self, pedidos: tuple[str, ...]) -> tuple[str, ...]:
        """Return the reasons a refused registration carries; ``QUALQUER`` stands for the first of the table.

        Raises:
            RefusedError: The bank's table has no such reason; the sentence names some it has.
        """
        known = self._rejections
        chosen = tuple(min(known, default="") if each == _QUALQUER else each for each in pedidos)
        wrong = next((each for each in chosen if each and each not in known), None)
        if wrong is None:
            return tuple(each for each in chosen if each)
        alguns = ", ".join(sorted(known)[:8])
        message = (
            f"o motivo {wrong} não está na tabela de entradas rejeitadas do banco {self.banco}, CNAB {self.formato}; "
            f"use um dela, como {alguns}, ou a palavra qualquer"
        )
        raise RefusedError("motivo_desconhecido", message)

    def motivo_about(self, palavra: str) -> tuple[str, ...]:
        """Return the first reason for a refusal whose text speaks of *palavra*; none when there is no such."""
        spoken = (code for code, texto in self._rejections.items() if palavra in texto.casefold())
        found = min(spoken, default="")
        return (found,) if found else ()

    def _with(self, efeito: Efeito) -> set[str]:
        return {code for code, each in self._own.items() if each is efeito}

    @cached_property
    def _own(self) -> dict[str, Efeito]:
        return _effects(self._tables)

    @cached_property
    def _febraban(self) -> dict[str, Efeito]:
        febraban = ocorrencias.tabela("000", "240")
        return _effects(febraban.lineage() if febraban else ())

    @cached_property
    def _tables(self) -> tuple[Tabela, ...]:
        """The bank's own table, then the ones it inherits."""
        tabela = ocorrencias.tabela(self.banco, self.formato)
        return tuple(tabela.lineage()) if tabela else ()

    @cached_property
    def _rejections(self) -> dict[str, str]:
        """Reasons of the registration's refusal, without those that turn it into something else."""
        code = self.require(Efeito.REJEITA)
        return {
            motivo: texto
            for table in self._tables
            for group in table.motivos
            if code in group.ocorrencias
            for motivo, texto in group.textos.items()
            if motivo not in group.efeitos and motivo.strip("0")
        }


def _effects(lineage: Iterable[Tabela]) -> dict[str, Efeito]:
    """Return the effect of each code, a table's own before what it inherits."""
    return {code: efeito for table in reversed(list(lineage)) for code, (_, efeito) in table.retorno.items()}
