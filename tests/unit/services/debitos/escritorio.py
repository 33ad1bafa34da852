"""An office that debits its customers' accounts: a contract, consents, and its simulated bank."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from finbank_desktop.domain.cadastros import Conta, Pessoa
from finbank_desktop.domain.debitos import (
    Consentimento,
    ConvenioDebito,
    Debito,
    SituacaoConsentimento,
)
from finbank_desktop.persistence.records import Importacao
from finbank_desktop.persistence.records_debitos import RemessaDebito
from finbank_desktop.services.debitos.retorno_model import Contexto, RetornoDebitoPlan
from tests.unit.services.conftest import Escritorio

FORMATO = {"341": "240", "004": "240"}
CPFS = ("52998224725", "11144477735", "39053344705", "12345678909")


class EscritorioDebito(Escritorio):
    """An office with one contract of débito automático at *banco*."""

    def __init__(self, folder: Path, banco: str = "748", **campos: Any) -> None:
        """Make the contract."""
        super().__init__(folder)
        self.banco_debito = banco
        self.numero = 0
        with self.services.database.write() as uow:
            self.conta_debito = uow.contas.add(
                Conta(
                    empresa_id=1, codigo="CC", descricao="Conta dos débitos", banco=banco, agencia="0123", conta="45678"
                )
            )
        padroes: dict[str, Any] = {
            "empresa_id": 1,
            "codigo": "DA",
            "descricao": "Débito automático",
            "conta_id": self.conta_debito.id,
            "banco": banco,
            "formato": FORMATO.get(banco, "150"),
            "convenio": "1234567890123" if banco == "341" else "12345",
        }
        self.contrato: ConvenioDebito = self.debito.cadastros.save_convenio(ConvenioDebito(**padroes | campos))

    @property
    def debito(self) -> Any:
        """The services of débito automático."""
        return self.services.debitos

    def cliente(self, **campos: Any) -> Consentimento:
        """Add a customer with an active consent."""
        self.numero += 1
        with self.services.database.write() as uow:
            pessoa = uow.pessoas.add(
                Pessoa(
                    empresa_id=1,
                    codigo=f"C{self.numero:03d}",
                    nome=f"Cliente Inventado {self.numero}",
                    documento=CPFS[self.numero % len(CPFS)],
                )
            )
        padroes: dict[str, Any] = {
            "empresa_id": 1,
            "convenio_id": self.contrato.id,
            "pessoa_id": pessoa.id,
            "cliente_empresa": "",
            "nome": "",
            "documento": "",
            "banco": "",
            "agencia": "0123",
            "conta": f"{1000 + self.numero}",
            "conta_dv": "7",
            "situacao": SituacaoConsentimento.ATIVO,
        }
        feito: Consentimento = self.debito.consentimentos.save(Consentimento(**padroes | campos))
        return feito

    def debitos(self, *valores: int, dono: Consentimento | None = None, dias: int = 10) -> list[Debito]:
        """Add contas a receber of one customer and a debit for each."""
        cliente = dono or self.cliente()
        contas = self.contas_receber(*valores, dias=dias, pessoa_id=cliente.pessoa_id)
        plan = self.debito.debitos.plan_emissao(self.contrato.id, [conta.id for conta in contas])
        return list(self.debito.debitos.apply(plan))

    def enviar(self, ids: Sequence[int] | None = None) -> tuple[RemessaDebito, Path]:
        """Generate the contract's remessa."""
        plan = self.debito.remessas.plan(self.contrato.id, ids)
        assert plan.going, ([row.efeito for row in plan.rows], plan.problems)
        feita = self.debito.remessas.apply(plan, self.folder)
        return feita, self.folder / feita.arquivo

    def responder(self, remessa: Path) -> list[Path]:
        """Let the simulated bank answer."""
        self.arquivos += 1
        saida = self.folder / f"banco{self.arquivos}"
        return [each.file for each in self.services.simulador.process([remessa], None, saida)]

    def planejar(self, path: Path, **contexto: Any) -> RetornoDebitoPlan:
        """Plan a retorno."""
        plan: RetornoDebitoPlan = self.debito.retornos.plan(path, contexto=Contexto(**contexto))
        return plan

    def importar_debito(self, path: Path, **contexto: Any) -> Importacao:
        """Import a retorno as previewed."""
        feita: Importacao = self.debito.retornos.apply(self.planejar(path, **contexto))
        return feita

    def debito_de(self, row: int) -> Debito:
        """Return a debit as it is now."""
        achado: Debito = self.debito.debitos.get(row).debito
        return achado

    def arquivo_150(self, *linhas: str, nome: str = "DA.RET", nsa: int = 34, versao: str = "05") -> Path:
        """Write a retorno of 150 positions of this contract; each line of F is 'F', customer (25), rest."""
        banco = self.banco_debito
        header = "A2" + self.contrato.convenio.ljust(20) + "EMPRESA".ljust(20) + banco + "BANCO".ljust(20)
        soma = sum(int(linha[52:67]) for linha in linhas if linha.startswith("F") and linha[52:67].isdigit())
        todas = [f"{header}20261202{nsa:06d}{versao}DEBITO AUTOMATICO", *linhas]
        todas.append(f"Z{len(linhas) + 2:06d}{soma:017d}")
        path = self.folder / nome
        path.write_bytes("".join(linha.ljust(150) + "\r\n" for linha in todas).encode("ascii"))
        return path


def linha_f(
    cliente: str,
    valor: int | None,
    codigo: str = "00",
    *,
    uso: str = "",
    dia: date | None = date(2026, 12, 1),
    movimento: str = "0",
) -> str:
    """Return a record F of version 05: positions of FEBRABAN's layout."""
    quando = f"{dia:%Y%m%d}" if dia else " " * 8
    centavos = "0" * 15 if valor is None else f"{valor:015d}"
    inicio = f"F{cliente:<25}0123{'10017':<14}{quando}{centavos}{codigo:<2}{uso:<60}"
    return inicio.ljust(149) + movimento


def linha_b(cliente: str, movimento: str, *, conta: str = "10017", dia: date = date(2026, 12, 1)) -> str:
    """Return a record B of version 05."""
    return f"B{cliente:<25}0123{conta:<14}{dia:%Y%m%d}".ljust(149) + movimento
