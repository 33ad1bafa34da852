"""Printing from the books: files by customer, passwords, what is asked first, Pix, and the second copy."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from finbank_desktop.domain import pix
from finbank_desktop.domain.boletos import Boleto, NoBanco
from finbank_desktop.domain.cadastros import Endereco, Pessoa
from finbank_desktop.domain.comandos import Comando
from finbank_desktop.domain.encargos import Encargos, TipoJuros, TipoMulta
from finbank_desktop.domain.ocorrencias import Efeito, Ocorrencia
from finbank_desktop.domain.problems import OutsideError, RefusedError
from finbank_desktop.services import boletos_texto, impressao_nomes, pedidos, retorno_no_banco
from finbank_desktop.services.impressao import PedidoImpressao
from finbank_desktop.services.retorno_model import PlanRow, Tab

CHAVE = "cobranca@exemplo.com.br"
# Banco Central, Manual de Padrões para Iniciação do Pix 2.3.0, 1.5.4
DO_BANCO = (
    "00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR5913Fulano de Tal"
    "6008BRASILIA62070503***63041D3D"
)


def text_of(path: Path, senha: str | None = None) -> str:
    with pypdfium2.PdfDocument(path, password=senha) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def change(escritorio: Any, boleto: Boleto, **campos: Any) -> Boleto:
    with escritorio.services.database.write() as uow:
        return uow.boletos.update(replace(boleto, **campos))


def change_convenio(escritorio: Any, **campos: Any) -> None:
    with escritorio.services.database.write() as uow:
        escritorio.convenios["341-400"] = uow.convenios.update(replace(escritorio.convenio(), **campos))


def change_empresa(escritorio: Any, **campos: Any) -> None:
    with escritorio.services.database.write() as uow:
        uow.empresas.update(replace(uow.empresas.get(1), **campos))


def test_the_bank_not_knowing_a_boleto_is_asked_about(escritorio: Any) -> None:
    novos = escritorio.boletos(100_00, 200_00)
    ids = [boleto.id for boleto in novos]
    assert "2 de 2 boletos não podem ser entregues" in escritorio.services.impressao.ask(ids).texto
    assert "Imprimir mesmo assim?" in escritorio.services.impressao.ask(ids[:1]).texto
    for boleto in novos:
        change(escritorio, boleto, no_banco=NoBanco.REGISTRADO)
    assert escritorio.services.impressao.ask(ids).texto == ""
    assert escritorio.services.impressao.ask(ids).avisos == ()


def test_one_file_per_customer_with_the_name_of_the_rule(escritorio: Any, tmp_path: Path) -> None:
    pasta = tmp_path / "pdf"
    pasta.mkdir()
    boletos = escritorio.boletos(100_00, 200_00)
    with escritorio.services.database.write() as uow:
        outra = uow.pessoas.add(
            Pessoa(empresa_id=1, codigo="2", nome='Bar "Zé": Lda / A*', documento="11222333000181", endereco=Endereco())
        )
    terceiro = change(escritorio, escritorio.boletos(300_00)[0], pessoa_id=outra.id)
    ids = [boletos[0].id, terceiro.id, boletos[1].id]
    pedido = PedidoImpressao(separar="cliente", nome="{cliente}-{vencimento}", senha="{documento5}")
    feitos = escritorio.services.impressao.render_many(ids, pasta, pedido)
    vence = f"{boletos[0].vencimento:%Y-%m-%d}"
    assert [(Path(f.file).name, f.boletos) for f in feitos] == [
        (f"Cliente Exemplo Ltda-{vence}.pdf", 2),
        (f"Bar _Zé_ Lda _ A_-{vence}.pdf", 1),
    ]
    assert "R$ 300,00" in text_of(Path(feitos[1].file), "11222")
    each = escritorio.services.impressao.render_many(ids, pasta, PedidoImpressao(separar="boleto", nome="{cliente}"))
    assert [Path(f.file).name for f in each][2] == "Cliente Exemplo Ltda-2.pdf"


@pytest.mark.parametrize(
    ("campos", "sentence"),
    [
        ({"modelo": "papiro"}, "Não há o modelo “papiro”; use: recibo, moderno, carne, livro"),
        ({"separar": "dia"}, "por cliente ou por boleto"),
        ({"separar": "cliente", "nome": "{nome}"}, "Não há a marca {nome}; use: {cliente}"),
        ({"separar": "cliente", "senha": "{cep}"}, "Não há a marca {cep}"),
        ({"separar": "cliente", "senha": "ção"}, "sem acento"),
        ({"separar": "cliente", "senha": "x" * 33}, "até 32"),
    ],
)
def test_a_wrong_wish_is_refused_before_any_file(
    escritorio: Any, tmp_path: Path, campos: dict[str, str], sentence: str
) -> None:
    pasta = tmp_path / "pdf"
    pasta.mkdir()
    (boleto,) = escritorio.boletos(100_00)
    with pytest.raises(RefusedError) as refused:
        escritorio.services.impressao.render_many([boleto.id], pasta, PedidoImpressao(**campos))
    assert sentence in refused.value.message
    assert list(pasta.iterdir()) == []


def test_a_missing_folder_and_a_password_of_several_customers_are_refused(escritorio: Any, tmp_path: Path) -> None:
    (boleto,) = escritorio.boletos(100_00)
    with pytest.raises(OutsideError, match="Não há a pasta"):
        escritorio.services.impressao.render_many([boleto.id], tmp_path / "nenhuma", PedidoImpressao(separar="boleto"))
    with escritorio.services.database.write() as uow:
        outra = uow.pessoas.add(Pessoa(empresa_id=1, codigo="2", nome="Outra", documento="11222333000181"))
    outro = change(escritorio, escritorio.boletos(300_00)[0], pessoa_id=outra.id)
    with pytest.raises(RefusedError, match="muda de cliente para cliente"):
        escritorio.services.impressao.render(
            [boleto.id, outro.id], tmp_path / "a.pdf", PedidoImpressao(senha="{documento5}")
        )


@pytest.mark.parametrize(
    ("nome", "feito"),
    [
        ("AUX", "_AUX"), ("nul.pdf", "_nul.pdf"), ("COM1", "_COM1"), ("Comércio", "Comércio"), ("a\tb\x00c", "a_b_c"),
        ("fim...", "fim"), ("..\\..\\x", "_.._x"), ("", "boleto"), ("é" * 300, "é" * 120),
    ],
)  # fmt: skip
def test_names_fit_windows(nome: str, feito: str) -> None:
    assert impressao_nomes.safe(nome) == feito


def test_messages_colour_and_logo_reach_the_paper(escritorio: Any, tmp_path: Path) -> None:
    escritorio.convenio()
    change_convenio(escritorio, mensagens=("Obrigado pela preferência",))
    change_empresa(escritorio, cor="#1F4E79", logo=str(tmp_path / "nenhum.png"))
    (conta,) = escritorio.contas_receber(100_00, mensagem="Traga este boleto")
    plan = escritorio.services.boletos.plan_emissao([conta.id], convenio_id=escritorio.convenio().id)
    (boleto,) = escritorio.services.boletos.apply(plan)
    for modelo in ("recibo", "moderno", "carne", "livro"):
        saida = tmp_path / f"{modelo}.pdf"
        feito = escritorio.services.impressao.render([boleto.id], saida, PedidoImpressao(modelo=modelo))
        assert "Traga este boleto" in text_of(saida)
        assert "Obrigado pela preferência" in text_of(saida)
        assert [problem.field for problem in feito.problems] == ["logo"]
        assert [aviso.field for aviso in feito.avisos] == ["no_banco"]


def test_the_banks_pix_comes_first_and_the_own_key_is_labelled(escritorio: Any, tmp_path: Path) -> None:
    escritorio.convenio()
    change_convenio(escritorio, pix_chave=CHAVE)
    (boleto,) = escritorio.boletos(123_45)
    saida = tmp_path / "a.pdf"
    assert [p.field for p in escritorio.services.impressao.render([boleto.id], saida).problems] == ["pix"]  # no town
    assert "Pix" not in text_of(saida)
    change_empresa(escritorio, endereco=Endereco(cidade="São Luís", uf="MA"))
    assert escritorio.services.impressao.render([boleto.id], saida).problems == ()
    assert "não dá baixa automática" in " ".join(text_of(saida).split())
    boleto = change(escritorio, boleto, pix=DO_BANCO)
    assert escritorio.services.impressao.render([boleto.id], saida).problems == ()
    assert "Pague com Pix" in text_of(saida)
    assert "não dá baixa automática" not in " ".join(text_of(saida).split())


@pytest.mark.parametrize(
    ("payload", "sentence"),
    [
        (DO_BANCO[:-1] + "E", "o CRC não confere"),
        (pix.static(chave=CHAVE, nome="X", cidade="Y", valor=100), "o código é de R$ 1,00 e o boleto é de R$ 123,45"),
    ],
)
def test_a_pix_that_does_not_fit_is_not_printed_and_says_why(
    escritorio: Any, tmp_path: Path, payload: str, sentence: str
) -> None:
    escritorio.convenio()
    change_convenio(escritorio, pix_chave=CHAVE)
    boleto = change(escritorio, escritorio.boletos(123_45)[0], pix=payload)
    (problem,) = escritorio.services.impressao.render([boleto.id], tmp_path / "a.pdf").problems
    assert sentence in problem.message
    assert "Pix" not in text_of(tmp_path / "a.pdf")


def test_a_confirmed_title_keeps_the_code_the_bank_gave(escritorio: Any) -> None:
    (boleto,) = escritorio.boletos(123_45)
    row = PlanRow(tab=Tab.CONFERIR, line=2, convenio_id=1, nosso_numero="", ocorrencia="02", texto="", identidade="")
    o = Ocorrencia(
        line=2, nosso_numero="", nosso_numero_chave="", codigo="02", texto="", efeito=Efeito.CONFIRMA, pix=DO_BANCO
    )
    depois = retorno_no_banco.confirm(o, boleto, row).depois
    assert depois is not None
    assert (depois.pix, depois.no_banco) == (DO_BANCO, NoBanco.REGISTRADO)
    later = retorno_no_banco.confirm(o, replace(depois, pix=""), row).depois
    assert later is not None
    assert later.pix == DO_BANCO
    address = replace(o, pix="pix.example.com/qr/v2/1234")
    again = retorno_no_banco.confirm(address, boleto, row).depois
    assert again is not None
    assert again.pix == ""


ENCARGOS = Encargos(juros_tipo=TipoJuros.TAXA_MENSAL, juros=100, multa_tipo=TipoMulta.PERCENTUAL, multa=200)


def overdue(**campos: Any) -> Boleto:
    fields: dict[str, Any] = {
        "empresa_id": 1, "convenio_id": 1, "pessoa_id": 1, "sequencial": 1, "numero_documento": "NF 1",
        "nosso_numero": "1", "nosso_numero_impresso": "1", "agencia_codigo_beneficiario": "1", "codigo_barras": "",
        "linha_digitavel": "", "emissao": date(2026, 11, 1), "vencimento": date(2026, 11, 14), "valor": 300_00,
        "no_banco": NoBanco.REGISTRADO, "encargos": ENCARGOS,
    }  # fmt: skip
    return Boleto(**(fields | campos))


def test_what_it_costs_today_counts_from_the_due_date_but_not_over_a_weekend() -> None:
    # due on Saturday, 14/11/2026: Monday is still in time; on Tuesday three days late.
    # 2 % of R$ 300,00 is R$ 6,00; 1 % a month is R$ 0,10 a day
    assert boletos_texto.valor_hoje(overdue(), date(2026, 11, 13)) is None
    assert boletos_texto.valor_hoje(overdue(), date(2026, 11, 16)) is None
    assert boletos_texto.valor_hoje(overdue(), date(2026, 11, 17)) == 300_00 + 6_00 + 3 * 10
    assert boletos_texto.valor_hoje(overdue(no_banco=NoBanco.NAO_ENVIADO), date(2026, 11, 17)) is None


def test_the_second_copy_shows_what_the_bank_knows(escritorio: Any, tmp_path: Path) -> None:
    boleto = change(escritorio, escritorio.boletos(100_00)[0], no_banco=NoBanco.REGISTRADO)
    novo = boleto.vencimento + timedelta(days=30)
    pedido = pedidos.ask(boleto, Comando.ALTERAR_VENCIMENTO, "Alterar vencimento", {"vencimento": novo})
    pendente = change(escritorio, boleto, **{c: getattr(pedido, c) for c in ("vencimento", "no_banco", "pedido")})
    saida = tmp_path / "a.pdf"
    feito = escritorio.services.impressao.render([pendente.id], saida)
    assert f"{boleto.vencimento:%d/%m/%Y}" in text_of(saida)
    assert f"{novo:%d/%m/%Y}" not in text_of(saida)
    assert "ainda não confirmou" in feito.avisos[0].message
    confirmado = change(escritorio, pendente, pedido=None, no_banco=NoBanco.REGISTRADO)
    escritorio.services.impressao.render([confirmado.id], saida)
    assert f"{novo:%d/%m/%Y}" in text_of(saida)
