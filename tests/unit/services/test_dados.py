"""Data files: in, out and in again, every fault of one told at once."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from finbank_desktop.domain.contas_receber import Situacao
from finbank_desktop.domain.encargos import Encargos, TipoDesconto, TipoJuros, TipoMulta
from finbank_desktop.domain.problems import RefusedError, Severity
from finbank_desktop.persistence.database import Database
from finbank_desktop.services.boletos import BoletosService
from finbank_desktop.services.dados import DadosRecusadosError, DadosService, ResumoImportacao
from finbank_desktop.services.dados_secoes import SECOES

AGORA = datetime(2026, 11, 20, 9, 30).astimezone()
ENDERECO = {
    "logradouro": "Rua Exemplo",
    "numero": "10",
    "complemento": "sala 2",
    "bairro": "Centro",
    "cidade": "São Paulo",
    "uf": "SP",
    "cep": "01310100",
}
# every key there is, as docs/manual/dados.md writes them
PAGAR: dict[str, Any] = {
    "empresa": "001",
    "filial": None,
    "codigo": "",
    "pessoa": None,
    "nome": "",
    "documento": "",
    "descricao": "",
    "emissao": "2026-11-01",
    "vencimento": "2026-12-15",
    "data_pagamento": None,
    "valor": "114.21",
    "desconto": "0.00",
    "acrescimos": "0.00",
    "forma": None,
    "convenio": None,
    "conta_favorecido": None,
    "chave_favorecido": None,
    "codigo_barras": "",
    "pix_qr": "",
    "pix_txid": "",
    "mensagem": "",
    "tributo": None,
    "final_nome": "",
    "final_documento": "",
    "situacao": "Em aberto",
    "valor_pago": "0.00",
    "pago_em": None,
    "autenticacao": "",
}
FULL: dict[str, list[dict[str, Any]]] = {
    "empresas": [
        {
            "codigo": "001",
            "razao_social": "Empresa Exemplo Ltda",
            "nome_fantasia": "Exemplo",
            "documento": "11222333000181",
            "telefone": "(11) 5555-0000",
            "email": "financeiro@exemplo.com.br",
            "endereco": ENDERECO,
            "cor": "#1F4E79",
            "logo": "",
        }
    ],
    "filiais": [{"empresa": "001", "codigo": "001", "nome": "Matriz", "documento": "11222333000181"}],
    "contas": [
        {
            "empresa": "001",
            "filial": "001",
            "codigo": "CC1",
            "descricao": "Conta principal",
            "banco": "341",
            "agencia": "0293",
            "agencia_dv": "",
            "conta": "01328",
            "conta_dv": "1",
        }
    ],
    "convenios": [
        {
            "empresa": "001",
            "filial": None,
            "codigo": "ITAU",
            "descricao": "Itaú 109",
            "conta": "CC1",
            "banco": "341",
            "formato": "400",
            "convenio": "",
            "codigo_beneficiario": "12345",
            "codigo_beneficiario_dv": "6",
            "carteira": "109",
            "variacao": "",
            "modalidade": "",
            "emissao": "cliente",
            "especie": "DS",
            "aceite": True,
            "nosso_numero_inicio": 100,
            "nosso_numero_fim": 99999999,
            "proximo_nosso_numero": 157,
            "proxima_remessa": 12,
            "instrucoes": ["Não receber em cheque", "Dúvidas: (11) 5555-0000"],
            "local_pagamento": "Em qualquer banco",
            "logo": "",
            "ativo": True,
            "mensagens": ["Obrigado pela preferência"],
            "pix_chave": "cobranca@exemplo.com.br",
            "tipo_cobranca": "registrada",
            "rateio": "proporcional",
            "homologacao": "Ativa",
            "encargos": {
                "juros_tipo": "valor_dia",
                "juros": "0.33",
                "multa_tipo": "valor",
                "multa": "2.50",
                "desconto_tipo": "percentual",
                "desconto": "5.00",
                "desconto_dias": 3,
                "protesto_dias": None,
                "baixa_dias": 60,
            },
            "extras": {"codigo_transmissao": "0001"},
        }
    ],
    "pessoas": [
        {
            "empresa": "001",
            "codigo": "C1",
            "nome": "Cliente Exemplo Ltda",
            "documento": "12ABC34501DE35",
            "telefone": "",
            "email": "",
            "endereco": ENDERECO,
        }
    ],
    "contas_receber": [
        {
            "empresa": "001",
            "filial": None,
            "codigo": "R1",
            "pessoa": "C1",
            "convenio": "ITAU",
            "documento": "NF 456",
            "descricao": "Mensalidade",
            "origem": "Serviços",
            "emissao": "2026-11-01",
            "vencimento": "2026-12-15",
            "valor": "114.21",
            "valor_baixado": "0.00",
            "situacao": "Em aberto",
            "mensagem": "Traga este boleto",
        },
        {
            "empresa": "001",
            "filial": "001",
            "codigo": "R2",
            "pessoa": "C1",
            "convenio": None,
            "documento": "NF 457",
            "descricao": "",
            "origem": "",
            "emissao": "2026-10-01",
            "vencimento": "2026-10-15",
            "valor": "99999999.99",
            "valor_baixado": "99999999.99",
            "situacao": "Baixado",
            "mensagem": "",
        },
    ],
    "plano_contas": [
        {
            "empresa": "001",
            "codigo": "1.1.2.01",
            "reduzido": "20",
            "nome": "Clientes",
            "natureza": "Ativo",
            "analitica": True,
            "ativa": True,
        }
    ],
    "eventos_contabeis": [
        {"empresa": "001", "codigo": "12", "nome": "Recebimento", "contas": {"principal_receber": "1.1.2.01"}}
    ],
    "historicos": [{"empresa": "001", "codigo": "3", "texto": "Recebido de {pessoa}"}],
    "convenios_pagamento": [
        {
            "empresa": "001",
            "codigo": "PG",
            "descricao": "Pagamentos",
            "conta": "CC1",
            "banco": "341",
            "convenio": "123456",
            "servico": "20",
            "proxima_remessa": 7,
            "teste": False,
            "ativo": True,
            "extras": {"ambiente": "P"},
        }
    ],
    "pessoa_contas": [
        {
            "empresa": "001",
            "codigo": "B1",
            "pessoa": "C1",
            "banco": "237",
            "agencia": "1234",
            "agencia_dv": "X",
            "conta": "56789",
            "conta_dv": "5",
            "ispb": "60746948",
            "tipo": "Poupança",
            "principal": True,
        }
    ],
    "pessoa_chaves_pix": [
        {
            "empresa": "001",
            "codigo": "K1",
            "pessoa": "C1",
            "tipo": "E-mail",
            "chave": "fulana@exemplo.com.br",
            "principal": True,
        }
    ],
    "contas_pagar": [
        {
            **PAGAR,
            "codigo": "P1",
            "filial": "001",
            "pessoa": "C1",
            "documento": "NF 9",
            "descricao": "Papel",
            "data_pagamento": "2026-12-02",
            "desconto": "1.00",
            "forma": "TED",
            "convenio": "PG",
            "conta_favorecido": "B1",
            "chave_favorecido": "K1",
        },
        {
            **PAGAR,
            "codigo": "P2",
            "nome": "Receita Federal",
            "valor": "510.00",
            "forma": "Tributo sem código de barras",
            "tributo": {
                "tipo": "DARF",
                "receita": "0220",
                "contribuinte_nome": "Empresa Exemplo",
                "contribuinte_documento": "11222333000181",
                "periodo_apuracao": "2026-10-31",
                "competencia": "",
                "referencia": "",
                "vencimento": "2026-12-15",
                "valor_principal": "500.00",
                "outras_entidades": "0.00",
                "atualizacao": "0.00",
                "multa": "10.00",
                "juros": "0.00",
                "desconto": "0.00",
                "receita_bruta": "0.00",
                "percentual": "0.00",
                "inscricao_estadual": "",
                "divida_ativa": "",
                "veiculo": None,
                "codigo_barras": "",
                "identificador": "",
                "lacre": "",
            },
            "situacao": "Pago",
            "valor_pago": "510.00",
            "pago_em": "2026-11-18",
            "autenticacao": "A1B2",
        },
    ],
    "layouts_bancarios": [
        {
            "empresa": "001",
            "codigo": "L1",
            "banco": "237",
            "processo": "Retorno de débito automático",
            "formato": "150",
            "versao_layout": "05",
            "generico": True,
            "ativo": True,
            "observacao": "Como o banco disse",
        }
    ],
    "convenios_debito": [
        {
            "empresa": "001",
            "codigo": "DA",
            "descricao": "Débitos",
            "conta": "CC1",
            "banco": "341",
            "formato": "240",
            "versao_layout": "",
            "convenio": "1234567890123",
            "proxima_remessa": 3,
            "rateio": "proporcional",
            "teste": False,
            "ativo": True,
            "extras": {"conta_compromisso": "1"},
        }
    ],
    "consentimentos": [
        {
            "empresa": "001",
            "codigo": "A1",
            "convenio": "DA",
            "pessoa": "C1",
            "cliente_empresa": "C1",
            "nome": "Titular Inventado",
            "documento": "52998224725",
            "banco": "341",
            "agencia": "0123",
            "agencia_dv": "",
            "conta": "1001",
            "conta_dv": "7",
            "operacao": "",
            "validade": "2027-12-31",
            "cheque_especial": True,
            "parcial": False,
            "desde": "2026-11-02",
            "situacao": "Ativo",
        }
    ],
    "debitos": [
        {
            "empresa": "001",
            "codigo": "D1",
            "convenio": "DA",
            "consentimento": "A1",
            "contas": ["R1"],
            "seu_numero": "DA00000099",
            "idboleto": "",
            "valor": "10.00",
            "vencimento": "2026-11-10",
            "historico": "Mensalidade",
            "situacao": "Debitado",
        }
    ],
}


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with Database.open(str(tmp_path / "a.db")) as opened:
        yield opened


@pytest.fixture
def dados(database: Database) -> DadosService:
    return DadosService(database, agora=lambda: AGORA)


def put(dados: DadosService, **listas: Any) -> ResumoImportacao:
    return dados.import_json(json.dumps(listas))


def without(lista: list[dict[str, Any]], *chaves: str, **changes: Any) -> list[dict[str, Any]]:
    return [{k: v for k, v in entrada.items() if k not in chaves} | changes for entrada in lista]


def refusal(dados: DadosService, **listas: Any) -> list[str]:
    """Return all errors of a file, having made sure that it changed nothing."""
    before = dados.export_json()
    with pytest.raises(DadosRecusadosError) as caught:
        put(dados, **listas)
    assert dados.export_json() == before
    errors = [problem.message for problem in caught.value.problems if problem.is_error]
    assert all(error in caught.value.message for error in errors[:20])
    return errors


def test_what_goes_in_comes_out_and_in_again_without_a_change(dados: DadosService, tmp_path: Path) -> None:
    first = put(dados, **FULL)
    several = {"empresas": 0, "filiais": 0, "contas_receber": 2, "contas_pagar": 2}
    assert first.incluidos == {**dict.fromkeys(FULL, 1), **several}
    assert (first.alterados["empresas"], first.alterados["filiais"]) == (1, 1)
    assert dados.export_json() == FULL
    again = put(dados, **dados.export_json())
    assert (sum(again.incluidos.values()), sum(again.alterados.values()), sum(again.iguais.values())) == (0, 0, 19)
    with Database.open(str(tmp_path / "b.db")) as other:
        second = DadosService(other, agora=lambda: AGORA)
        put(second, **dados.export_json())
        assert second.export_json() == FULL


def test_a_new_database_exports_what_it_can_import(dados: DadosService) -> None:
    summary = put(dados, **dados.export_json())
    assert sum(summary.iguais.values()) == 2  # the first empresa and its matriz


def test_importing_again_changes_by_codigo_and_leaves_what_is_not_said(dados: DadosService) -> None:
    put(dados, **FULL)
    summary = put(
        dados, pessoas=[{"codigo": "C1", "nome": "Outro Nome"}], contas_receber=[{"codigo": "R1", "valor": "5"}]
    )
    assert (summary.alterados["pessoas"], summary.alterados["contas_receber"]) == (1, 1)
    out = dados.export_json()
    assert out["pessoas"] == without(FULL["pessoas"], nome="Outro Nome")
    assert out["contas_receber"][0] == {**FULL["contas_receber"][0], "valor": "5.00"}


def test_the_natural_names_of_things_are_understood(dados: DadosService, database: Database) -> None:
    put(
        dados,
        empresas=[{"codigo": "001", "nome": "Empresa Exemplo Ltda", "cnpj": "11.222.333/0001-81", **ENDERECO}],
        contas=[{"codigo": 1, "banco": 341, "agencia": "0293", "numero": "01328", "digito_conta": "1"}],
        convenios=[
            {
                "codigo": 1,
                "conta": 1,
                "carteira": 109,
                "cnab": "CNAB400",
                "multa": 2,
                "juros": 1.5,
                "desconto_tipo": "valor",
                "desconto": "1.234,56",
                "posto": "12",
                "instrucoes": "uma\nduas",
                "aceite": "S",
            }
        ],
        pessoas=[{"codigo": 7, "razao_social": "Cliente Exemplo", "cpf_cnpj": "529.982.247-25", "cep": "01310-100"}],
        contas_receber=[{"codigo": 1, "cliente": 7, "data_vencimento": "15/12/2026", "valor": 114.21, "seu_numero": 9}],
    )
    with database.read() as uow:
        convenio = uow.convenios.get(1)
        conta = uow.contas_receber.get(1)
        assert uow.empresas.get(1).endereco.cidade == "São Paulo"
        assert uow.pessoas.get(1).endereco.cep == "01310100"
    assert convenio.encargos == Encargos(
        juros_tipo=TipoJuros.TAXA_MENSAL,
        juros=150,
        multa_tipo=TipoMulta.PERCENTUAL,
        multa=200,
        desconto_tipo=TipoDesconto.VALOR,
        desconto=123456,
    )
    assert (convenio.banco, convenio.formato, convenio.extras, convenio.aceite) == ("341", "400", {"posto": "12"}, True)
    assert convenio.instrucoes == ("uma", "duas")
    assert (conta.valor, conta.documento, conta.emissao) == (11421, "9", AGORA.date())


def test_the_format_is_the_one_the_bank_takes(dados: DadosService, database: Database) -> None:
    put(
        dados,
        contas=[
            {"codigo": "756", "banco": "756", "agencia": "3069", "conta": "887469", "conta_dv": "7"},
            {"codigo": "341", "banco": "341", "agencia": "0293", "conta": "01328", "conta_dv": "1"},
        ],
        convenios=[
            {"codigo": "756", "conta": "756", "carteira": "1", "modalidade": "01", "codigo_beneficiario": "82819"},
            {"codigo": "341", "conta": "341", "carteira": "109"},
        ],
    )
    with database.read() as uow:
        assert {c.codigo: c.formato for c in uow.convenios.all()} == {"756": "240", "341": "400"}


def test_every_fault_is_told_with_its_position_and_nothing_is_saved(dados: DadosService) -> None:
    put(dados, **FULL)
    errors = refusal(
        dados,
        pessoas=[
            {"codigo": "N1", "nome": "Novo"},
            {"codigo": "N2", "nome": "", "documento": "529.982.247-24", "endereco": {"uf": "XX", "rua_x": "1"}},
            {"codigo": "N3", "nome": "Novo", "documento": "529.982.247-24", "uf": "XX"},
            {"nome": "Sem código", "documento": "52998224725"},
            "C1",
        ],
        convenios=[{"codigo": "N1", "conta": "NAO", "carteira": "109"}],
        contas_receber=[
            {"codigo": "N1", "pessoa": "C1", "vencimento": "2026-12-32", "valor": "1.000"},
            {"codigo": "N2", "pessoa": "NAO", "vencimento": "2026-12-15", "valor": "1"},
            {"codigo": "N3", "pessoa": "N3", "convenio": "N1", "vencimento": "2026-12-15", "valor": "1"},
            {"codigo": "N4", "pessoa": "C1", "vencimento": "2026-11-15", "emissao": "2026-11-16", "valor": "0"},
            {"codigo": "N4", "pessoa": "C1", "vencimento": "2026-12-15", "valor": "1"},
            {"codigo": "N5", "pessoa": "C1", "cliente": "C1", "vencimento": "2026-12-15", "valor": "1"},
            {"codigo": "N6", "empresa": "009", "pessoa": "C1", "vencimento": "2026-12-15", "valor": "1"},
            {"codigo": "N7", "pessoa": None, "vencimento": "2026-12-15", "valor": "100000000.00"},
        ],
    )
    starts = sorted(error.split(": ")[0] for error in errors)
    assert starts == [
        "contas_receber[0].valor",
        "contas_receber[0].vencimento",
        "contas_receber[1].pessoa",
        "contas_receber[3].valor",
        "contas_receber[3].vencimento",
        "contas_receber[4].codigo",
        "contas_receber[5].cliente",
        "contas_receber[6].empresa",
        "contas_receber[7].pessoa",
        "contas_receber[7].valor",
        "convenios[0].conta",
        "pessoas[0].documento",
        "pessoas[1].rua_x",
        "pessoas[2].documento",
        "pessoas[2].endereco.uf",
        "pessoas[3].codigo",
        "pessoas[4]",
    ]
    (unknown,) = [error for error in errors if "rua_x" in error]
    assert "as conhecidas são empresa, codigo, nome, documento, telefone, email, endereco" in unknown


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "json_invalido"),
        ("{", "json_invalido"),
        ('{"pessoas": [}', "json_invalido"),
        ("[" * 100_000, "json_invalido"),
        ("[]", "dados_sem_listas"),
        ('"x"', "dados_sem_listas"),
        ('{"pessoas": {}}', "dados_sem_listas"),
        ('{"clientes": []}', "lista_desconhecida"),
        ('{"pessoas": [{"codigo": "1", "codigo": "2"}]}', "chave_repetida"),
    ],
)
def test_what_is_no_data_file_is_refused_in_one_sentence(dados: DadosService, text: str, code: str) -> None:
    with pytest.raises(RefusedError) as caught:
        dados.import_json(text)
    assert caught.value.code == code
    assert "\n" not in caught.value.message


def test_a_bom_does_no_harm(dados: DadosService) -> None:
    dados.import_json("\ufeff" + json.dumps(FULL))
    assert dados.export_json() == FULL


def test_a_conta_in_a_boleto_keeps_its_value(dados: DadosService, database: Database) -> None:
    put(dados, **FULL)
    boletos = BoletosService(database, usuario="ana", agora=lambda: AGORA)
    (boleto,) = boletos.apply(boletos.plan_emissao([1]))
    assert sum(put(dados, **FULL).alterados.values()) == 0
    (error,) = refusal(dados, contas_receber=[{"codigo": "R1", "valor": "200.00"}])
    assert error == (
        "contas_receber[0].valor: não dá para mudar o valor porque a conta já está no boleto "
        f"{boleto.nosso_numero_impresso}."
    )
    assert put(dados, contas_receber=[{"codigo": "R1", "descricao": "Outra"}]).alterados["contas_receber"] == 1


def test_what_was_received_changes_by_no_data_file(dados: DadosService, database: Database) -> None:
    put(dados, **FULL)
    with database.write() as uow:
        conta = uow.contas_receber.get(1)
        uow.contas_receber.update(replace(conta, valor_baixado=5000, situacao=Situacao.BAIXADO_PARCIALMENTE))
    errors = refusal(dados, contas_receber=FULL["contas_receber"])
    assert [error.split(": ")[0] for error in errors] == [
        "contas_receber[0].situacao",
        "contas_receber[0].valor_baixado",
    ]
    assert put(dados, contas_receber=without(FULL["contas_receber"], "situacao", "valor_baixado")).alterados == {
        **dict.fromkeys(FULL, 0)
    }


def test_counters_never_go_back(dados: DadosService, database: Database) -> None:
    put(dados, **FULL)
    boletos = BoletosService(database, usuario="ana", agora=lambda: AGORA)
    boletos.apply(boletos.plan_emissao([1]))
    with database.write() as uow:
        uow.convenios.take_remessa(1)
    summary = put(dados, **FULL)
    assert [(p.field, p.severity) for p in summary.problems] == [
        ("convenios[0].proximo_nosso_numero", Severity.WARNING),
        ("convenios[0].proxima_remessa", Severity.WARNING),
    ]
    with database.read() as uow:
        assert (uow.convenios.get(1).proximo_nosso_numero, uow.convenios.get(1).proxima_remessa) == (158, 13)


def test_the_same_codigo_may_stand_in_two_empresas(dados: DadosService) -> None:
    put(
        dados,
        empresas=[{"codigo": "002", "razao_social": "Outra Exemplo", "documento": "11222333000181"}],
        pessoas=without(FULL["pessoas"]) + without(FULL["pessoas"], empresa="002"),
    )
    assert [p["empresa"] for p in dados.export_json()["pessoas"]] == ["001", "002"]
    assert [(f["empresa"], f["nome"]) for f in dados.export_json()["filiais"]] == [("001", "Matriz"), ("002", "Matriz")]


def test_the_manual_describes_every_key() -> None:
    manual = Path(__file__).resolve().parents[3] / "docs" / "manual" / "dados.md"
    text = manual.read_text(encoding="utf-8")
    for secao in SECOES:
        assert f"## `{secao.nome}`" in text
        part = text.split(f"## `{secao.nome}`")[1].split("\n## ")[0]
        for campo in secao.campos:
            place = text if campo.grupo in ("endereco", "encargos") else part
            assert f"`{campo.chave}`" in place, (secao.nome, campo.chave)
            for apelido in campo.apelidos:
                assert f"`{apelido}`" in place, (secao.nome, apelido)


def test_the_manuals_example_can_be_imported(dados: DadosService) -> None:
    manual = Path(__file__).resolve().parents[3] / "docs" / "manual" / "dados.md"
    example = manual.read_text(encoding="utf-8").split("```json\n")[1].split("```")[0]
    assert dados.import_json(example).incluidos["contas_receber"] > 0
