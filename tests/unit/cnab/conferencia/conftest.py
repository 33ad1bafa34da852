"""Remessas without a fault, one for each layout, made of the layout's own fields."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date, time
from itertools import count
from typing import Any

import pytest

from finbank_desktop.bancos import registry
from finbank_desktop.bancos.protocol import BancoError
from finbank_desktop.cnab import dominios, papeis
from finbank_desktop.domain.boletos import DadosCalculo
from finbank_desktop.domain.registros import Valor
from finbank_desktop.layouts import loader, writer
from finbank_desktop.layouts.model import Campo, Layout, Papel, Registro, Tipo

GERACAO, VENCIMENTO, DEPOIS = date(2026, 11, 20), date(2026, 12, 15), date(2026, 12, 16)
EMPRESA, PAGADOR = "11222333000181", "52998224725"
VALOR = 150_00

TITULO: Mapping[str, Valor] = {
    "agencia": 1234,
    "conta": 12345,
    "empresa_tipo_inscricao": 2,
    "empresa_inscricao": EMPRESA,
    "uso_empresa": "CONTROLE",
    "vencimento": VENCIMENTO,
    "valor_titulo": VALOR,
    "data_emissao": GERACAO,
    "juros_codigo": 1,
    "juros_data": DEPOIS,
    "mora_data": DEPOIS,
    "juros_valor_taxa": 10,
    "juros_dia": 10,
    "desconto1_codigo": 1,
    "desconto1_data": VENCIMENTO,
    "desconto1_valor_percentual": 5_00,
    "desconto_data": VENCIMENTO,
    "desconto_valor": 5_00,
    "valor_abatimento": 1_00,
    "pagador_inscricao": PAGADOR,
    "pagador_tipo_inscricao": 1,
    "pagador_tipo": 1,
    "pagador_tipo_pessoa": 1,
    "desconto1_valor": 5_00,
    "pagador_nome": "CLIENTE EXEMPLO",
    "pagador_endereco": "RUA DAS FLORES 10",
    "pagador_logradouro": "RUA DAS FLORES",
    "pagador_bairro": "CENTRO",
    "pagador_cidade": "SAO PAULO",
    "pagador_uf": "SP",
    "multa_codigo": "2",
    "multa_data": DEPOIS,
    "multa_valor_percentual": 2_00,
    "protesto_codigo": "1",
    "protesto_dias": "10",
    "baixa_codigo": "1",
    "baixa_dias": "60",
    "especie": "02",
    "aceite": "N",
    "emissao_boleto": "2",
    "distribuicao_boleto": "2",
    "moeda": "09",
    "carteira": "1",
    "carteira_produto": "1",
    "condicao_emissao": 2,
}
ARQUIVO: Mapping[str, Valor] = {
    "empresa_tipo_inscricao": 2,
    "empresa_inscricao": EMPRESA,
    "empresa_nome": "EMPRESA EXEMPLO LTDA",
    "banco_nome": "BANCO",
    "convenio": "1234567",
    "agencia": 1234,
    "conta": 12345,
    "data_geracao": GERACAO,
    "data_gravacao": GERACAO,
    "data_formatacao": GERACAO,
    "hora_geracao": time(10, 15),
    "nsa": 7,
    "sequencial_remessa": 7,
    "numero_remessa_retorno": 7,
}

Linha = tuple[str, dict[str, Valor]]


class Boa:
    """One good remessa: its lines by record and field, which a test changes before it is written."""

    def __init__(self, caminho: str, titulos: int = 3) -> None:
        self.layout = loader.load(caminho)
        self.papeis = papeis.load(self.layout)
        self.linhas: list[Linha] = []
        opening = [*self.layout.of(Papel.ABERTURA)[:1], *self.layout.of(Papel.ABERTURA_LOTE)[:1]]
        closing = [*self.layout.of(Papel.ENCERRAMENTO_LOTE)[:1], *self.layout.of(Papel.ENCERRAMENTO)[:1]]
        for registro in opening:
            self._add(registro, ARQUIVO, 0)
        for number in range(1, titulos + 1):
            for registro in self._of_titles():
                self._add(registro, TITULO, number)
        for registro in closing:
            self._add(registro, {}, 0)
        self.number()

    def _of_titles(self) -> list[Registro]:
        names = [written.nome for written in self.papeis.registros] or [self.papeis.titulo, *self.papeis.exige]
        return [self.layout.registro(nome) for nome in names]

    def _add(self, registro: Registro, values: Mapping[str, Valor], number: int) -> None:
        row = {campo.nome: value(self.layout, registro, campo, values, number) for campo in registro.campos}
        movement = self.papeis.campos.get("codigo")
        if movement is not None and movement.registro == registro.nome and movement.campo:
            row[movement.campo] = "01"
        self.linhas.append((registro.nome, {nome: valor for nome, valor in row.items() if valor is not None}))

    def number(self) -> None:
        """Count lines, lots, titles and amounts anew."""
        details = count(1)
        total = len(self.linhas)
        titles = [values for nome, values in self.linhas if nome == self.papeis.titulo]
        soma = sum(int(str(values.get("valor_titulo", 0))) for values in titles)
        outer = len(self.layout.of(Papel.ABERTURA)[:1]) + len(self.layout.of(Papel.ENCERRAMENTO)[:1])
        for index, (nome, values) in enumerate(self.linhas, 1):
            registro = self.layout.registro(nome)
            given: dict[str, Valor] = {
                "sequencial": index,
                "qtd_registros": total,
                "qtd_lotes": 1,
                "qtd_registros_lote": total - outer,
                "qtd_titulos": len(titles),
                "qtd_boletos": len(titles),
                "valor_total": soma,
                "simples_qtd": len(titles),
                "simples_valor": soma,
            }
            if registro.papel is Papel.DETALHE:
                given["sequencia_lote"] = next(details)
            inner = registro.papel in {Papel.DETALHE, Papel.ABERTURA_LOTE, Papel.ENCERRAMENTO_LOTE}
            given |= {"lote": 1} if inner else {}
            values.update({n: v for n, v in given.items() if n in registro and registro.campo(n).literal is None})

    def set(self, registro: str, nome: str, valor: Valor, titulo: int = 0) -> None:
        """Give one field of the record *registro* of a title (from 0) another value."""
        which = [values for name, values in self.linhas if name == registro]
        which[titulo][nome] = valor

    def data(self) -> bytes:
        escrita = writer.write(self.layout, self.linhas)
        assert [problem for problem in escrita.problems if problem.is_error] == []
        return escrita.data

    def lines(self) -> list[bytes]:
        return self.data().split(b"\r\n")[:-1]


def value(layout: Layout, registro: Registro, campo: Campo, values: Mapping[str, Valor], number: int) -> Valor:
    """Return what a good file holds in a field; ``None`` leaves it to the layout."""
    if campo.literal is not None or campo.nome in registro.chave:
        return None
    special = identities(layout, campo, number)
    if campo.nome in special:
        return special[campo.nome]
    wanted: Any = values.get(campo.nome)
    dominio = dominios.judged(layout, registro, campo)
    if dominio is not None and not dominio.takes(str(wanted or campo.vazio)):
        return next((code for code in dominio.codigos if code.strip("0")), None)
    if campo.nome == "protesto_dias" and "protesto_codigo" in registro and registro.campo("protesto_codigo").literal:
        return None  # the layout's constant says that nothing is protested
    if wanted is None or not holds(campo, wanted):
        return None
    return str(wanted)[-campo.tamanho :] if campo.tipo is Tipo.NUMERO else wanted


def identities(layout: Layout, campo: Campo, number: int) -> dict[str, Valor]:
    """Return the values that are each title's or each layout's own."""
    document = str(number) if campo.tipo is Tipo.NUMERO else f"NF {number}"
    cep = {5: "01310", 8: "01310100"}.get(campo.tamanho, "100")
    return {
        "banco": layout.banco,
        "codigo_movimento": "01",
        "ocorrencia": "01",
        "nosso_numero": str(number),
        "nosso_numero_dv": digit(layout, number),
        "nosso_numero_dac": digit(layout, number),
        "numero_documento": document,
        "seu_numero": document,
        "pagador_cep": cep,
        "pagador_cep_sufixo": cep,
    }


def digit(layout: Layout, number: int) -> Valor:
    """Return the digit that the bank's rules give the number; ``None`` where these values are not enough for them."""
    for carteira in ("1", "21"):
        dados = DadosCalculo(agencia="1234", conta="12345", conta_dv="1", carteira=carteira, nosso_numero=str(number))
        with suppress(BancoError, registry.UnknownBancoError):
            return registry.find(layout.banco).calculate(dados).nosso_numero_dv
    return None


def holds(campo: Campo, wanted: Any) -> bool:
    """Whether a field of this type can hold the value: layouts use one name for fields of several types."""
    if campo.tipo.is_date or isinstance(wanted, date):
        return campo.tipo.is_date and isinstance(wanted, date)
    return campo.tipo is not Tipo.NUMERO or str(wanted).isdigit()


def every_remessa() -> list[str]:
    """Return the layouts of remessas, one for each bank and size."""
    return [
        caminho
        for caminho in loader.available()
        if loader.load(caminho).produto == "cobranca"
        and loader.load(caminho).direcao == "remessa"
        and loader.load(caminho).banco != "000"
        and papeis.escolha(caminho) is None
    ]


@pytest.fixture
def boa() -> Callable[..., Boa]:
    """Return the maker of good remessas."""
    return Boa


@pytest.fixture(scope="session")
def remessas() -> list[str]:
    """Every layout of a remessa."""
    return every_remessa()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give a test that asks for ``caminho`` every layout of a remessa."""
    if "caminho" in metafunc.fixturenames:
        metafunc.parametrize("caminho", every_remessa())
