"""A whole return can be taken back, as long as nothing stands on it."""

import json
from typing import Any

import pytest

from finbank_desktop.cli.program import main
from finbank_desktop.domain.boletos import NoBanco
from finbank_desktop.domain.contas_receber import Situacao
from finbank_desktop.domain.problems import RefusedError

PAGOS = '[[titulo]]\nregra = "todos"\nquando = "vencimento"\ntarifa = "1.90"\n'


def undo(escritorio: Any, importacao_id: int) -> Any:
    service = escritorio.services.importacoes
    return service.desfazer(service.plan_desfazer(importacao_id))


def test_an_undone_import_leaves_every_table_as_it_was_and_the_file_may_come_again(escritorio: Any) -> None:
    boletos = escritorio.boletos(100_00, 250_00, 40_00)
    _, pagamentos = escritorio.banco(escritorio.remessa(), PAGOS)
    antes = escritorio.rows()
    primeira = escritorio.importar(pagamentos)
    assert primeira.contagens["baixas"] == 3
    depois = escritorio.rows()
    assert depois != antes
    assert undo(escritorio, primeira.id).situacao == "Desfeita"
    assert escritorio.rows() == antes
    assert [escritorio.eventos(b.id)[-2:] for b in boletos] == [["liquidado", "desfeito"]] * 3
    segunda = escritorio.importar(pagamentos)
    assert segunda.contagens["baixas"] == 3
    assert [escritorio.boleto(b.id).situacao for b in boletos] == [Situacao.BAIXADO] * 3


def test_a_later_import_stands_in_the_way_and_is_named(escritorio: Any) -> None:
    (boleto,) = escritorio.boletos(100_00)
    registro, pagamento = escritorio.banco(escritorio.remessa(), PAGOS)
    primeira, segunda = escritorio.importar(registro), escritorio.importar(pagamento)
    antes = escritorio.rows()
    plan = escritorio.services.importacoes.plan_desfazer(primeira.id)
    assert [each.row for each in plan.refused] == [2]
    assert "Baixa de R$ 100,00" in plan.refused[0].why
    with pytest.raises(RefusedError, match="mudou depois"):
        escritorio.services.importacoes.desfazer(plan)
    assert escritorio.rows() == antes
    undo(escritorio, segunda.id)
    undo(escritorio, primeira.id)
    assert escritorio.boleto(boleto.id).no_banco is NoBanco.NA_REMESSA


def test_a_second_payment_in_a_later_file_stands_in_the_way(escritorio: Any) -> None:
    escritorio.boletos(100_00)
    remessa = escritorio.remessa()
    _, pagamento = escritorio.banco(remessa, PAGOS)
    _, outro = escritorio.banco(remessa, '[[titulo]]\nregra = "todos"\nquando = "+1"\n')
    primeira = escritorio.importar(pagamento)
    segunda = escritorio.importar(outro)
    assert segunda.contagens["a_devolver"] == 1
    plan = escritorio.services.importacoes.plan_desfazer(primeira.id)
    assert "segundo pagamento" in plan.refused[0].why


def test_an_import_is_undone_once(escritorio: Any) -> None:
    escritorio.boletos(100_00)
    (registro,) = escritorio.banco(escritorio.remessa())
    feita = escritorio.importar(registro)
    undo(escritorio, feita.id)
    assert "já foi desfeita" in escritorio.services.importacoes.plan_desfazer(feita.id).refused[0].why


def test_the_command_undoes_or_says_what_stands_in_the_way(escritorio: Any, capsys: pytest.CaptureFixture[str]) -> None:
    escritorio.boletos(100_00)
    registro, pagamento = escritorio.banco(escritorio.remessa(), PAGOS)
    primeira, segunda = escritorio.importar(registro), escritorio.importar(pagamento)
    base = ["--base", str(escritorio.path), "--json", "importacoes", "desfazer"]
    assert main([*base, str(primeira.id)]) == 3
    said = json.loads(capsys.readouterr().out)
    assert (said["undone"], said["rows"], said["refused"][0]["row"]) == (False, 1, 2)
    assert main([*base, str(segunda.id)]) == 0
    assert json.loads(capsys.readouterr().out) == {"undone": True, "rows": 1, "refused": []}
    assert main([*base, str(primeira.id)]) == 0
    assert main([*base, "999"]) == 3
