"""The whole cycle by the services alone, with each bank's remessa and retorno; the bank is the simulated one.

It proves that the rooms fit together, not that positions are right: those rest on real files.
"""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from finbank_desktop.domain.boletos import Boleto, NoBanco
from finbank_desktop.domain.cadastros import Conta, Endereco, Pessoa
from finbank_desktop.domain.contas_receber import ContaReceber, Situacao
from finbank_desktop.domain.convenios import Convenio
from finbank_desktop.domain.encargos import Encargos, TipoJuros, TipoMulta
from finbank_desktop.persistence.database import Database
from finbank_desktop.services.boletos import BoletosService
from finbank_desktop.services.remessas import RemessasService
from finbank_desktop.services.retorno_model import RetornoPlan
from finbank_desktop.services.retornos import RetornosService
from finbank_desktop.services.simulador import SimuladorService

HOJE, VENCIMENTO = date(2026, 11, 20), date(2026, 12, 10)
ENDERECO = Endereco(
    logradouro="Rua das Flores", numero="10", bairro="Centro", cidade="Curitiba", uf="PR", cep="80010000"
)
VALOR = 1000_00
MORA = Encargos(juros_tipo=TipoJuros.TAXA_MENSAL, juros=100, multa_tipo=TipoMulta.PERCENTUAL, multa=200)
CENARIO = """
[[titulo]]
seu_numero = "NF0"
motivo = "qualquer"
[[titulo]]
seu_numero = "NF1"
quando = "vencimento"
tarifa = "1.90"
[[titulo]]
seu_numero = "NF2"
quando = "+10"
[[titulo]]
seu_numero = "NF3"
quando = "vencimento"
vezes = 2
"""
CONVENIOS: dict[str, dict[str, Any]] = {
    "001-240": {"carteira": "17", "variacao": "019", "convenio": "1234567", "conta": "123456", "conta_dv": "0"},
    "001-400": {"carteira": "17", "variacao": "019", "convenio": "1234567", "conta": "123456", "conta_dv": "0"},
    "104-240": {"carteira": "14", "codigo_beneficiario": "123456", "conta": "987654", "conta_dv": "1"},
    "237-400": {"carteira": "09", "codigo_beneficiario": "4540691", "conta": "19669", "conta_dv": "8"},
    "341-400": {"carteira": "109", "conta": "12345", "conta_dv": "7"},
    "756-240": {
        "carteira": "1",
        "modalidade": "01",
        "codigo_beneficiario": "123456",
        "conta": "77777",
        "conta_dv": "8",
    },
}


def agora() -> datetime:
    return datetime(2026, 11, 20, 9, 30, tzinfo=UTC)


class Office:
    """Books with one convênio, five contas a receber of R$ 1.000,00 and their boletos."""

    def __init__(self, folder: Path, qual: str) -> None:
        self.folder = folder
        self.database = Database.open(str(folder / "livros.db"), agora=agora)
        banco, _, formato = qual.partition("-")
        campos = dict(CONVENIOS[qual])
        with self.database.write() as uow:
            empresa = replace(uow.empresas.get(1), razao_social="Empresa Exemplo Ltda", documento="11222333000181")
            uow.empresas.update(replace(empresa, endereco=ENDERECO))
            conta = uow.contas.add(
                Conta(
                    empresa_id=1,
                    codigo="1",
                    descricao="Movimento",
                    banco=banco,
                    agencia="1234",
                    agencia_dv="3",
                    conta=campos.pop("conta"),
                    conta_dv=campos.pop("conta_dv"),
                )
            )
            self.convenio = uow.convenios.add(
                Convenio(
                    empresa_id=1,
                    codigo="1",
                    descricao="Cobrança",
                    conta_id=conta.id,
                    banco=banco,
                    formato=formato,
                    encargos=MORA,
                    **campos,
                )
            )
            cliente = Pessoa(
                empresa_id=1, codigo="1", nome="Cliente Exemplo Ltda", documento="52998224725", endereco=ENDERECO
            )
            contas = self.bill(uow.pessoas.add(cliente).id)
            self.contas = uow.contas_receber.add_many(contas)
        emissao = BoletosService(self.database, usuario="Ana", agora=agora)
        self.boletos = emissao.apply(emissao.plan_emissao([c.id for c in self.contas], convenio_id=self.convenio.id))

    @staticmethod
    def bill(pessoa_id: int) -> list[ContaReceber]:
        return [
            ContaReceber(
                empresa_id=1,
                codigo=f"CR{n}",
                pessoa_id=pessoa_id,
                documento=f"NF{n}",
                emissao=HOJE,
                vencimento=VENCIMENTO,
                valor=VALOR,
            )
            for n in range(5)
        ]

    def send(self) -> list[Path]:
        """Make the remessa and return what the bank answers, the first answer first."""
        remessas = RemessasService(self.database, usuario="Ana", agora=agora)
        feita = remessas.apply(remessas.plan(self.convenio.id), self.folder / "remessas")
        (self.folder / "cenario.toml").write_text(CENARIO, encoding="utf-8")
        answers = SimuladorService(lambda: HOJE).process(
            [self.folder / "remessas" / feita.arquivo], self.folder / "cenario.toml", self.folder / "retornos"
        )
        return [answer.file for answer in answers]

    def by_documento(self) -> dict[str, Boleto]:
        with self.database.read() as uow:
            return {b.numero_documento: b for b in uow.boletos.get_many(b.id for b in self.boletos).values()}


def imported(service: RetornosService, file: Path) -> RetornoPlan:
    """Import *file* and return the plan it was imported by."""
    plan = service.plan(file)
    service.apply(plan)
    return plan


@pytest.mark.parametrize("qual", CONVENIOS)
def test_what_the_bank_answers_ends_in_the_books(tmp_path: Path, qual: str) -> None:
    office = Office(tmp_path, qual)
    service = RetornosService(office.database, usuario="Ana", agora=agora)
    files = office.send()
    plans = [imported(service, file) for file in files]
    assert [plan for plan in plans if plan.needs_tick or any(problem.is_error for problem in plan.problems)] == []
    assert {tab: total for tab in plans[0].tabs if (total := sum(plan.tabs[tab] for plan in plans))} == {
        "baixas": 3,
        "confirmacoes": 4,
        "rejeicoes": 1,
        "a_devolver": 1,
    }
    (recusa,) = [row for plan in plans for row in plan.rows if row.tab == "rejeicoes"]
    boletos = office.by_documento()
    assert boletos["NF0"].no_banco is NoBanco.RECUSADO
    assert boletos["NF0"].no_banco_detalhe == "; ".join(motivo.texto for motivo in recusa.motivos) != ""
    assert [boletos[nome].situacao for nome in ("NF1", "NF2", "NF3")] == [Situacao.BAIXADO] * 3
    # ten days late: 2 % fine, and R$ 0,33 a day, which is 1 % a month of R$ 1.000,00
    assert [boletos[nome].valor_pago for nome in ("NF1", "NF2", "NF3")] == [VALOR, VALOR + 20_00 + 3_30, VALOR]
    assert (boletos["NF4"].no_banco, boletos["NF4"].situacao) == (NoBanco.REGISTRADO, Situacao.EM_ABERTO)
    with office.database.read() as uow:
        contas = uow.contas_receber.get_many(conta.id for conta in office.contas)
        baixas = uow.baixas.of_contas(contas)
        tarifas = [tarifa for boleto in boletos.values() for tarifa in uow.tarifas.of_boleto(boleto.id)]
    assert sum(conta.valor_baixado for conta in contas.values()) == sum(baixa.valor for baixa in baixas) == 3 * VALOR
    assert [tarifa.valor for tarifa in tarifas] == [1_90]
    assert all(service.plan(file).tabs["ja_processados"] for file in files)
    office.database.close()
