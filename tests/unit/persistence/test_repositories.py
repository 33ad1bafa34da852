"""What goes into a repository comes out again, and nobody writes over what somebody else changed."""

import traceback
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from finbank_desktop.domain.boletos import NoBanco
from finbank_desktop.domain.cadastros import Empresa, Endereco, Filial
from finbank_desktop.domain.contas_receber import Situacao
from finbank_desktop.domain.encargos import Encargos, TipoDesconto, TipoJuros, TipoMulta
from finbank_desktop.domain.problems import OutsideError, RefusedError
from finbank_desktop.domain.remessas import Remessa
from finbank_desktop.persistence.errors import MissingError, StaleError
from finbank_desktop.persistence.records import (
    Baixa,
    Evento,
    Importacao,
    ImportacaoLinha,
    Mudanca,
    RemessaItem,
    SituacaoImportacao,
    Tarifa,
)

AGORA = datetime(2026, 11, 20, 14, 30, tzinfo=UTC)


def importacao(convenio_id: int, codigo: str = "000001") -> Importacao:
    return Importacao(
        empresa_id=1,
        convenio_id=convenio_id,
        codigo=codigo,
        numero=12,
        tipo="Retorno CNAB 400",
        data_emissao=date(2026, 11, 19),
        importada_em=AGORA,
        usuario="ana",
        arquivo="CB191101.RET",
        sha256="ab" * 32,
        registros=3,
        contagens={"baixas": 2, "tarifas": 1},
    )


def linha(imported: Importacao, numero: int, identidade: str | None) -> ImportacaoLinha:
    return ImportacaoLinha(
        empresa_id=1,
        convenio_id=imported.convenio_id,
        importacao_id=imported.id,
        linha=numero,
        identidade=identidade,
        tab="baixas",
        efeito="Baixa",
        valor_pago=100,
        raw="1" * 400,
    )


def test_a_new_database_has_one_empresa_and_its_matriz(books: Any) -> None:
    with books.database.read() as uow:
        assert [(e.id, e.codigo) for e in uow.empresas.all()] == [(1, "001")]
        assert [(f.empresa_id, f.codigo, f.nome) for f in uow.filiais.all()] == [(1, "001", "Matriz")]


def test_every_kind_of_row_comes_back_as_it_was_saved(books: Any) -> None:
    endereco = Endereco(logradouro="Rua Ação", numero="10", bairro="Sé", cidade="São Paulo", uf="SP", cep="01001000")
    encargos = Encargos(
        juros_tipo=TipoJuros.TAXA_MENSAL,
        juros=100,
        multa_tipo=TipoMulta.VALOR,
        multa=250,
        desconto_tipo=TipoDesconto.PERCENTUAL,
        desconto=500,
        desconto_dias=3,
        protesto_dias=None,
        baixa_dias=60,
    )
    with books.database.write() as uow:
        empresa = uow.empresas.add(
            Empresa(codigo="002", razao_social="Outra Exemplo", documento="11222333000181", endereco=endereco)
        )
        filial = uow.filiais.add(Filial(empresa_id=empresa.id, codigo="1", nome="Centro"))
        convenio = uow.convenios.update(replace(books.convenio, encargos=encargos, aceite=True, ativo=False))
        conta = uow.contas_receber.add(books.conta_receber(1))
        boleto = uow.boletos.add(
            replace(
                books.boleto(conta, 1),
                encargos=encargos,
                situacao=Situacao.BAIXADO,
                no_banco=NoBanco.REGISTRADO,
                valor_pago=99_999_999_99,
                data_pagamento=date(2026, 11, 30),
            )
        )
        imported = uow.importacoes.add(importacao(convenio.id))
        baixa = uow.baixas.add(
            Baixa(
                empresa_id=1,
                conta_receber_id=conta.id,
                boleto_id=boleto.id,
                importacao_id=imported.id,
                linha=2,
                data=date(2026, 11, 30),
                valor=1001,
                juros=5,
                valor_pago=1006,
            )
        )
        tarifa = uow.tarifas.add(
            Tarifa(empresa_id=1, convenio_id=convenio.id, data=date(2026, 11, 30), valor=250, texto="Registro")
        )
        evento = uow.eventos.add(
            Evento(empresa_id=1, boleto_id=boleto.id, quando=AGORA, usuario="ana", tipo="emitido", texto="Emitido.")
        )
        mudanca = uow.mudancas.add(
            Mudanca(empresa_id=1, importacao_id=imported.id, tabela="boletos", registro_id=boleto.id, antes={"x": [1]})
        )
        uma_linha = uow.importacao_linhas.add(linha(imported, 2, "a"))
    with books.database.read() as uow:
        assert uow.empresas.get(empresa.id) == empresa
        assert uow.filiais.get(filial.id) == filial
        assert uow.convenios.get(convenio.id) == convenio
        assert uow.contas_receber.get(conta.id) == conta
        assert uow.boletos.get(boleto.id) == boleto
        assert uow.importacoes.get(imported.id) == replace(
            imported, contagens={**dict.fromkeys(uow.importacoes.get(imported.id).contagens, 0), **imported.contagens}
        )
        assert uow.baixas.of_contas([conta.id]) == [baixa]
        assert uow.baixas.of_importacao(imported.id) == uow.baixas.of_boletos([boleto.id]) == [baixa]
        assert uow.tarifas.get(tarifa.id) == tarifa
        assert uow.eventos.of_boleto(boleto.id) == [evento]
        assert uow.mudancas.of_importacao(imported.id) == [mudanca]
        assert uow.importacao_linhas.of_importacao(imported.id) == [uma_linha]


def test_an_update_counts_the_version_and_a_stale_one_writes_nothing(books: Any) -> None:
    with books.database.write() as uow:
        conta = uow.contas_receber.add(books.conta_receber(1))
        nova = uow.contas_receber.update(replace(conta, documento="NF 1-A"))
    assert (conta.versao, nova.versao) == (1, 2)
    with pytest.raises(StaleError, match="mudou em outra janela"), books.database.write() as uow:
        uow.contas_receber.update(replace(conta, documento="NF 1-B"))
    with books.database.read() as uow:
        assert uow.contas_receber.get(conta.id) == nova


def test_one_stale_row_among_many_stops_them_all(books: Any) -> None:
    with books.database.write() as uow:
        boletos = books.add_boletos(uow, 3)
        uow.boletos.update(replace(boletos[2], comando="02"))
    with pytest.raises(StaleError) as caught, books.database.write() as uow:
        uow.boletos.update_many([replace(boleto, comando="06") for boleto in boletos])
    assert caught.value.where == f"id {boletos[2].id}"
    with books.database.read() as uow:
        assert [b.comando for b in uow.boletos.get_many([b.id for b in boletos]).values()] == ["01", "01", "02"]


def test_a_row_that_is_gone_is_missing_and_cannot_be_updated(books: Any) -> None:
    with books.database.read() as uow, pytest.raises(MissingError, match="Não há boleto com o id 77"):
        uow.boletos.get(77)
    with books.database.write() as uow, pytest.raises(StaleError):
        uow.contas_receber.update(replace(books.conta_receber(1), id=77, versao=1))


def test_bulk_rows_get_their_ids_in_order(books: Any) -> None:
    with books.database.write() as uow:
        boletos = books.add_boletos(uow, 12_000)
        assert [b.sequencial for b in boletos] == list(range(1, 12_001))
        chaves = [b.nosso_numero for b in reversed(boletos)] + ["99999999"]
        achados = uow.boletos.find_many_by_nosso_numero(books.convenio.id, chaves)
    assert len(achados) == 12_000
    assert achados["00012000"] == boletos[-1]
    assert achados["00000001"].itens == boletos[0].itens


def test_a_nosso_numero_is_unique_in_its_convenio(books: Any) -> None:
    with books.database.write() as uow:
        (boleto,) = books.add_boletos(uow, 1)
        conta = uow.contas_receber.add(books.conta_receber(2))
    with pytest.raises(RefusedError, match="Nada foi gravado"), books.database.write() as uow:
        uow.boletos.add(replace(books.boleto(conta, 2), nosso_numero=boleto.nosso_numero))


def test_an_error_never_tells_the_values_that_were_written(books: Any) -> None:
    backwards = "ODERGES"  # not as it is written, for a traceback quotes these lines
    pessoa = replace(books.pessoas[0], documento=backwards[::-1])
    with pytest.raises(RefusedError) as caught, books.database.write() as uow:
        uow.pessoas.add(pessoa)
    told = "".join(traceback.format_exception(caught.value))
    assert "IntegrityError" in told
    assert backwards[::-1] not in told


def test_an_exception_undoes_all_that_was_written(books: Any) -> None:
    def fails() -> None:
        with books.database.write() as uow:
            books.add_boletos(uow, 2)
            raise RuntimeError("no meio")

    with pytest.raises(RuntimeError, match="no meio"):
        fails()
    with books.database.read() as uow:
        assert uow.boletos.get_many([1, 2]) == {}


def test_a_reader_cannot_write(books: Any) -> None:
    with pytest.raises(OutsideError), books.database.read() as uow:
        uow.contas_receber.add(books.conta_receber(1))


def test_a_reader_sees_one_state_of_the_books_while_somebody_writes(books: Any) -> None:
    with books.database.read() as before:
        assert before.contas_receber.all() == []
        with books.database.write() as uow:
            uow.contas_receber.add(books.conta_receber(1))
        assert before.contas_receber.all() == []
    with books.database.read() as after:
        assert len(after.contas_receber.all()) == 1


def test_counters_only_grow(books: Any) -> None:
    with books.database.write() as uow:
        assert [uow.sequencias.next(1, "importacoes") for _ in range(3)] == [1, 2, 3]
        assert uow.sequencias.next(1, "outra") == 1
        assert [uow.convenios.take_remessa(books.convenio.id) for _ in range(2)] == [1, 2]
        assert uow.convenios.take_nosso_numeros(books.convenio.id, 10) == range(1, 11)
        assert uow.convenios.take_nosso_numeros(books.convenio.id, 1) == range(11, 12)
        assert uow.convenios.versions([books.convenio.id]) == {books.convenio.id: 5}


def test_boletos_are_found_by_what_a_retorno_or_a_remessa_knows(books: Any) -> None:
    with books.database.write() as uow:
        boletos = books.add_boletos(uow, 4)
        recusado = uow.boletos.update(replace(boletos[3], no_banco=NoBanco.RECUSADO))
    convenio = books.convenio.id
    with books.database.read() as uow:
        assert uow.boletos.find_by_nosso_numero(convenio, "00000002") == boletos[1]
        assert uow.boletos.find_by_nosso_numero(convenio + 1, "00000002") is None
        assert uow.boletos.find_many_by_numero_documento(convenio, ["NF3", "NF9"]) == {"NF3": [boletos[2]]}
        assert uow.boletos.in_states(convenio, [NoBanco.RECUSADO]) == [recusado]
        assert uow.boletos.of_contas([boletos[0].itens[0].conta_receber_id, 99]) == {
            boletos[0].itens[0].conta_receber_id: [boletos[0]]
        }
        assert uow.boletos.taken_sequenciais(convenio, 2, 3) == [2, 3]


def test_a_remessa_keeps_what_was_sent_and_the_file_itself(books: Any) -> None:
    with books.database.write() as uow:
        boletos = books.add_boletos(uow, 2)
        remessa = uow.remessas.add(
            Remessa(
                empresa_id=1,
                convenio_id=books.convenio.id,
                sequencia=7,
                arquivo="CB201101.REM",
                sha256="cd" * 32,
                gerada_em=AGORA,
                usuario="ana",
                titulos=2,
                valor=2003,
            )
        )
        itens = [RemessaItem(boleto_id=b.id, ordem=n, comando="01") for n, b in enumerate(boletos, 1)]
        uow.remessas.add_itens(remessa, itens)
        uow.remessas.add_conteudo(remessa, b"01REMESSA\r\n")
        uow.boletos.update_many([replace(b, remessa_id=remessa.id) for b in boletos])
    with books.database.read() as uow:
        assert uow.remessas.get(remessa.id) == remessa
        assert uow.remessas.find_by_sequencia(books.convenio.id, 7) == remessa
        assert uow.remessas.itens(remessa.id) == itens
        assert uow.remessas.conteudo(remessa.id) == b"01REMESSA\r\n"
        assert uow.remessas.conteudo(remessa.id + 1) is None
        assert len(uow.boletos.of_remessa(remessa.id)) == 2


def test_an_import_is_known_by_its_bytes_and_its_lines_until_it_is_undone(books: Any) -> None:
    with books.database.write() as uow:
        imported = uow.importacoes.add(importacao(books.convenio.id))
        uow.importacao_linhas.add_all([linha(imported, 2, "a|1"), linha(imported, 3, None), linha(imported, 4, None)])
        assert uow.importacoes.find_by_sha256(imported.sha256) is not None
        known = uow.importacao_linhas.find_many_by_identidade(books.convenio.id, ["a|1", "a|2"])
        assert {chave: achada.linha for chave, achada in known.items()} == {"a|1": 2}
    with pytest.raises(RefusedError), books.database.write() as uow:
        uow.importacao_linhas.add_all([linha(imported, 5, "a|1")])
    with books.database.write() as uow:
        uow.importacao_linhas.forget_identidades(imported.id)
        uow.importacoes.update(replace(imported, situacao=SituacaoImportacao.DESFEITA))
    with books.database.write() as uow:
        assert uow.importacoes.find_by_sha256(imported.sha256) is None
        assert len(uow.importacao_linhas.of_importacao(imported.id)) == 3
        again = uow.importacoes.add(importacao(books.convenio.id, "000002"))
        uow.importacao_linhas.add_all([linha(again, 2, "a|1")])


def test_enumerations_are_kept_by_name_so_that_words_may_change(books: Any) -> None:
    with books.database.write() as uow:
        boletos = books.add_boletos(uow, 1)
        uow.boletos.update(replace(boletos[0], no_banco=NoBanco.BAIXADO_NO_BANCO, situacao=Situacao.CANCELADO))
    with books.database._writer.connect() as connection:
        kept = connection.exec_driver_sql("SELECT situacao, no_banco FROM boletos").one()
    assert tuple(kept) == ("CANCELADO", "BAIXADO_NO_BANCO")
