"""Orders to the bank: planned, sent, answered or refused, and taken back."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from finbank_desktop.domain.boletos import NoBanco
from finbank_desktop.domain.comandos import Comando
from finbank_desktop.domain.contas_receber import Situacao
from finbank_desktop.domain.encargos import TipoDesconto, TipoMulta
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.services.comando_pedidos import DadosComando

NOVO = date(2027, 1, 15)
DADOS = {
    Comando.ALTERAR_VENCIMENTO: DadosComando(vencimento=NOVO),
    Comando.CONCEDER_ABATIMENTO: DadosComando(valor=10_00),
    Comando.CONCEDER_DESCONTO: DadosComando(valor=5_00, data=date(2026, 12, 5)),
    Comando.ALTERAR_MULTA: DadosComando(multa_tipo=TipoMulta.PERCENTUAL, taxa=200),
}


def ask(escritorio: Any, ids: list[int], comando: Comando) -> Any:
    services = escritorio.services
    return services.operacoes.apply(services.comandos.plan(ids, comando, DADOS.get(comando)))


def lines(path: Path) -> list[str]:
    return path.read_text("latin-1").splitlines()


def test_an_order_shows_as_pending_until_a_retorno_confirms_it(escritorio: Any) -> None:
    (boleto,) = escritorio.registrados(100_00)
    ask(escritorio, [boleto.id], Comando.ALTERAR_VENCIMENTO)
    pedido = escritorio.boleto(boleto.id)
    assert (pedido.no_banco, pedido.vencimento) == (NoBanco.INSTRUCAO_PENDENTE, NOVO)
    assert pedido.no_banco_detalhe == "Alterar o vencimento para 15/01/2027: falta enviar"
    assert (pedido.codigo_barras, pedido.linha_digitavel) == (boleto.codigo_barras, boleto.linha_digitavel)
    remessa = escritorio.remessa()
    enviado = escritorio.boleto(boleto.id)
    assert (enviado.no_banco, enviado.no_banco_detalhe) == (
        NoBanco.INSTRUCAO_PENDENTE,
        "Alterar o vencimento para 15/01/2027: na remessa nº 2",
    )
    titulo = lines(remessa)[1]
    assert (titulo[108:110], titulo[120:126]) == ("06", "150127")  # Itaú, CNAB 400, positions 109-110 and 121-126
    (retorno,) = escritorio.banco(remessa)
    escritorio.importar(retorno)
    feito = escritorio.boleto(boleto.id)
    assert (feito.no_banco, feito.pedido, feito.vencimento) == (NoBanco.REGISTRADO, None, NOVO)
    assert escritorio.services.remessas.plan(boleto.convenio_id).rows == ()


@pytest.mark.parametrize(
    ("qual", "comando", "codigo"),
    [
        ("237-400", Comando.CONCEDER_ABATIMENTO, "04"),
        ("001-400", Comando.CONCEDER_DESCONTO, "31"),
        ("341-400", Comando.BAIXAR, "02"),
        ("237-400", Comando.PROTESTAR, "09"),
    ],
)
def test_a_cnab_400_carries_the_banks_code_and_the_new_value(
    escritorio: Any, qual: str, comando: Comando, codigo: str
) -> None:
    (boleto,) = escritorio.registrados(100_00, qual=qual)
    ask(escritorio, [boleto.id], comando)
    titulo = lines(escritorio.remessa(qual))[1]
    assert titulo[108:110] == codigo
    abatimento, desconto = titulo[205:218], titulo[173:192]  # positions 206-218 and 174-192 in all three manuals
    assert abatimento == ("0000000001000" if comando is Comando.CONCEDER_ABATIMENTO else "0" * 13)
    assert desconto == ("051226" + "0000000000500" if comando is Comando.CONCEDER_DESCONTO else "0" * 19)


@pytest.mark.parametrize("qual", ["001-240", "104-240", "756-240"])
def test_a_cnab_240_carries_the_movement_in_p_and_q_and_leaves_r_out(escritorio: Any, qual: str) -> None:
    (boleto,) = escritorio.registrados(100_00, qual=qual)
    ask(escritorio, [boleto.id], Comando.CONCEDER_DESCONTO)
    detalhes = [line for line in lines(escritorio.remessa(qual)) if line[7] == "3"]
    assert [(line[13], line[15:17]) for line in detalhes] == [("P", "07"), ("Q", "07")]
    # FEBRABAN, segment P: 142 code 1 (fixed amount), 143-150 date, 151-165 amount
    assert detalhes[0][141:165] == "1" + "05122026" + "000000000000500"


def test_the_fine_is_told_with_the_record_it_stands_in(escritorio: Any) -> None:
    (boleto,) = escritorio.registrados(100_00, qual="104-240")
    ask(escritorio, [boleto.id], Comando.ALTERAR_MULTA)
    detalhes = [line for line in lines(escritorio.remessa("104-240")) if line[7] == "3"]
    assert [line[13] for line in detalhes] == ["P", "Q", "R"]
    assert (detalhes[2][65], detalhes[2][74:89]) == ("2", "000000000000200")  # G073 and G075: 2,00 %


def test_a_refused_order_gives_back_what_the_bank_knows(escritorio: Any) -> None:
    (boleto,) = escritorio.registrados(100_00)
    ask(escritorio, [boleto.id], Comando.ALTERAR_VENCIMENTO)
    (retorno,) = escritorio.banco(escritorio.remessa())
    recusa = retorno.read_bytes().replace(b"\r\n", b"\n").split(b"\n")
    recusa[1] = recusa[1][:108] + b"16" + recusa[1][110:]  # Itaú, note 17: 16 instruções rejeitadas
    retorno.write_bytes(b"\r\n".join(recusa))
    assert escritorio.importar(retorno).contagens["rejeicoes"] == 1
    depois = escritorio.boleto(boleto.id)
    assert (depois.no_banco, depois.vencimento, depois.pedido) == (NoBanco.REGISTRADO, boleto.vencimento, None)
    assert "recusado pelo banco" in depois.no_banco_detalhe


def test_a_refused_discount_gives_the_old_charges_back(escritorio: Any) -> None:
    (boleto,) = escritorio.registrados(100_00, qual="237-400")
    ask(escritorio, [boleto.id], Comando.CONCEDER_ABATIMENTO)
    assert escritorio.boleto(boleto.id).abatimento == 10_00
    services = escritorio.services
    services.operacoes.apply(services.comandos.plan_retirar([boleto.id]))
    assert escritorio.boleto(boleto.id) == boleto.__class__(
        **{nome: getattr(boleto, nome) for nome in boleto.__slots__ if nome != "versao"}, versao=boleto.versao + 2
    )


def test_an_order_in_a_remessa_is_no_longer_taken_back_nor_another_given(escritorio: Any) -> None:
    (boleto,) = escritorio.registrados(100_00)
    ask(escritorio, [boleto.id], Comando.BAIXAR)
    escritorio.remessa()
    services = escritorio.services
    for plan in (
        services.comandos.plan_retirar([boleto.id]),
        services.comandos.plan([boleto.id], Comando.PROTESTAR),
    ):
        with pytest.raises(RefusedError):
            services.operacoes.apply(plan)


def test_only_what_fits_the_boleto_is_offered(escritorio: Any) -> None:
    novo, outro = escritorio.boletos(100_00, 50_00)
    assert escritorio.services.comandos.opcoes_de([novo.id]) == []
    plan = escritorio.services.comandos.plan([novo.id, outro.id], Comando.BAIXAR)
    assert [row.goes for row in plan.rows] == [False, False]
    assert "Ainda não foi ao banco" in plan.rows[0].efeito
    (registrado,) = escritorio.registrados(30_00)
    pede = {o.comando: o.pede for o in escritorio.services.comandos.opcoes_de([registrado.id])}
    assert Comando.CONCEDER_DESCONTO not in pede  # Itaú's CNAB 400 has no such movement
    assert pede[Comando.ALTERAR_VENCIMENTO] == ("vencimento",)


def test_the_bank_stops_collecting_once_it_confirms(escritorio: Any) -> None:
    (boleto,) = escritorio.registrados(100_00)
    ask(escritorio, [boleto.id], Comando.BAIXAR)
    (retorno,) = escritorio.banco(escritorio.remessa())
    escritorio.importar(retorno)
    depois = escritorio.boleto(boleto.id)
    assert (depois.no_banco, depois.situacao, depois.pedido) == (NoBanco.BAIXADO_NO_BANCO, Situacao.EM_ABERTO, None)


def test_an_order_is_undone_row_by_row(escritorio: Any) -> None:
    (boleto,) = escritorio.registrados(100_00, qual="104-240")
    antes = escritorio.rows()
    for comando in (Comando.ALTERAR_VENCIMENTO, Comando.CONCEDER_DESCONTO, Comando.ALTERAR_MULTA):
        feita = ask(escritorio, [boleto.id], comando)
        assert escritorio.rows() != antes
        operacoes = escritorio.services.operacoes
        operacoes.desfazer(operacoes.plan_desfazer(feita.id))
        assert escritorio.rows() == antes
    assert escritorio.boleto(boleto.id).encargos.desconto_tipo is TipoDesconto.SEM
