"""`finbank lotes …` and `finbank contas listar`: what a script asks of the books."""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from finbank_desktop.cli import main
from finbank_desktop.domain.cadastros import Conta, Pessoa
from finbank_desktop.domain.contas_receber import ContaReceber
from finbank_desktop.services.baixas import BaixaManual
from finbank_desktop.wiring import build

ONTEM = date.today() - timedelta(days=1)  # noqa: DTZ011 - the books know days, no hours


@pytest.fixture
def base(tmp_path: Path) -> str:
    """Books in which two contas a receber were settled by hand."""
    path = str(tmp_path / "livros.db")
    services = build(path, usuario="Ana")
    with services.database.write() as uow:
        conta = uow.contas.add(
            Conta(empresa_id=1, codigo="ITAU", descricao="Itaú", banco="341", agencia="1", conta="2")
        )
        pessoa = uow.pessoas.add(Pessoa(empresa_id=1, codigo="1", nome="Cliente Exemplo", documento="52998224725"))
        contas = uow.contas_receber.add_many(
            [
                ContaReceber(
                    empresa_id=1,
                    codigo=str(n),
                    pessoa_id=pessoa.id,
                    documento=f"NF{n}",
                    emissao=ONTEM,
                    vencimento=ONTEM,
                    valor=n * 100_00,
                )
                for n in (1, 2)
            ]
        )
    for each in contas:
        baixa = BaixaManual(data=ONTEM, valor_pago=each.valor, conta_id=conta.id)
        services.operacoes.apply(services.baixas.plan_conta(each.id, baixa))
    services.database.close()
    return path


def answer(capsys: pytest.CaptureFixture[str], base: str, *words: str) -> tuple[int, Any]:
    code = main([*words, "--base", base, "--json"])
    return code, json.loads(capsys.readouterr().out or "null")


def test_the_lots_and_the_balances_are_listed(base: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, lotes = answer(capsys, base, "lotes", "listar")
    assert code == 0
    assert [(lote["codigo"], lote["texto"], lote["valor"], lote["situacao"]) for lote in lotes] == [
        ("000002", "Baixa manual a receber nº 2", "200.00", "Aberto"),
        ("000001", "Baixa manual a receber nº 1", "100.00", "Aberto"),
    ]
    code, contas = answer(capsys, base, "contas", "listar")
    assert [(conta["codigo"], conta["saldo"]) for conta in contas] == [("ITAU", "300.00")]


def test_lots_are_exported_and_closed(base: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    saida = tmp_path / "lotes.csv"
    words = ("lotes", "exportar", "--formato", "csv", "--saida", str(saida))
    assert answer(capsys, base, *words) == (0, {"file": str(saida), "format": "csv", "lots": 2, "lines": 2})
    assert saida.read_text(encoding="utf-8-sig").count("Recebimento de Cliente Exemplo") == 2
    assert answer(capsys, base, *words, "--ids", "1")[1]["lines"] == 1
    assert answer(capsys, base, *words, "--filtro", f"periodo={ONTEM}..{ONTEM}")[1]["lots"] == 2
    assert answer(capsys, base, "lotes", "fechar", "--ids", "1,2") == (0, {"closed": ["000001", "000002"]})
    assert [lote["situacao"] for lote in answer(capsys, base, "lotes", "listar")[1]] == ["Fechado", "Fechado"]


def test_what_cannot_be_is_refused(base: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    saida = ["--formato", "dominio", "--saida", str(tmp_path / "a.txt")]
    assert main(["lotes", "exportar", *saida, "--base", base]) == 3
    assert "CNPJ ou CPF só de números" in capsys.readouterr().err
    assert main(["lotes", "fechar", "--base", base]) == 2
    assert main(["lotes", "exportar", *saida, "--filtro", "periodo=2020-01-01..2020-01-31", "--base", base]) == 3
    assert "Nenhum lote combina" in capsys.readouterr().err
