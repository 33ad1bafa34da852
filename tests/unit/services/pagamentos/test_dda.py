"""DDA: a file is written here position by position, as FEBRABAN's table of segment G has them, and imported."""

from datetime import date
from pathlib import Path

import pytest

from finbank_desktop.cnab.records import read_file
from finbank_desktop.domain import codigo_barras
from finbank_desktop.domain.cadastros import Pessoa
from finbank_desktop.domain.pagamentos import FormaPagamento, SituacaoPagamento
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.services.pagamentos.acoes import Acao
from finbank_desktop.services.pagamentos.dda_model import AbaDda
from tests.unit.services.pagamentos.conftest import Pagadoria

CNPJ = "11222333000181"
FORNECEDOR = "45723174000110"
VENCE = date(2026, 12, 10)


def put(*places: tuple[int, str]) -> str:
    """Return 240 positions with each text beginning at its position, from 1."""
    line = [" "] * 240
    for start, text in places:
        line[start - 1 : start - 1 + len(text)] = text
    assert len(line) == 240
    return "".join(line)


def barras(valor: int, numero: int = 1, vence: date = VENCE) -> str:
    return codigo_barras.build(banco="237", vencimento=vence, valor=valor, campo_livre=f"{numero:025d}").digitos


def segment_g(
    seq: int,
    valor: int,
    *,
    numero: int = 1,
    movimento: str = "01",
    codigo: str | None = None,
    vence: date = VENCE,
    documento: str = FORNECEDOR,
) -> str:
    return put(
        (1, "34100013"),
        (9, f"{seq:05d}G"),
        (16, movimento),
        (18, codigo or barras(valor, numero, vence)),
        (62, "2"),
        (63, documento.zfill(15)),
        (78, "PAPELARIA INVENTADA LTDA"),
        (108, f"{vence:%d%m%Y}"),
        (116, f"{valor:015d}"),
        (131, "0" * 15),
        (146, "09"),
        (148, f"NF{numero}"),
        (163, "00000"),
        (179, "1"),
        (180, "02"),
        (182, "01112026"),
        (190, "0" * 15),
        (205, "0"),
        (206, "0" * 8),
        (214, "0" * 15),
        (229, "000"),
        (232, "0" * 8),
    )


def dda_file(folder: Path, *details: str, nome: str = "DDA.RET", nsa: int = 1, cnpj: str = CNPJ, soma: int = 0) -> Path:
    header = put(
        (1, "34100000"),
        (18, "2"),
        (19, cnpj),
        (53, "000000"),
        (59, "0" * 12),
        (73, "PAPELARIA EXEMPLO LTDA"),
        (103, "BANCO ITAU"),
        (143, "220112026"),
        (152, "101500"),
        (158, f"{nsa:06d}"),
        (164, "103"),
        (167, "00000"),
    )
    lote = put((1, "34100011"), (9, "T"), (10, "03"), (14, "030"), (18, "2"), (19, cnpj.zfill(15)), (54, "00000"))
    lote = lote[:59] + "0" * 12 + lote[71:]
    end = put((1, "34100015"), (18, f"{len(details) + 2:06d}"), (24, f"{soma:018d}"), (42, "0" * 18))
    trailer = put((1, "34199999"), (18, "000001"), (24, f"{len(details) + 4:06d}"), (30, "000000"))
    path = folder / nome
    path.write_bytes("\r\n".join([header, lote, *details, end, trailer, ""]).encode("latin-1"))
    return path


def test_the_file_is_read_as_dda(tmp_path: Path) -> None:
    arquivo = read_file(dda_file(tmp_path, segment_g(1, 100_00), segment_g(2, 250_50, numero=2), soma=350_50))
    assert (arquivo.cabecalho.kind, arquivo.cabecalho.product) == ("retorno", "dda")
    assert arquivo.cabecalho.empresa_documento == CNPJ
    assert (arquivo.totais.titles, arquivo.totais.valor_titulo) == (2, 350_50)
    first = arquivo.records[0]
    assert (first.nosso_numero, first.seu_numero) == (barras(100_00), "NF1")
    assert (first.vencimento, first.favorecido_documento) == (VENCE, FORNECEDOR)
    assert first.favorecido == "PAPELARIA INVENTADA LTDA"
    assert arquivo.segments == {"G": 2}
    assert [problem.message for problem in arquivo.problems if problem.is_error] == []


def test_what_is_missing_is_made_and_undone_without_a_trace(pagadoria: Pagadoria) -> None:
    antes = pagadoria.rows()
    path = dda_file(pagadoria.folder, segment_g(1, 100_00), segment_g(2, 250_50, numero=2), soma=350_50)
    plan = pagadoria.services.dda.plan(path)
    assert plan.tabs == {"casados": 0, "novos": 2, "conferir": 0, "ja_processados": 0, "ignorados": 0}
    importacao = pagadoria.services.dda.apply(plan)
    contas = pagadoria.services.contas_pagar.list().linhas
    assert [(c["favorecido"], c["valor"], c["vencimento"], c["situacao"]) for c in contas] == [
        ("PAPELARIA INVENTADA LTDA", 100_00, VENCE, SituacaoPagamento.EM_ABERTO),
        ("PAPELARIA INVENTADA LTDA", 250_50, VENCE, SituacaoPagamento.EM_ABERTO),
    ]
    assert {c["favorecido_documento"] for c in contas} == {FORNECEDOR}
    assert pagadoria.services.dda.list().total == 2
    again = pagadoria.services.dda.plan(path)
    assert (again.ja_importado_id, again.tabs["ja_processados"]) == (importacao.id, 2)
    pagadoria.desfazer(importacao)
    assert pagadoria.rows() == antes
    assert pagadoria.services.dda.plan(path).tabs["novos"] == 2


def test_a_boleto_already_entered_is_matched(pagadoria: Pagadoria) -> None:
    com_codigo = pagadoria.conta_pagar(
        100_00, forma=FormaPagamento.BOLETO, codigo_barras=barras(100_00), vencimento=VENCE
    )
    with pagadoria.services.database.write() as uow:
        filial = uow.pessoas.add(
            Pessoa(empresa_id=1, codigo="F2", nome="Papelaria Inventada", documento="45723174000200")
        )
    sem_codigo = pagadoria.conta_pagar(250_50, forma=None, vencimento=VENCE, pessoa_id=filial.id)
    path = dda_file(pagadoria.folder, segment_g(1, 100_00), segment_g(2, 250_50, numero=2), soma=350_50)
    plan = pagadoria.services.dda.plan(path)
    assert [row.aba for row in plan.rows] == [AbaDda.CASADOS, AbaDda.CASADOS]
    assert [row.conta and row.conta.id for row in plan.rows] == [com_codigo.id, sem_codigo.id]
    importacao = pagadoria.services.dda.apply(plan)
    completa = pagadoria.agora(sem_codigo)
    assert (completa.codigo_barras, completa.forma) == (barras(250_50, 2), FormaPagamento.BOLETO)
    pagadoria.desfazer(importacao)
    assert pagadoria.agora(sem_codigo).codigo_barras == ""


def test_what_looks_alike_is_left_to_a_person(pagadoria: Pagadoria) -> None:
    with pagadoria.services.database.write() as uow:
        quem = uow.pessoas.add(Pessoa(empresa_id=1, codigo="F2", nome="Papelaria", documento=FORNECEDOR))
    for _ in range(2):
        pagadoria.conta_pagar(100_00, forma=None, vencimento=VENCE, pessoa_id=quem.id)
    bad = barras(70_00)[:-1] + "9"
    path = dda_file(
        pagadoria.folder,
        segment_g(1, 100_00),
        segment_g(2, 70_00, codigo=bad),
        segment_g(3, 90_00, numero=3, movimento="02"),
        soma=260_00,
    )
    plan = pagadoria.services.dda.plan(path)
    assert [row.aba for row in plan.rows] == [AbaDda.CONFERIR, AbaDda.CONFERIR, AbaDda.IGNORADOS]
    assert "Pode ser qualquer uma" in plan.rows[0].efeito
    assert "código de barras não serve" in plan.rows[1].efeito


def test_what_dda_made_and_was_approved_stays(pagadoria: Pagadoria) -> None:
    importacao = pagadoria.services.dda.apply(
        pagadoria.services.dda.plan(dda_file(pagadoria.folder, segment_g(1, 100_00), soma=100_00))
    )
    conta = pagadoria.services.contas_pagar.get(pagadoria.services.contas_pagar.list().linhas[0]["id"])
    pagadoria.fazer(Acao.APROVAR, conta)
    plan = pagadoria.services.retornos_pagamento.plan_desfazer(importacao.id)
    assert [each.why.split(":")[0] for each in plan.refused] == [f"a conta a pagar {conta.codigo} mudou depois"]
    remessa = pagadoria.remessa()
    for retorno in pagadoria.banco_responde(remessa):
        pagadoria.importar(retorno)
    assert pagadoria.agora(conta).situacao is SituacaoPagamento.PAGO


def test_a_file_of_another_company_is_refused(pagadoria: Pagadoria) -> None:
    path = dda_file(pagadoria.folder, segment_g(1, 100_00), cnpj=FORNECEDOR, soma=100_00)
    with pytest.raises(RefusedError, match="outra conta ou empresa"):
        pagadoria.services.dda.plan(path)
    with pytest.raises(RefusedError, match="retorno de DDA"):
        pagadoria.plano(path)


def test_a_changed_boleto_is_shown_and_a_cut_file_refused(pagadoria: Pagadoria) -> None:
    codigo = barras(100_00)
    first = dda_file(pagadoria.folder, segment_g(1, 100_00), soma=100_00)
    pagadoria.services.dda.apply(pagadoria.services.dda.plan(first))
    later = dda_file(pagadoria.folder, segment_g(1, 120_00, codigo=codigo), nome="DDA2.RET", nsa=2, soma=120_00)
    (row,) = pagadoria.services.dda.plan(later).rows
    assert row.aba is AbaDda.CONFERIR
    assert "mudou o valor" in row.efeito
    later.write_bytes(b"\r\n".join(later.read_bytes().split(b"\r\n")[:3]) + b"\r\n")
    with pytest.raises(RefusedError, match="cortado"):
        pagadoria.services.dda.plan(later)
