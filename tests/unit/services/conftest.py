"""An office with a convênio at each bank, its simulated banks, and what a test asks of its books."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.cadastros import Conta, Endereco, Pessoa
from finbank_desktop.domain.contas_receber import ContaReceber
from finbank_desktop.domain.convenios import Convenio
from finbank_desktop.persistence.records import Importacao
from finbank_desktop.wiring import build

if TYPE_CHECKING:
    from finbank_desktop.services.catalog import Services

HOJE = date(2026, 11, 20)
ENDERECO = Endereco(logradouro="Rua das Flores", numero="10", cidade="Curitiba", uf="PR", cep="80010000")
HISTORIA = {
    *("eventos", "importacoes", "importacao_linhas", "importacao_mudancas", "operacoes", "sequencias"),
    "sqlite_sequence",
}
"""What undoing adds to and never takes from."""
_BANCOS: dict[str, dict[str, Any]] = {
    "341-400": {"carteira": "109"},
    "237-400": {"carteira": "09", "codigo_beneficiario": "00000000000001234567"},
    "001-400": {"carteira": "17", "convenio": "1234567", "variacao": "019"},
    "001-240": {"carteira": "17", "convenio": "1234567", "variacao": "019"},
    "104-240": {"carteira": "1", "codigo_beneficiario": "123456"},
    "756-240": {"carteira": "1", "codigo_beneficiario": "123456", "modalidade": "01"},
}


class Escritorio:
    """An office: its books, its services, and shorthands for what people do in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.hoje = HOJE
        self.path = folder / "livros.db"
        self.services: Services = build(str(self.path), usuario="Ana", hoje=lambda: self.hoje)
        self.convenios: dict[str, Convenio] = {}
        self.contas = 0
        self.arquivos = 0
        with self.services.database.write() as uow:
            empresa = replace(uow.empresas.get(1), razao_social="Empresa Exemplo Ltda", documento="11222333000181")
            uow.empresas.update(empresa)
            self.pessoa = uow.pessoas.add(
                Pessoa(
                    empresa_id=1, codigo="1", nome="Cliente Exemplo Ltda", documento="52998224725", endereco=ENDERECO
                )
            )

    def convenio(self, qual: str = "341-400", **campos: Any) -> Convenio:
        """Return the convênio of that bank and format, made when it is not there."""
        if qual not in self.convenios:
            banco, formato = qual.split("-")
            with self.services.database.write() as uow:
                conta = uow.contas.add(
                    Conta(empresa_id=1, codigo=qual, descricao=qual, banco=banco, agencia="0057", conta="12345")
                )
                padroes: dict[str, Any] = {"empresa_id": 1, "codigo": qual, "descricao": qual, "conta_id": conta.id}
                feito = Convenio(**padroes | {"banco": banco, "formato": formato} | _BANCOS[qual] | campos)
                self.convenios[qual] = uow.convenios.add(feito)
        return self.convenios[qual]

    def contas_receber(self, *valores: int, dias: int = 20, **campos: Any) -> list[ContaReceber]:
        """Add contas a receber of those amounts."""
        padroes: dict[str, Any] = {"empresa_id": 1, "pessoa_id": self.pessoa.id, "emissao": self.hoje}
        padroes |= {"vencimento": self.hoje + timedelta(days=dias)} | campos
        with self.services.database.write() as uow:
            feitas = uow.contas_receber.add_many(
                [
                    ContaReceber(codigo=f"{self.contas + n}", documento=f"NF{self.contas + n}", valor=valor, **padroes)
                    for n, valor in enumerate(valores, start=1)
                ]
            )
        self.contas += len(feitas)
        return feitas

    def boletos(self, *valores: int, qual: str = "341-400", agrupar: bool = False, dias: int = 20) -> list[Boleto]:
        """Emit boletos of those amounts."""
        contas = self.contas_receber(*valores, dias=dias)
        convenio = self.convenio(qual)
        plan = self.services.boletos.plan_emissao([c.id for c in contas], convenio_id=convenio.id, agrupar=agrupar)
        return list(self.services.boletos.apply(plan))

    def remessa(self, qual: str = "341-400", ids: Sequence[int] | None = None) -> Path:
        """Generate the convênio's remessa and return its file."""
        plan = self.services.remessas.plan(self.convenio(qual).id, ids)
        assert plan.going, [row.efeito for row in plan.rows]
        feita = self.services.remessas.apply(plan, self.folder)
        return self.folder / feita.arquivo

    def banco(self, remessa: Path, cenario: str = "") -> list[Path]:
        """Let the simulated bank answer; without a scenario it only registers."""
        path = None
        texto = cenario or '[[titulo]]\nregra = "todos"\n'
        self.arquivos += 1
        path = self.folder / f"cenario{self.arquivos}.toml"
        path.write_text(texto, encoding="utf-8")
        saida = self.folder / f"banco{self.arquivos}"
        return [each.file for each in self.services.simulador.process([remessa], path, saida)]

    def importar(self, path: Path) -> Importacao:
        """Import a retorno as previewed."""
        return self.services.retornos.apply(self.services.retornos.plan(path))

    def registrados(self, *valores: int, qual: str = "341-400", dias: int = 20, agrupar: bool = False) -> list[Boleto]:
        """Emit, send and register boletos; return them as they are then."""
        feitos = self.boletos(*valores, qual=qual, dias=dias, agrupar=agrupar)
        for retorno in self.banco(self.remessa(qual)):
            self.importar(retorno)
        return [self.boleto(b.id) for b in feitos]

    def boleto(self, row: int) -> Boleto:
        """Return a boleto as it is now."""
        with self.services.database.read() as uow:
            return uow.boletos.get(row)

    def conta(self, row: int) -> ContaReceber:
        """Return a conta a receber as it is now."""
        with self.services.database.read() as uow:
            return uow.contas_receber.get(row)

    def eventos(self, row: int) -> list[str]:
        """Return the kinds of steps in a boleto's history."""
        with self.services.database.read() as uow:
            return [evento.tipo for evento in uow.eventos.of_boleto(row)]

    def rows(self) -> dict[str, list[tuple[Any, ...]]]:
        """Return all rows of all tables but the history."""
        with closing(sqlite3.connect(self.path)) as connection:
            nomes = [nome for (nome,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            return {
                nome: connection.execute(f'SELECT * FROM "{nome}" ORDER BY 1').fetchall()  # noqa: S608 - names from the database itself
                for nome in nomes
                if nome not in HISTORIA
            }


@pytest.fixture
def escritorio(tmp_path: Path) -> Iterator[Escritorio]:
    feito = Escritorio(tmp_path)
    yield feito
    feito.services.database.close()
