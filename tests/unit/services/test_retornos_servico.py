"""Retornos against a real database: what is previewed is what is saved, once."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from finbank_desktop.domain.boletos import Boleto, BoletoItem, NoBanco
from finbank_desktop.domain.cadastros import Conta, Pessoa
from finbank_desktop.domain.contas_receber import ContaReceber, Situacao
from finbank_desktop.domain.convenios import Convenio
from finbank_desktop.domain.listas import ListQuery
from finbank_desktop.domain.problems import OutsideError, RefusedError
from finbank_desktop.layouts import loader
from finbank_desktop.layouts.writer import write
from finbank_desktop.persistence.database import Database
from finbank_desktop.services import arquivos
from finbank_desktop.services.importacoes import ImportacoesService
from finbank_desktop.services.jobs import CancelledError
from finbank_desktop.services.plans import StalePlanError
from finbank_desktop.services.retornos import RetornosService

AGORA = datetime(2026, 12, 14, 9, 30, tzinfo=UTC)
DIA = date(2026, 12, 10)
ZERO = {"baixas", "confirmacoes", "rejeicoes", "tarifas", "nao_localizados", "a_devolver", "conferir", "ja_processados"}


class Books:
    """A database with one convênio, and what a test asks of it."""

    def __init__(self, folder: Path, **convenio: Any) -> None:
        self.folder = folder
        self.database = Database.open(str(folder / "livros.db"))
        self.service = RetornosService(self.database, usuario="Ana", agora=lambda: AGORA)
        campos: dict[str, Any] = {"banco": "341", "formato": "400", "agencia": "0057", "conta": "12345"} | convenio
        with self.database.write() as uow:
            conta = uow.contas.add(
                Conta(
                    empresa_id=1,
                    codigo="1",
                    descricao="Movimento",
                    banco=campos["banco"],
                    agencia=campos.pop("agencia"),
                    conta=campos.pop("conta"),
                )
            )
            padroes = {"codigo": "1", "descricao": "Cobrança simples", "carteira": "109"}
            self.convenio = uow.convenios.add(Convenio(empresa_id=1, conta_id=conta.id, **padroes | campos))
            self.pessoa = uow.pessoas.add(
                Pessoa(empresa_id=1, codigo="1", nome="Cliente Exemplo Ltda", documento="11222333000181")
            )

    def add_boletos(self, *titulos: tuple[str, int], vencimento: date = DIA, **campos: Any) -> list[Boleto]:
        """Add one boleto per nosso número and amount, each with one conta a receber."""
        with self.database.write() as uow:
            contas = uow.contas_receber.add_many(
                [
                    ContaReceber(
                        empresa_id=1,
                        codigo=f"CR-{numero}",
                        pessoa_id=self.pessoa.id,
                        documento=numero[-10:],
                        emissao=DIA,
                        vencimento=vencimento,
                        valor=valor,
                    )
                    for numero, valor in titulos
                ]
            )
            return uow.boletos.add_many(
                [
                    Boleto(
                        empresa_id=1,
                        convenio_id=self.convenio.id,
                        pessoa_id=self.pessoa.id,
                        sequencial=int(numero),
                        numero_documento=numero[-10:],
                        nosso_numero=numero,
                        nosso_numero_impresso=numero,
                        agencia_codigo_beneficiario="",
                        codigo_barras="",
                        linha_digitavel="",
                        emissao=DIA,
                        vencimento=vencimento,
                        valor=valor,
                        itens=(BoletoItem(conta_receber_id=conta.id, valor=valor),),
                        **{"no_banco": NoBanco.NA_REMESSA} | campos,
                    )
                    for (numero, valor), conta in zip(titulos, contas, strict=True)
                ]
            )

    def file(self, *linhas: dict[str, Any], numero: int = 87, nome: str = "CN1412.RET", conta: int = 12345) -> Path:
        """Write a retorno of Itaú's CNAB 400."""
        path = self.folder / nome
        path.write_bytes(itau(linhas, numero=numero, conta=conta))
        return path

    def boleto(self, row: int) -> Boleto:
        with self.database.read() as uow:
            return uow.boletos.get(row)

    def table_rows(self, *tables: str) -> dict[tuple[str, int], dict[str, Any]]:
        """Return the rows of *tables* by table and id, each by column."""
        with sqlite3.connect(self.folder / "livros.db") as connection:
            connection.row_factory = sqlite3.Row
            found = [(nome, dict(row)) for nome in tables for row in connection.execute(f"SELECT * FROM {nome}")]  # noqa: S608 - names from the tests
        connection.close()
        return {(nome, row["id"]): row for nome, row in found}

    def everything(self) -> dict[str, list[tuple[Any, ...]]]:
        """Return all rows of all tables."""
        with sqlite3.connect(self.folder / "livros.db") as connection:
            tables = [nome for (nome,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            found = {nome: connection.execute(f'SELECT * FROM "{nome}"').fetchall() for nome in tables}  # noqa: S608 - names from the database itself
        connection.close()
        return found


def itau(linhas: Sequence[dict[str, Any]], *, numero: int = 87, conta: int = 12345) -> bytes:
    registros: list[tuple[str, dict[str, Any]]] = [
        ("header", {"data_geracao": date(2026, 12, 11), "sequencial_retorno": numero})
    ]
    registros += [("detalhe", {"data_ocorrencia": DIA, "carteira_numero": 109} | linha) for linha in linhas]
    registros += [("trailer", {"qtd_detalhes": len(linhas)})]
    quem = {"agencia": 57, "conta": conta}
    escrita = write(
        loader.load("341-itau/cobranca_400_retorno"),
        [
            (nome, valores | (quem if nome != "trailer" else {}) | {"sequencial": n})
            for n, (nome, valores) in enumerate(registros, start=1)
        ],
    )
    assert escrita.data, escrita.problems
    return escrita.data


def paid(numero: int, valor: int, tarifa: int = 0, **campos: Any) -> dict[str, Any]:
    """Itaú gives the amount credited, its fee already taken off."""
    return {
        "nosso_numero": numero,
        "ocorrencia": 6,
        "valor_titulo": valor,
        "valor_lancado": valor - tarifa,
        "valor_tarifa": tarifa,
        "data_credito": date(2026, 12, 11),
    } | campos


@pytest.fixture
def books(tmp_path: Path) -> Iterator[Books]:
    made = Books(tmp_path)
    yield made
    made.database.close()


def test_a_payment_settles_boleto_and_conta_and_leaves_its_traces(books: Books) -> None:
    (boleto,) = books.add_boletos(("00000001", 1250_00))
    plan = books.service.plan(books.file(paid(1, 1250_00, tarifa=1_90)))
    assert plan.tabs == dict.fromkeys(ZERO, 0) | {"ignorados": 0, "baixas": 1}
    assert plan.somas == {"arquivo": 1250_00, "gravar": 1250_00, "tarifas": 1_90}
    assert "nº 87" in plan.convenio_descricao
    assert "Itaú Unibanco CNAB 400" in plan.convenio_descricao
    importacao = books.service.apply(plan)
    depois = books.boleto(boleto.id)
    assert (depois.situacao, depois.valor_pago, depois.data_pagamento) == (Situacao.BAIXADO, 1250_00, DIA)
    with books.database.read() as uow:
        (conta,) = uow.contas_receber.get_many([boleto.itens[0].conta_receber_id]).values()
        (baixa,) = uow.baixas.of_importacao(importacao.id)
        (tarifa,) = uow.tarifas.of_importacao(importacao.id)
        (evento,) = uow.eventos.of_boleto(boleto.id)
    assert (conta.saldo, conta.situacao) == (0, Situacao.BAIXADO)
    assert (baixa.valor, baixa.valor_pago, baixa.linha, baixa.data_credito) == (1250_00, 1250_00, 2, date(2026, 12, 11))
    assert (tarifa.valor, tarifa.boleto_id) == (1_90, boleto.id)
    assert (evento.tipo, evento.linha, evento.importacao_id) == ("liquidado", 2, importacao.id)
    assert "CN1412.RET" in evento.texto


def test_the_import_keeps_what_it_changed_as_it_was(books: Books) -> None:
    books.add_boletos(("00000001", 1250_00), ("00000002", 10_00), ("00000003", 10_00))
    antes = books.table_rows("boletos", "contas_receber")
    recusa = {"nosso_numero": 2, "ocorrencia": 3, "erros": "16"}
    importacao = books.service.apply(books.service.plan(books.file(paid(1, 1250_00), recusa)))
    depois = books.table_rows("boletos", "contas_receber")
    with books.database.read() as uow:
        mudancas = uow.mudancas.of_importacao(importacao.id)
    assert len(mudancas) == 3  # two boletos and one conta a receber; the third boleto is in no file
    for mudanca in mudancas:
        depois[mudanca.tabela, mudanca.registro_id] |= mudanca.antes
    assert depois == antes


def test_the_import_is_listed_with_its_lines_and_koper_columns(books: Books) -> None:
    books.add_boletos(("00000001", 1250_00))
    importacao = books.service.apply(books.service.plan(books.file(paid(1, 1250_00), paid(99, 5_00))))
    service = ImportacoesService(books.database, usuario="Ana", agora=lambda: AGORA)
    assert [coluna.titulo for coluna in service.COLUNAS[:6]] == [
        "Código",
        "Nº Retorno",
        "Tipo",
        "Data emissão",
        "Data importação",
        "Usuário",
    ]
    (linha,) = service.list(ListQuery()).linhas
    assert {coluna.chave for coluna in service.COLUNAS} <= set(linha)
    assert (linha["codigo"], linha["numero"], linha["tipo"], linha["usuario"]) == (
        "000001",
        87,
        "Retorno CNAB 400",
        "Ana",
    )
    assert (linha["registros"], linha["baixas"], linha["nao_localizados"]) == (2, 1, 1)
    detalhe = service.get(importacao.id)
    assert [(linha.tab, linha.linha) for linha in detalhe.linhas] == [("baixas", 2), ("nao_localizados", 3)]
    assert [linha.identidade is None for linha in detalhe.linhas] == [False, True]
    assert list(detalhe.pagadores.values()) == ["Cliente Exemplo Ltda"]
    assert detalhe.linhas[0].raw.startswith("1")
    assert books.service.list(ListQuery()).linhas == service.list(ListQuery()).linhas


def test_planning_writes_nothing(books: Books) -> None:
    books.add_boletos(("00000001", 1250_00))
    antes = books.everything()
    books.service.plan(books.file(paid(1, 1250_00)))
    assert books.everything() == antes


def test_the_same_file_again_changes_nothing_and_says_so(books: Books) -> None:
    books.add_boletos(("00000001", 1250_00))
    books.service.apply(books.service.plan(books.file(paid(1, 1250_00), {"nosso_numero": 1, "ocorrencia": 2})))
    antes = books.everything()
    plan = books.service.plan(books.file(paid(1, 1250_00), {"nosso_numero": 1, "ocorrencia": 2}, nome="outro.ret"))
    assert plan.tabs["ja_processados"] == 2
    assert sum(plan.tabs.values()) == 2
    assert "000001" in plan.ja_importado
    assert "Ana" in plan.ja_importado
    with pytest.raises(RefusedError, match="já foi importado"):
        books.service.apply(plan)
    assert books.everything() == antes


def test_the_same_file_with_other_line_ends_is_the_same_file(books: Books) -> None:
    books.add_boletos(("00000001", 1250_00))
    path = books.file(paid(1, 1250_00, tarifa=1_90))
    done = books.service.apply(books.service.plan(path))
    antes = books.everything()
    path.write_bytes(path.read_bytes().replace(b"\r\n", b"\n"))
    plan = books.service.plan(path)
    assert (plan.ja_importado_id, plan.tabs["ja_processados"]) == (done.id, 1)
    with pytest.raises(RefusedError, match="já foi importado"):
        books.service.apply(plan)
    assert books.everything() == antes


def test_a_whole_file_is_imported_after_one_that_lacked_titles(books: Books) -> None:
    books.add_boletos(("00000001", 1250_00), ("00000002", 10_00))
    books.service.apply(books.service.plan(books.file(paid(1, 1250_00))))
    plan = books.service.plan(books.file(paid(1, 1250_00), paid(2, 10_00)))
    assert plan.ja_importado_id is None
    assert (plan.tabs["ja_processados"], plan.tabs["baixas"]) == (1, 1)


def test_the_same_payment_in_a_file_of_another_number_is_a_question(books: Books) -> None:
    books.add_boletos(("00000001", 1250_00))
    books.service.apply(books.service.plan(books.file(paid(1, 1250_00))))
    plan = books.service.plan(books.file(paid(1, 1250_00), numero=88))
    assert plan.tabs["conferir"] == 1
    assert plan.needs_person == 1


def test_a_payment_in_part_and_the_rest_in_another_file(books: Books) -> None:
    (boleto,) = books.add_boletos(("00000001", 1000_00))
    (row,) = books.service.plan(books.file(paid(1, 1000_00, valor_lancado=400_00))).rows
    assert row.tab == "conferir"  # ocorrência 06 says that all was paid
    books.service.apply(books.service.plan(books.file(paid(1, 400_00, ocorrencia=7))))
    parte = books.boleto(boleto.id)
    assert (parte.situacao, parte.valor_pago, parte.no_banco) == (
        Situacao.BAIXADO_PARCIALMENTE,
        400_00,
        NoBanco.NA_REMESSA,
    )
    books.service.apply(books.service.plan(books.file(paid(1, 600_00), numero=88)))
    assert (books.boleto(boleto.id).situacao, books.boleto(boleto.id).valor_pago) == (Situacao.BAIXADO, 1000_00)


def test_rejection_and_confirmation_only_change_where_the_boleto_stands_at_the_bank(books: Books) -> None:
    recusado, aceito = books.add_boletos(("00000001", 1250_00), ("00000002", 10_00))
    recusa = {"nosso_numero": 1, "ocorrencia": 3, "erros": "16", "valor_titulo": 1250_00}
    plan = books.service.plan(books.file(recusa, {"nosso_numero": 2, "ocorrencia": 2, "valor_titulo": 10_00}))
    assert (plan.tabs["rejeicoes"], plan.tabs["confirmacoes"], plan.tabs["baixas"]) == (1, 1, 0)
    books.service.apply(plan)
    depois = books.boleto(recusado.id)
    assert (depois.no_banco, depois.situacao) == (NoBanco.RECUSADO, Situacao.EM_ABERTO)
    assert depois.no_banco_detalhe == plan.rows[0].motivos[0].texto
    assert books.boleto(aceito.id).no_banco is NoBanco.REGISTRADO


def test_a_plan_that_no_longer_holds_writes_nothing(books: Books) -> None:
    (boleto,) = books.add_boletos(("00000001", 1250_00))
    plan = books.service.plan(books.file(paid(1, 1250_00)))
    with books.database.write() as uow:
        uow.boletos.update(replace(boleto, instrucoes=("outra janela",)))
    antes = books.everything()
    with pytest.raises(StalePlanError):
        books.service.apply(plan)
    assert books.everything() == antes


def test_a_conta_that_moved_meanwhile_stops_the_plan(books: Books) -> None:
    (boleto,) = books.add_boletos(("00000001", 1250_00))
    plan = books.service.plan(books.file(paid(1, 1250_00)))
    with books.database.write() as uow:
        conta = uow.contas_receber.get(boleto.itens[0].conta_receber_id)
        uow.contas_receber.update(replace(conta, descricao="outra janela"))
    antes = books.everything()
    with pytest.raises(StalePlanError):
        books.service.apply(plan)
    assert books.everything() == antes


def test_a_file_imported_by_another_window_meanwhile_is_not_imported_twice(books: Books) -> None:
    books.add_boletos(("00000001", 1250_00))
    um, outro = (books.service.plan(books.file(paid(99, 1250_00))) for _ in range(2))
    books.service.apply(um)
    with pytest.raises(StalePlanError):
        books.service.apply(outro)


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


@pytest.mark.parametrize("at", range(6))
def test_cancelling_changes_nothing(books: Books, at: int) -> None:
    books.add_boletos(("00000001", 1250_00), ("00000002", 10_00))
    plan = books.service.plan(books.file(paid(1, 1250_00, tarifa=1_90), paid(2, 10_00)))
    antes = books.everything()
    with pytest.raises(CancelledError):
        books.service.apply(plan, Impatient(at))
    assert books.everything() == antes


def test_a_bad_line_stops_only_itself(books: Books) -> None:
    ruim, bom = books.add_boletos(("00000001", 1250_00), ("00000002", 10_00))
    path = books.file(paid(1, 1250_00), paid(2, 10_00))
    linhas = path.read_bytes().split(b"\r\n")
    linhas[1] = linhas[1][:253] + b"00000000X2500" + linhas[1][266:]  # valor lançado, 254-266
    path.write_bytes(b"\r\n".join(linhas))
    plan = books.service.plan(path)
    assert [row.tab for row in plan.rows] == ["conferir", "baixas"]
    assert "00000000X2500" in plan.rows[0].efeito
    books.service.apply(plan)
    assert books.boleto(ruim.id).situacao is Situacao.EM_ABERTO
    assert books.boleto(bom.id).situacao is Situacao.BAIXADO


def refused(books: Books, path: Path) -> RefusedError:
    antes = books.everything()
    with pytest.raises(RefusedError) as caught:
        books.service.plan(path)
    assert books.everything() == antes
    assert caught.value.message.endswith(".")
    return caught.value


def test_a_remessa_is_no_retorno(books: Books, golden: Path) -> None:
    files = {entry["path"]: entry["copy"] for entry in json.loads((golden / "files.json").read_text(encoding="utf-8"))}
    error = refused(books, golden / files["spec/fixtures/remessa/remessa-itau-cnab400.rem"])
    assert error.code == "remessa_no_lugar_de_retorno"
    assert "remessa" in error.message
    assert ".RET" in error.message


def test_anothers_file_is_named_by_masked_numbers(books: Books) -> None:
    error = refused(books, books.file(paid(1, 10_00), conta=54321))
    assert error.code == "convenio_desconhecido"
    assert "conta ***21" in error.message
    assert "54321" not in error.message


def test_another_banks_file_is_refused(books: Books, golden: Path) -> None:
    files = {entry["path"]: entry["copy"] for entry in json.loads((golden / "files.json").read_text(encoding="utf-8"))}
    error = refused(books, golden / files["samples/R2100095.RET"])
    assert error.code == "convenio_desconhecido"
    assert "banco 104" in error.message


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "arquivo_vazio"),
        (b"   \r\n", "arquivo_vazio"),
        (b"%PDF-1.7\n%\xe2\xe3\n1 0 obj", "nao_e_arquivo_de_banco"),
        (b"Prezado cliente,\nsegue o retorno.\n", "nao_e_arquivo_de_banco"),
    ],
)
def test_what_is_no_bank_file_is_refused(books: Books, data: bytes, code: str) -> None:
    path = books.folder / "arquivo.ret"
    path.write_bytes(data)
    assert refused(books, path).code == code


def test_a_huge_file_that_is_no_bank_file_is_answered_from_its_beginning(books: Books) -> None:
    path = books.folder / "imagem.iso"
    with path.open("wb") as file:
        file.write(b"\x01\x02\x03\x04" * 300_000)
        file.truncate(2 << 30)  # two gigabytes, most of which the disk never holds
    assert refused(books, path).code == "nao_e_arquivo_de_banco"


def test_a_file_whose_end_is_missing_is_refused(books: Books) -> None:
    path = books.file(paid(1, 10_00), paid(2, 10_00))
    path.write_bytes(b"\r\n".join(path.read_bytes().split(b"\r\n")[:3]) + b"\r\n")
    error = refused(books, path)
    assert error.code == "fim_ausente"
    assert "2 títulos" in error.message


def test_a_file_that_is_not_there_is_trouble_outside(books: Books) -> None:
    with pytest.raises(OutsideError):
        books.service.plan(books.folder / "sumiu.ret")


def test_a_line_that_was_lost_wants_to_be_confirmed_and_stops_no_other(books: Books) -> None:
    books.add_boletos(("00000001", 10_00), ("00000002", 10_00), ("00000003", 10_00))
    path = books.file(*(paid(n, 10_00) for n in (1, 2, 3)))
    linhas = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(linhas[:2] + linhas[3:]))
    plan = books.service.plan(path)
    assert plan.needs_tick
    assert plan.tabs["baixas"] == 2
    with pytest.raises(RefusedError, match="não conferem"):
        books.service.apply(plan)


def test_a_trailer_that_disagrees_wants_to_be_confirmed(tmp_path: Path, golden: Path) -> None:
    # this real file's trailers count other lines than it has (golden/files.json, "malformed")
    books = Books(tmp_path, banco="756", formato="240", agencia="3069", conta="77777", carteira="1")
    entries = json.loads((golden / "files.json").read_text(encoding="utf-8"))
    (copy,) = [entry["copy"] for entry in entries if entry["path"] == "test/fixtures/retorno/cnab240/padrao240.ret"]
    plan = books.service.plan(golden / copy)
    assert plan.needs_tick
    with pytest.raises(RefusedError, match="não conferem"):
        books.service.apply(plan)
    assert books.service.apply(plan, importar_assim_mesmo=True).registros == 5
    books.database.close()


def centavos(texto: str) -> int:
    return int(texto.replace(".", ""))


@pytest.mark.parametrize(
    ("arquivo", "convenio", "algarismos", "recebido"),
    [
        (  # one title was paid late: U.acrescimos says by how much
            "samples/R2100095.RET",
            {"banco": "104", "formato": "240", "agencia": "667", "conta": "1", "codigo_beneficiario": "052634"},
            17,
            2397_63,
        ),
        (  # paid R$ 12,00, of which the bank credited R$ 8,10 and kept R$ 3,90
            "samples/CN07116A.RET",
            {"banco": "341", "formato": "400", "agencia": "1464", "conta": "13700"},
            8,
            12_00,
        ),
        (
            "tests/fixtures/cnab400/retorno-cnab400-bb.ret",
            {"banco": "001", "formato": "400", "agencia": "3344", "conta": "1111", "convenio": "1112245"},
            17,
            25_00,
        ),
    ],
)
def test_a_real_file_settles_the_titles_it_names(
    tmp_path: Path, golden: Path, arquivo: str, convenio: dict[str, str], algarismos: int, recebido: int
) -> None:
    """Boletos are made for the file's titles; what is settled is held against golden's own reading of the file."""
    entries = json.loads((golden / "files.json").read_text(encoding="utf-8"))
    (entry,) = [e for e in entries if e["path"] == arquivo]
    parsed = entry["parsed"]
    lidos = arquivos.read(golden / entry["copy"]).records
    books = Books(tmp_path, **convenio)
    boletos = books.add_boletos(
        *[(o.nosso_numero[:algarismos], o.valor_titulo or 0) for o in lidos], vencimento=date(2016, 12, 20)
    )
    plan = books.service.plan(golden / entry["copy"])
    assert plan.tabs["baixas"] == parsed["titles"]
    importacao = books.service.apply(plan)
    with books.database.read() as uow:
        baixas = uow.baixas.of_importacao(importacao.id)
        depois = uow.boletos.get_many(boleto.id for boleto in boletos).values()
    assert {boleto.situacao for boleto in depois} == {Situacao.BAIXADO}
    assert sum(baixa.valor for baixa in baixas) == centavos(parsed["sum_title_value"])
    assert sum(baixa.valor_pago for baixa in baixas) == recebido
    assert sum(boleto.valor_pago for boleto in depois) == recebido
    books.database.close()
