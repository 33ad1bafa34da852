"""Remessas against a real database: file and books together, or neither."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from finbank_desktop.domain.boletos import Boleto, BoletoItem, NoBanco
from finbank_desktop.domain.cadastros import Conta, Endereco, Pessoa
from finbank_desktop.domain.contas_receber import ContaReceber, Situacao
from finbank_desktop.domain.convenios import Convenio
from finbank_desktop.domain.listas import ListQuery
from finbank_desktop.domain.problems import OutsideError, RefusedError
from finbank_desktop.domain.remessas import SituacaoRemessa
from finbank_desktop.persistence.database import Database
from finbank_desktop.persistence.errors import MissingError
from finbank_desktop.services import arquivos
from finbank_desktop.services.jobs import CancelledError
from finbank_desktop.services.plans import StalePlanError
from finbank_desktop.services.remessas import RemessasService

AGORA = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
VENCIMENTO = date(2026, 12, 10)
ENDERECO = Endereco(
    logradouro="Rua das Flores", numero="10", bairro="Centro", cidade="Curitiba", uf="PR", cep="80010000"
)


class Books:
    """A database with one convênio at Itaú and one pagador."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.pasta = folder / "remessas"
        self.database = Database.open(str(folder / "livros.db"))
        self.service = RemessasService(self.database, usuario="Ana", agora=lambda: AGORA)
        with self.database.write() as uow:
            empresa = uow.empresas.get(1)
            uow.empresas.update(
                replace(empresa, razao_social="Empresa Exemplo Ltda", documento="11222333000181", endereco=ENDERECO)
            )
            conta = uow.contas.add(
                Conta(
                    empresa_id=1,
                    codigo="1",
                    descricao="Movimento",
                    banco="341",
                    agencia="0057",
                    conta="12345",
                    conta_dv="8",
                )
            )
            self.convenio = uow.convenios.add(
                Convenio(
                    empresa_id=1,
                    codigo="1",
                    descricao="Cobrança simples",
                    conta_id=conta.id,
                    banco="341",
                    formato="400",
                    carteira="109",
                    proxima_remessa=12,
                )
            )
        self.pessoa = self.add_pessoa()

    def add_pessoa(self, **campos: Any) -> Pessoa:
        padroes: dict[str, Any] = {
            "codigo": "1",
            "nome": "Cliente Exemplo Ltda",
            "documento": "52998224725",
            "endereco": ENDERECO,
        }
        with self.database.write() as uow:
            return uow.pessoas.add(Pessoa(empresa_id=1, **padroes | campos))

    def add(self, numero: int, valor: int = 1250_00, **campos: Any) -> Boleto:
        chave = f"{numero:08d}"
        padroes: dict[str, Any] = {"vencimento": VENCIMENTO, "pessoa_id": self.pessoa.id, "emissao": date(2026, 11, 20)}
        todos = padroes | campos
        with self.database.write() as uow:
            conta = uow.contas_receber.add(
                ContaReceber(
                    empresa_id=1,
                    codigo=f"CR-{chave}",
                    pessoa_id=todos["pessoa_id"],
                    documento=f"NF{numero}",
                    emissao=todos["emissao"],
                    vencimento=todos["vencimento"],
                    valor=valor,
                )
            )
            return uow.boletos.add(
                Boleto(
                    empresa_id=1,
                    convenio_id=todos.pop("convenio_id", self.convenio.id),
                    sequencial=numero,
                    numero_documento=f"NF{numero}",
                    nosso_numero=chave,
                    nosso_numero_dv="1",
                    nosso_numero_impresso=chave,
                    agencia_codigo_beneficiario="0057 / 12345-8",
                    carteira_impressa="109",
                    codigo_barras="",
                    linha_digitavel="",
                    valor=valor,
                    itens=(BoletoItem(conta_receber_id=conta.id, valor=valor),),
                    **todos,
                )
            )

    def boleto(self, row: int) -> Boleto:
        with self.database.read() as uow:
            return uow.boletos.get(row)

    def everything(self) -> dict[str, list[tuple[Any, ...]]]:
        """Return all rows of all tables."""
        with sqlite3.connect(self.folder / "livros.db") as connection:
            tables = [nome for (nome,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            found = {nome: connection.execute(f'SELECT * FROM "{nome}"').fetchall() for nome in tables}  # noqa: S608 - names from the database itself
        connection.close()
        return found

    def files(self) -> list[str]:
        return sorted(path.name for path in self.pasta.iterdir()) if self.pasta.is_dir() else []


@pytest.fixture
def books(tmp_path: Path) -> Iterator[Books]:
    made = Books(tmp_path)
    yield made
    made.database.close()


def test_the_plan_says_of_each_boleto_what_will_happen(books: Books) -> None:
    books.add(1)
    antes = books.everything()
    plan = books.service.plan(books.convenio.id)
    (row,) = plan.rows
    assert row.efeito == ("Registrar no Itaú Unibanco: R$ 1.250,00, vence em 10/12/2026, pagador Cliente Exemplo Ltda.")
    assert (plan.sequencia, plan.valor, row.goes, plan.has_findings) == (12, 1250_00, True, False)
    assert plan.conteudo
    assert books.everything() == antes
    assert books.files() == []


def test_applying_writes_the_file_and_marks_the_boletos(books: Books) -> None:
    um, outro = books.add(1), books.add(2, 10_00)
    plan = books.service.plan(books.convenio.id)
    feita = books.service.apply(plan, books.pasta)
    assert books.files() == [feita.arquivo] == [plan.arquivo]
    assert (books.pasta / feita.arquivo).read_bytes() == plan.conteudo == books.service.conteudo(feita.id)
    assert (feita.sequencia, feita.titulos, feita.valor, feita.usuario) == (12, 2, 1260_00, "Ana")
    for boleto in (um, outro):
        depois = books.boleto(boleto.id)
        assert (depois.no_banco, depois.no_banco_detalhe, depois.remessa_id) == (NoBanco.NA_REMESSA, "nº 12", feita.id)
        assert depois.situacao is Situacao.EM_ABERTO
    with books.database.read() as uow:
        assert uow.convenios.get(books.convenio.id).proxima_remessa == 13
        assert [evento.tipo for evento in uow.eventos.of_boleto(um.id)] == ["na_remessa"]
    lido = arquivos.read(books.pasta / feita.arquivo)
    assert [(o.nosso_numero_chave, o.valor_titulo) for o in lido.records] == [
        ("00000001", 1250_00),
        ("00000002", 10_00),
    ]


def test_what_was_sent_does_not_go_again(books: Books) -> None:
    books.add(1)
    books.service.apply(books.service.plan(books.convenio.id), books.pasta)
    plan = books.service.plan(books.convenio.id)
    assert (plan.rows, plan.sequencia) == ((), 13)
    with pytest.raises(RefusedError, match="Nenhum boleto"):
        books.service.apply(plan, books.pasta)


def test_a_refused_boleto_goes_only_when_it_is_named(books: Books) -> None:
    recusado = books.add(1, no_banco=NoBanco.RECUSADO, no_banco_detalhe="CEP inválido")
    assert books.service.plan(books.convenio.id).rows == ()
    (row,) = books.service.plan(books.convenio.id, [recusado.id]).rows
    assert row.goes


@pytest.mark.parametrize("situacao", [Situacao.CANCELADO, Situacao.BAIXADO, Situacao.INATIVO])
def test_what_is_not_owed_any_more_is_not_registered(books: Books, situacao: Situacao) -> None:
    boleto = books.add(1, situacao=situacao)
    assert books.service.plan(books.convenio.id).rows == ()
    (row,) = books.service.plan(books.convenio.id, [boleto.id]).rows
    assert not row.goes


@pytest.mark.parametrize(
    ("campos", "pessoa", "diz"),
    [
        ({"vencimento": date(2026, 11, 19)}, {}, "venceu em 19/11/2026"),
        ({"valor": 0}, {}, "R$ 0,00"),
        ({"no_banco": NoBanco.REGISTRADO}, {}, "Registrado"),
        ({}, {"endereco": Endereco(logradouro="Rua das Flores", cidade="Curitiba")}, "UF, CEP"),
        ({}, {"documento": ""}, "sem CPF ou CNPJ"),
        ({}, {"documento": "12ABC34501DE35", "nome": "Cliente Alfanumérico Ltda"}, "Cliente Alfanumérico Ltda"),
    ],
)
def test_a_boleto_at_fault_stays_out_by_name_and_the_others_go(
    books: Books, campos: dict[str, Any], pessoa: dict[str, Any], diz: str
) -> None:
    outra = books.add_pessoa(codigo="2", **pessoa) if pessoa else books.pessoa
    ruim = books.add(1, campos.pop("valor", 5_00), pessoa_id=outra.id, **campos)
    bom = books.add(2)
    plan = books.service.plan(books.convenio.id, [ruim.id, bom.id])
    assert [row.goes for row in plan.rows] == [False, True]
    assert diz in plan.rows[0].efeito
    assert plan.has_findings
    books.service.apply(plan, books.pasta)
    assert books.boleto(ruim.id).no_banco is ruim.no_banco
    assert books.boleto(bom.id).no_banco is NoBanco.NA_REMESSA


def test_a_boleto_of_another_convenio_stays_out(books: Books) -> None:
    with books.database.write() as uow:
        outro = uow.convenios.add(replace(books.convenio, codigo="2"))
    boleto = books.add(1, convenio_id=outro.id)
    (row,) = books.service.plan(books.convenio.id, [boleto.id]).rows
    assert "outro convênio" in row.efeito


def test_a_title_the_writer_refuses_stays_out_and_the_others_go(books: Books) -> None:
    ruim, bom = books.add(1), books.add(2)
    with books.database.write() as uow:
        ruim = uow.boletos.update(replace(ruim, nosso_numero="X2345678"))  # the field takes digits only
    plan = books.service.plan(books.convenio.id)
    assert [row.goes for row in plan.rows] == [False, True]
    assert "NF1" in plan.rows[0].efeito
    assert b"X2345678" not in plan.conteudo
    feita = books.service.apply(plan, books.pasta)
    assert (feita.titulos, books.boleto(bom.id).remessa_id) == (1, feita.id)


def test_an_empresa_whose_cnpj_has_letters_is_refused_not_stripped(books: Books) -> None:
    books.add(1)
    with books.database.write() as uow:
        uow.empresas.update(replace(uow.empresas.get(1), documento="12ABC34501DE35"))
    plan = books.service.plan(books.convenio.id)
    assert plan.conteudo == b""
    with pytest.raises(RefusedError, match="Empresa Exemplo Ltda"):
        books.service.apply(plan, books.pasta)
    assert books.files() == []


def test_an_inactive_convenio_sends_nothing(books: Books) -> None:
    books.add(1)
    with books.database.write() as uow:
        uow.convenios.update(replace(books.convenio, ativo=False))
    with pytest.raises(RefusedError, match="inativo"):
        books.service.apply(books.service.plan(books.convenio.id), books.pasta)


def test_a_convenio_that_is_not_complete_sends_nothing_and_says_what_is_missing(books: Books) -> None:
    books.add(1)
    with books.database.write() as uow:
        uow.convenios.update(replace(books.convenio, carteira=""))
    plan = books.service.plan(books.convenio.id)
    assert plan.conteudo == b""
    with pytest.raises(RefusedError, match="carteira"):
        books.service.apply(plan, books.pasta)
    assert books.files() == []


def test_a_convenio_of_a_bank_nobody_knows_is_refused(books: Books) -> None:
    with books.database.write() as uow:
        uow.convenios.update(replace(books.convenio, banco="999"))
    with pytest.raises(RefusedError, match="999"):
        books.service.plan(books.convenio.id)


def test_a_plan_that_no_longer_holds_writes_neither_books_nor_file(books: Books) -> None:
    boleto = books.add(1)
    plan = books.service.plan(books.convenio.id)
    with books.database.write() as uow:
        uow.boletos.update(replace(boleto, instrucoes=("outra janela",)))
    antes = books.everything()
    with pytest.raises(StalePlanError):
        books.service.apply(plan, books.pasta)
    assert books.everything() == antes
    assert books.files() == []


def test_two_plans_of_one_convenio_never_share_a_number(books: Books) -> None:
    um = books.add(1)
    outro = books.add(2)
    planos = [books.service.plan(books.convenio.id, [boleto.id]) for boleto in (um, outro)]
    books.service.apply(planos[0], books.pasta)
    with pytest.raises(StalePlanError):
        books.service.apply(planos[1], books.pasta)
    assert books.service.plan(books.convenio.id, [outro.id]).sequencia == 13


class Impatient:
    """A watcher that cancels at the report of a given number."""

    def __init__(self, at: int) -> None:
        self.left = at

    def report(self, done: int, total: int, text: str) -> None:
        assert 0 <= done <= total
        assert text
        self.left -= 1
        if self.left < 0:
            raise CancelledError


@pytest.mark.parametrize("at", range(2))
def test_cancelling_leaves_neither_books_nor_file(books: Books, at: int) -> None:
    books.add(1)
    plan = books.service.plan(books.convenio.id)
    antes = books.everything()
    with pytest.raises(CancelledError):
        books.service.apply(plan, books.pasta, Impatient(at))
    assert books.everything() == antes
    assert books.files() == []


def test_another_file_is_never_replaced_and_the_user_is_told(books: Books) -> None:
    books.add(1)
    plan = books.service.plan(books.convenio.id)
    assert books.service.check_pasta(plan, books.pasta) == []
    books.pasta.mkdir()
    (books.pasta / plan.arquivo).write_bytes(b"de outra pessoa")
    (problem,) = books.service.check_pasta(plan, books.pasta)
    feita = books.service.apply(plan, books.pasta)
    assert feita.arquivo != plan.arquivo
    assert feita.arquivo in problem.message
    assert (books.pasta / plan.arquivo).read_bytes() == b"de outra pessoa"
    assert (books.pasta / feita.arquivo).read_bytes() == plan.conteudo


def test_a_folder_that_cannot_be_written_to_changes_nothing(books: Books) -> None:
    books.add(1)
    plan = books.service.plan(books.convenio.id)
    (books.folder / "arquivo").write_bytes(b"")
    antes = books.everything()
    with pytest.raises(OutsideError):
        books.service.apply(plan, books.folder / "arquivo")
    assert books.everything() == antes


def test_books_that_cannot_be_kept_take_the_file_away_again(books: Books, monkeypatch: pytest.MonkeyPatch) -> None:
    books.add(1)
    plan = books.service.plan(books.convenio.id)

    def fail(*_: object) -> None:
        raise sqlite3.OperationalError("disk I/O error")

    monkeypatch.setattr("finbank_desktop.persistence.repositories.eventos.EventoRepository.add_all", fail)
    antes = books.everything()
    with pytest.raises(OutsideError):
        books.service.apply(plan, books.pasta)
    assert books.everything() == antes
    assert books.files() == []


def test_the_file_can_be_saved_again_beside_the_first(books: Books) -> None:
    books.add(1)
    feita = books.service.apply(books.service.plan(books.convenio.id), books.pasta)
    outro = books.service.save_again(feita.id, books.pasta)
    assert outro.name != feita.arquivo
    assert outro.read_bytes() == books.service.conteudo(feita.id)
    with pytest.raises(MissingError):
        books.service.conteudo(99)


def test_made_is_not_sent_until_somebody_says_so(books: Books) -> None:
    boleto = books.add(1)
    feita = books.service.apply(books.service.plan(books.convenio.id), books.pasta)
    assert feita.situacao is SituacaoRemessa.GERADA
    enviada = books.service.mark_enviada(feita.id)
    assert (enviada.situacao, enviada.enviada_em) == (SituacaoRemessa.ENVIADA, date(2026, 11, 20))
    depois = books.boleto(boleto.id)
    assert (depois.no_banco, depois.no_banco_detalhe) == (NoBanco.ENVIADO, "nº 12")
    assert books.service.mark_enviada(feita.id) == enviada
    assert books.boleto(boleto.id) == depois


def test_remessas_are_listed_and_shown_with_their_titles(books: Books) -> None:
    boleto = books.add(1)
    feita = books.service.apply(books.service.plan(books.convenio.id), books.pasta)
    (linha,) = books.service.list(ListQuery()).linhas
    assert {coluna.chave for coluna in books.service.COLUNAS} <= set(linha)
    assert (linha["sequencia"], linha["arquivo"], linha["valor"]) == (12, feita.arquivo, 1250_00)
    detalhe = books.service.get(feita.id)
    assert detalhe.convenio == "Cobrança simples"
    assert [b.id for b in detalhe.boletos] == [boleto.id]
    assert detalhe.pagadores == {boleto.id: "Cliente Exemplo Ltda"}
    assert [(item.ordem, item.comando) for item in detalhe.itens] == [(1, "01")]
