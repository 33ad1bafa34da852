"""A remessa as the bank sees it: who sends it, and what it asks of each title."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from finbank_desktop.bancos import registry
from finbank_desktop.cnab import papeis
from finbank_desktop.cnab.detect import detect, layout_of
from finbank_desktop.cnab.papeis import Lugar, Papeis
from finbank_desktop.domain.encargos import Encargos
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.domain.registros import Valor
from finbank_desktop.domain.valores import Centavos
from finbank_desktop.layouts import loader, reader
from finbank_desktop.layouts.check_ordem import has_end
from finbank_desktop.layouts.model import Layout, Papel
from finbank_desktop.layouts.reader import Leitura
from finbank_desktop.simulator.encargos_pedidos import encargos_of, validade_desconto

_INICIO = 3
"""Lines that tell variants of a layout apart: header of the file, header of the lot, first title."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pedido:
    """One title of a remessa.

    Attributes:
        posicao: Its place among the titles, from 1.
        comando: The movement asked for.
        nossos_numeros: Its number at the bank, without leading zeros: as it stands, and as the program keeps it.
        vencimento: ``None`` where the remessa has none.
        desconto_ate: Last day of the discount.
        textos: What stands in its fields, by name; where two records have one of that name, the first.
        registros: Row of each of its records, by record type.
    """

    posicao: int
    comando: str
    nossos_numeros: frozenset[str]
    seu_numero: str
    vencimento: date | None
    valor: Centavos
    abatimento: Centavos
    encargos: Encargos
    desconto_ate: date | None
    textos: Mapping[str, str]
    registros: Mapping[str, int]


@dataclass(frozen=True)
class RemessaLida:
    """A remessa with the layout it was written by, and the one its answer is written by."""

    nome: str
    banco: str
    leitura: Leitura
    papeis: Papeis
    retorno: Layout

    @property
    def formato(self) -> str:
        """``"240"`` or ``"400"``."""
        return str(self.leitura.layout.tamanho)

    @cached_property
    def pedidos(self) -> tuple[Pedido, ...]:
        """The titles, in file order."""
        return tuple(self._pedido(number, rows) for number, rows in enumerate(self._titles(), 1))

    def texts_of(self, papel: Papel) -> dict[str, str]:
        """Return what stands in the first record that plays *papel*, by field."""
        rows = [int(self.leitura.rows(each.nome)[0]) for each in self.leitura.layout.of(papel) if self._has(each.nome)]
        return self._texts(rows[:1])

    def text_at(self, lugar: Lugar, pedido: Pedido | None) -> str:
        """Return what stands at *lugar*, in the records of *pedido* or in the file's own; blanks at the ends cut."""
        if pedido is not None and lugar.registro in pedido.registros:
            row = pedido.registros[lugar.registro]
        elif self._has(lugar.registro):
            row = int(self.leitura.rows(lugar.registro)[0])
        else:
            return ""
        return self.leitura.text(row)[lugar.inicio - 1 : lugar.fim].strip()

    def _has(self, registro: str) -> bool:
        return len(self.leitura.rows(registro)) > 0

    def _titles(self) -> Iterator[list[int]]:
        """Yield the rows of each title: the record that opens it and the details up to the next one."""
        rows: list[int] = []
        for row in range(len(self.leitura)):
            registro = self.leitura.registro_at(row)
            if registro is None or registro.papel is not Papel.DETALHE:
                continue
            if registro.nome == self.papeis.titulo and rows:
                yield rows
                rows = []
            if rows or registro.nome == self.papeis.titulo:
                rows.append(row)
        if rows:
            yield rows

    def _pedido(self, posicao: int, rows: list[int]) -> Pedido:
        valores: dict[str, Valor] = {}
        registros: dict[str, int] = {}
        for row in rows:
            registro = self.leitura.registro_at(row)
            if registro is not None and registro.nome not in registros:
                registros[registro.nome] = row
                valores = self.leitura.values(row) | valores
        lugares = self.papeis.campos
        title = self.leitura.text(rows[0])
        cru = {role: title[lugar.inicio - 1 : lugar.fim].strip() for role, lugar in lugares.items()}
        vencimento = valores[lugares["vencimento"].campo]
        return Pedido(
            posicao=posicao,
            comando=cru["codigo"],
            nossos_numeros=self._numbers(cru["nosso_numero"]),
            seu_numero=cru["seu_numero"],
            vencimento=vencimento if isinstance(vencimento, date) else None,
            valor=_amount(valores, lugares.get("valor_titulo")),
            abatimento=_amount(valores, lugares.get("abatimento")),
            encargos=encargos_of(valores),
            desconto_ate=validade_desconto(valores),
            textos=self._texts(rows),
            registros=registros,
        )

    def _numbers(self, cru: str) -> frozenset[str]:
        try:
            chave = registry.find(self.banco).nosso_numero_chave(cru, self.formato)
        except registry.UnknownBancoError:
            chave = ""
        return frozenset(number.lstrip("0") for number in (cru, chave) if number.lstrip("0"))

    def _texts(self, rows: Iterable[int]) -> dict[str, str]:
        texts: dict[str, str] = {}
        for row in rows:
            registro = self.leitura.registro_at(row)
            line = self.leitura.text(row)
            for campo in registro.campos if registro else ():
                texts.setdefault(campo.nome, line[campo.posicoes].strip())
        return texts


def _amount(valores: Mapping[str, Valor], lugar: Lugar | None) -> Centavos:
    valor = valores.get(lugar.campo) if lugar else None
    return valor if isinstance(valor, int) else 0


def read(path: Path) -> RemessaLida:
    """Return the remessa at *path*.

    Raises:
        RefusedError: It is no remessa de cobrança, or one without titles or without its end.
        OutsideError: It cannot be opened.
    """
    found = detect(path)
    if found.kind != "remessa":
        message = (
            f"{path.name} é um retorno, e o banco simulado responde a remessas. "
            "Escolha o arquivo .REM que seria enviado ao banco."
        )
        raise RefusedError("retorno_no_lugar_de_remessa", message, path.name)
    layout = loader.load(found.layout)
    leitura = reader.read(path, layout)
    beginning = [leitura.text(row) for row in range(min(_INICIO, len(leitura)))]
    caminho = layout_of(found.banco, found.tamanho, "retorno", beginning)
    if caminho is None:
        message = f"{path.name} é do banco {found.banco}, e este programa ainda não tem o layout do retorno dele."
        raise RefusedError("banco_sem_layout", message, path.name)
    if not has_end(leitura):
        message = f"{path.name} não tem fim: falta o registro de encerramento. Gere a remessa outra vez."
        raise RefusedError("remessa_sem_fim", message, path.name)
    remessa = RemessaLida(path.name, found.banco, leitura, papeis.load(layout), loader.load(caminho))
    if not remessa.pedidos:
        message = f"{path.name} não tem nenhum título; gere a remessa com ao menos um boleto."
        raise RefusedError("remessa_vazia", message, path.name)
    return remessa
