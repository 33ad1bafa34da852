"""Small remessas of two banks, one per size of line, written by the banks' own layouts."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from finbank_desktop.domain.registros import Valor
from finbank_desktop.layouts import loader, writer

GERACAO = date(2026, 11, 20)
VENCIMENTO = date(2026, 12, 15)  # a Tuesday
Write = Callable[..., Path]


def write(path: Path, layout: str, records: list[tuple[str, Mapping[str, Valor]]]) -> Path:
    """Write *records*; a field that is none of the record's is left to others."""
    chosen = loader.load(layout)
    known = [
        (nome, {campo: valor for campo, valor in values.items() if campo in chosen.registro(nome)})
        for nome, values in records
    ]
    escrita = writer.write(chosen, known)
    assert escrita.problems == []
    path.write_bytes(escrita.data)
    return path


@pytest.fixture
def remessa_400(tmp_path: Path) -> Write:
    """Return a maker of remessas of bank 341: each title R$ 100,00, R$ 0,05 a day, 2 % fine, due on 15/12/2026."""

    def make(titulos: int = 4, **changes: Valor) -> Path:
        conta: dict[str, Valor] = {"agencia": "0057", "conta": "12345", "conta_dac": "7"}
        header = {**conta, "empresa_nome": "EXEMPLO LTDA", "banco_nome": "BANCO", "data_geracao": GERACAO}
        records: list[tuple[str, Mapping[str, Valor]]] = [("header", {**header, "sequencial": 1})]
        for number in range(1, titulos + 1):
            titulo: dict[str, Valor] = {
                **conta,
                "empresa_tipo_inscricao": 2,
                "empresa_inscricao": "11222333000181",
                "uso_empresa": f"BOLETO {number}",
                "nosso_numero": number,
                "carteira_numero": 109,
                "carteira": "I",
                "ocorrencia": 1,
                "numero_documento": f"NF {number}",
                "vencimento": VENCIMENTO,
                "valor_titulo": 10000,
                "especie": "01",
                "aceite": "N",
                "data_emissao": GERACAO,
                "juros_dia": 5,
                "pagador_nome": "CLIENTE EXEMPLO",
            }
            records.append(("detalhe", {**titulo, **changes, "sequencial": 2 * number}))
            multa: dict[str, Valor] = {"multa_codigo": "2", "multa_data": VENCIMENTO, "multa_valor_percentual": 200}
            records.append(("multa", multa | {"sequencial": 2 * number + 1}))
        records.append(("trailer", {"sequencial": len(records) + 1}))
        return write(tmp_path / "CB201101.REM", "341-itau/cobranca_400_remessa", records)

    return make


@pytest.fixture
def remessa_240(tmp_path: Path) -> Write:
    """Return a maker of remessas of bank 756: each title R$ 100,00, 1 % a month, R$ 3,00 fine, due on 15/12/2026."""

    def make(titulos: int = 4, **changes: Valor) -> Path:
        quem: dict[str, Valor] = {
            "banco": 756,
            "empresa_tipo_inscricao": 2,
            "empresa_inscricao": "11222333000181",
            "agencia": 4321,
            "agencia_dv": "0",
            "conta": 98765,
            "conta_dv": "4",
            "empresa_nome": "EXEMPLO LTDA",
            "banco_nome": "BANCO",
            "data_geracao": GERACAO,
            "nsa": 7,
        }
        records: list[tuple[str, Mapping[str, Valor]]] = [("header", quem), ("header_lote", {**quem, "lote": 1})]
        for number in range(1, titulos + 1):
            titulo: dict[str, Valor] = {
                **quem,
                "lote": 1,
                "codigo_movimento": 1,
                "nosso_numero": f"{number:09d}3",
                "parcela": 1,
                "modalidade": 1,
                "tipo_formulario": 4,
                "carteira": 1,
                "numero_documento": f"NF {number}",
                "vencimento": VENCIMENTO,
                "valor_titulo": 10000,
                "juros_codigo": 2,
                "juros_data": VENCIMENTO,
                "juros_valor_taxa": 100,
                "multa_codigo": "1",
                "multa_data": VENCIMENTO,
                "multa_valor_percentual": 300,
                "pagador_tipo_inscricao": 1,
                "pagador_inscricao": "52998224725",
                "pagador_nome": "CLIENTE EXEMPLO",
                "uso_empresa": f"BOLETO {number}",
            }
            for offset, segment in enumerate("PQR"):
                records.append((segment, {**titulo, **changes, "sequencia_lote": 3 * number - 2 + offset}))
        lote = {"banco": 756, "lote": 1, "qtd_registros_lote": 3 * titulos + 2}
        records.append(("trailer_lote", lote))
        records.append(("trailer", {"banco": 756, "qtd_lotes": 1, "qtd_registros": 3 * titulos + 4}))
        return write(tmp_path / "CB201102.REM", "756-sicoob/cobranca_240_remessa", records)

    return make
