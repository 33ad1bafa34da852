"""A good remessa, one fault planted in it: the finding names the line and the field."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from finbank_desktop.cnab import dominios
from finbank_desktop.cnab.conferencia import check
from finbank_desktop.domain.problems import Problem, RefusedError, Severity
from finbank_desktop.layouts.model import Campo, Papel, Registro

LAYOUTS_PER_FAULT = 8
Plant = Callable[[Any], "Planted | None"]


@dataclass(frozen=True)
class Planted:
    """A file with one fault, and where it must be found; line ``None``: anywhere, field ``None``: of the whole line."""

    data: bytes
    line: int | None
    field: str | None


def where(boa: Any, *nomes: str, papel: Papel = Papel.DETALHE) -> tuple[int, Registro, Campo] | None:
    """Return line (from 0), record and field of the first of *nomes* in the second title or the first such record."""
    registros = sorted(boa.layout.of(papel), key=lambda registro: registro.nome != boa.papeis.titulo)
    for nome in nomes:
        for registro in registros:
            lines = [index for index, (name, _) in enumerate(boa.linhas) if name == registro.nome]
            if nome in registro and lines:
                return lines[min(1, len(lines) - 1)], registro, registro.campo(nome)
    return None


def put(
    *nomes: str, text: str, papel: Papel = Papel.DETALHE, at: str = "", then: Callable[[Any], bool] | None = None
) -> Plant:
    """Return a fault: *text* in the first of the fields *nomes*; found at the field *at* when that is another."""

    def plant(boa: Any) -> Planted | None:
        place = where(boa, *nomes, papel=papel)
        if place is None or (then is not None and not then(boa)):
            return None
        index, registro, campo = place
        lines = boa.lines()
        filled = text if len(text) > 1 or campo.tamanho == 1 else text * campo.tamanho
        filled = filled.zfill(campo.tamanho) if filled.isdigit() else filled.ljust(campo.tamanho)
        lines[index] = replaced(lines[index], campo, filled[: campo.tamanho])
        found = registro.campo(at) if at in registro else campo
        return Planted(joined(lines), index + 1, found.nome)

    return plant


def replaced(line: bytes, campo: Campo, text: str) -> bytes:
    return line[: campo.inicio - 1] + text.encode("latin-1") + line[campo.fim :]


def joined(lines: list[bytes]) -> bytes:
    return b"".join(line + b"\r\n" for line in lines)


def pair(first: tuple[str, str], second: tuple[str, str], at: str) -> Plant:
    """Return a fault of two fields of one record that contradict each other, found at *at*."""

    def plant(boa: Any) -> Planted | None:
        places = [where(boa, nome) for nome, _ in (first, second)]
        if places[0] is None or places[1] is None or places[0][1] is not places[1][1]:
            return None
        index, registro, _ = places[0]
        lines = boa.lines()
        for (_, _, campo), (_, text) in zip((places[0], places[1]), (first, second), strict=True):
            lines[index] = replaced(lines[index], campo, text.zfill(campo.tamanho)[-campo.tamanho :])
        return Planted(joined(lines), index + 1, registro.campo(at).nome)

    return plant


def day(field_name: str, ddmmaaaa: str, at: str = "") -> Plant:
    """Return a date put into a field of either width."""

    def plant(boa: Any) -> Planted | None:
        place = where(boa, field_name)
        if place is None or not place[2].tipo.is_date:
            return None
        width = place[2].tamanho
        text = ddmmaaaa if width == 8 else ddmmaaaa[:4] + ddmmaaaa[6:]
        return put(field_name, text=text, at=at)(boa)

    return plant


def decade(boa: Any) -> Planted | None:
    """A due date in twenty years, in a file whose date the engine knows by its name."""
    header = where(boa, "data_geracao", papel=Papel.ABERTURA)
    return day("vencimento", "15122046")(boa) if header else None


def same_number(boa: Any) -> Planted | None:
    place = where(boa, "nosso_numero")
    if place is None or place[1].nome != boa.papeis.titulo:
        return None
    index, registro, campo = place
    lines = boa.lines()
    first = next(i for i, (nome, _) in enumerate(boa.linhas) if nome == registro.nome)
    lines[index] = replaced(lines[index], campo, lines[first][campo.inicio - 1 : campo.fim].decode())
    return Planted(joined(lines), index + 1, "nosso_numero")


def without_line(papel: Papel) -> Plant:
    def plant(boa: Any) -> Planted | None:
        nomes = {registro.nome for registro in boa.layout.of(papel)}
        lines = boa.lines()
        index = next((i for i, (nome, _) in enumerate(boa.linhas) if nome in nomes), None)
        if index is None:
            return None
        del lines[index]
        return Planted(joined(lines), None, None)

    return plant


def without_segment_q(boa: Any) -> Planted | None:
    index = next((i for i, (nome, _) in enumerate(boa.linhas) if nome == "Q"), None)
    if index is None:
        return None
    lines = boa.lines()
    del lines[index]
    return Planted(joined(lines), index, None)  # told at the title it was taken from, the line before


def twice_line(boa: Any) -> Planted:
    lines = boa.lines()
    index = next(i for i, (nome, _) in enumerate(boa.linhas) if nome == boa.papeis.titulo)
    lines.insert(index, lines[index])
    return Planted(joined(lines), index + 2, None)


def longer(boa: Any) -> Planted:
    lines = boa.lines()
    lines[2] += b" "
    return Planted(joined(lines), 3, None)


def shorter(boa: Any) -> Planted:
    lines = boa.lines()
    lines[2] = lines[2][:-3]
    return Planted(joined(lines), 3, None)


def utf_8(boa: Any) -> Planted | None:
    """A peer's refusal: two bytes for one letter, the bank complains of the sequence number (OpenCnabPHP#81)."""
    place = where(boa, "pagador_nome")
    assert place is not None
    index, _, campo = place
    lines = boa.lines()
    lines[index] = replaced(lines[index], campo, "JO").decode().replace("JO", "JOÃO".ljust(campo.tamanho), 1).encode()
    return Planted(joined(lines), index + 1, None)


def blank_line(boa: Any) -> Planted:
    lines = boa.lines()
    lines.insert(2, b"")
    return Planted(joined(lines), 3, None)


def byte_order_mark(boa: Any) -> Planted:
    return Planted(b"\xef\xbb\xbf" + boa.data(), 1, None)


def foreign_line(boa: Any) -> Planted:
    lines = boa.lines()
    width = len(lines[0])
    lines[2] = b"X" * width
    return Planted(joined(lines), 3, None)


def letters_in(nome: str) -> Plant:
    return put(nome, text="ABC")


def lettered_cnpj(boa: Any) -> Planted | None:
    kind, number = where(boa, "pagador_tipo_inscricao"), where(boa, "pagador_inscricao")
    if kind is None or number is None:
        return None
    index = number[0]
    lines = boa.lines()
    lines[index] = replaced(lines[index], number[2], "12ABC34501DE35".rjust(number[2].tamanho, "0"))
    lines[index] = replaced(lines[index], kind[2], "2".zfill(kind[2].tamanho))
    return Planted(joined(lines), index + 1, "pagador_inscricao")


def listed(*nomes: str) -> Callable[[Any], bool]:
    """Return whether a layout's codes of a field are known at all."""

    def known(boa: Any) -> bool:
        place = where(boa, *nomes)
        return place is not None and dominios.judged(boa.layout, place[1], place[2]) is not None

    return known


def discounted(boa: Any) -> bool:
    """Whether the layout has a date beside the discount's amount."""
    dated = where(boa, "desconto1_data", "desconto_data") is not None
    valued = where(boa, "desconto1_valor_percentual", "desconto_valor", "desconto1_valor") is not None
    return dated and valued and where(boa, "desconto_codigo", "desconto_tipo") is None


def is_240(boa: Any) -> bool:
    return bool(boa.layout.tamanho == 240)


def past(boa: Any) -> Planted | None:
    """A title that was due before the file was made."""
    due, issued = where(boa, "vencimento"), where(boa, "data_emissao")
    if due is None or issued is None or not due[2].tipo.is_date:
        return None
    lines = boa.lines()
    index = due[0]
    for campo, text in ((due[2], "02112026"), (issued[2], "01112026")):
        lines[index] = replaced(lines[index], campo, text if campo.tamanho == 8 else text[:4] + text[6:])
    return Planted(joined(lines), index + 1, "vencimento")


ABERTURA, LOTE, FIM_LOTE, FIM = Papel.ABERTURA, Papel.ABERTURA_LOTE, Papel.ENCERRAMENTO_LOTE, Papel.ENCERRAMENTO

FAULTS: dict[str, Plant] = {
    "falta o vencimento": put("vencimento", text="0"),
    "vencimento que não é data": day("vencimento", "31022026"),
    "vencimento antes da emissão": day("vencimento", "19112026"),
    "vencimento a mais de dez anos": decade,
    "vencimento já passado": past,
    "falta a emissão": put("data_emissao", text="0"),
    "emissão depois da geração": day("data_emissao", "05122026"),
    "valor zero": put("valor_titulo", text="0"),
    "valor com letras": letters_in("valor_titulo"),
    "valor em branco": put("valor_titulo", text=" "),
    "abatimento igual ao valor": put("valor_abatimento", text="15000"),
    "IOF maior que o valor": put("valor_iof", text="99900"),
    "desconto maior que o valor": put("desconto1_valor_percentual", "desconto_valor", text="20000"),
    "desconto depois do vencimento": day("desconto1_data", "16122026"),
    "desconto depois do vencimento (400)": day("desconto_data", "16122026"),
    "desconto sem data": put("desconto1_data", "desconto_data", text="0", then=discounted),
    "desconto sem valor": put("desconto1_valor_percentual", "desconto_valor", text="0", then=discounted),
    "desconto sem código": put("desconto1_codigo", text="0"),
    "código de desconto desconhecido": put("desconto1_codigo", text="9"),
    "desconto percentual acima de 100": pair(
        ("desconto1_codigo", "2"), ("desconto1_valor_percentual", "1010000"), "desconto1_valor_percentual"
    ),
    "juros antes do vencimento": day("juros_data", "14122026"),
    "juros sem valor": put("juros_valor_taxa", text="0"),
    "juros sem código": put("juros_codigo", text="0", then=is_240),
    "código de juros desconhecido": put("juros_codigo", text="7", then=is_240),
    "juro de um dia maior que o título": put("juros_dia", text="16000"),
    "multa antes do vencimento": day("multa_data", "14122026"),
    "multa sem valor": put("multa_valor_percentual", text="0"),
    "multa acima de 100 %": put("multa_valor_percentual", text="10100"),
    "código de multa desconhecido": put("multa_codigo", text="8", then=listed("multa_codigo")),
    "protesto sem dias": put("protesto_dias", text="0", then=is_240),
    "código de protesto desconhecido": put("protesto_codigo", text="7"),
    "dias sem protesto": put("protesto_codigo", text="3", at="protesto_dias", then=is_240),
    "baixa sem dias": put("baixa_dias", text="0", then=is_240),
    "código de baixa desconhecido": put("baixa_codigo", text="7"),
    "baixa antes do protesto": put("baixa_dias", text="005", then=is_240),
    "banco emite e ninguém distribui": pair(
        ("emissao_boleto", "1"), ("distribuicao_boleto", "0"), "distribuicao_boleto"
    ),
    "movimento desconhecido": put(
        "codigo_movimento", "ocorrencia", text="97", then=listed("codigo_movimento", "ocorrencia")
    ),
    "movimentos diferentes no mesmo título": lambda boa: (
        _in_record(boa, "Q", "codigo_movimento", "02") if is_240(boa) else None
    ),
    "espécie desconhecida": put("especie", text="98", then=listed("especie")),
    "aceite desconhecido": put("aceite", text="Z"),
    "carteira desconhecida": put("carteira", text="9", then=listed("carteira")),
    "moeda desconhecida": put("moeda", text="77", then=is_240),
    "nosso número repetido": same_number,
    "falta o seu número": put("numero_documento", "seu_numero", text=" "),
    "falta o nome do pagador": put("pagador_nome", text=" "),
    "falta o endereço do pagador": put("pagador_endereco", "pagador_logradouro", text=" "),
    "falta a cidade do pagador": put("pagador_cidade", text=" "),
    "falta a UF do pagador": put("pagador_uf", text=" "),
    "UF que não existe": put("pagador_uf", text="XX"),
    "falta o CEP": put("pagador_cep", text="0"),
    "CEP de outro estado": put("pagador_cep", text="8", then=lambda boa: where(boa, "pagador_uf") is not None),
    "falta o documento do pagador": put("pagador_inscricao", text="0"),
    "CPF com dígito errado": put("pagador_inscricao", text="52998224726"),
    "CPF com 14 algarismos": put("pagador_inscricao", text="11444777000161"),
    "tipo de inscrição desconhecido": put("pagador_tipo_inscricao", text="5"),
    "CNPJ com letras": lettered_cnpj,
    "o pagador é a própria empresa": lambda boa: (
        pair(("pagador_tipo_inscricao", "2"), ("pagador_inscricao", "11222333000181"), "pagador_inscricao")(boa)
        if "documento" in boa.papeis.arquivo
        else None
    ),
    "beneficiário final sem documento": put(
        "avalista_nome", text="OUTRA EMPRESA", at="avalista_inscricao", then=is_240
    ),
    "beneficiário final sem nome": put("avalista_inscricao", text="11444777000161", at="avalista_nome", then=is_240),
    "CNPJ da empresa com dígito errado": put("empresa_inscricao", text="11222333000182", papel=ABERTURA),
    "falta o CNPJ da empresa": put("empresa_inscricao", text="0", papel=ABERTURA),
    "acento em Latin-1": put("pagador_nome", text="JOÃO DA SILVA"),
    "letras em UTF-8": utf_8,
    "letras minúsculas": put("pagador_nome", text="joao da silva"),
    "sinais recusados": put("pagador_nome", text="SILVA & FILHOS"),
    "linha longa demais": longer,
    "linha curta demais": shorter,
    "linha em branco": blank_line,
    "marca de UTF-8 no começo": byte_order_mark,
    "linha de outro layout": foreign_line,
    "título em dobro": twice_line,
    "título sem segmento Q": without_segment_q,
    "falta a data de geração": put("data_geracao", text="0", papel=ABERTURA),
    "sem fim": without_line(FIM),
    "sem fim do lote": without_line(FIM_LOTE),
    "sem início do lote": without_line(LOTE),
    "remessa sem número": put("nsa", "sequencial_remessa", "numero_remessa_retorno", text="0", papel=ABERTURA),
    "data de geração que não é data": put("data_geracao", text="9", papel=ABERTURA),
    "CNPJ do lote de outra empresa": put("empresa_inscricao", text="11444777000161", papel=LOTE),
    "lote com outro número": lambda boa: put("lote", text="7")(boa) if is_240(boa) else None,
    "título de outro banco": lambda boa: put("banco", text="999")(boa) if is_240(boa) else None,
    "sequência do lote errada": put("sequencia_lote", text="9"),
    "sequência do arquivo errada": put("sequencial", text="9"),
    "total de linhas errado": put("qtd_registros", text="99", papel=FIM),
    "total de lotes errado": put("qtd_lotes", text="9", papel=FIM),
    "total de linhas do lote errado": put("qtd_registros_lote", text="99", papel=FIM_LOTE),
    "soma do lote errada": put("simples_valor", text="1", papel=FIM_LOTE),
    "títulos do lote contados errado": put("simples_qtd", text="77", papel=FIM_LOTE),
    "reservado com conteúdo": put("cnab_1", "reservado_1", "reservado_2", text="XYZ"),
    "tipo de operação errado": put("tipo_operacao", text="T", papel=LOTE),
}


def _in_record(boa: Any, registro: str, nome: str, text: str) -> Planted | None:
    lines = boa.lines()
    indices = [i for i, (name, _) in enumerate(boa.linhas) if name == registro]
    campo = boa.layout.registro(registro).campo(nome)
    lines[indices[1]] = replaced(lines[indices[1]], campo, text)
    return Planted(joined(lines), indices[1] + 1, nome)


def found(planted: Planted) -> Iterator[Problem]:
    """Yield the findings that name the place; of a file without an end also its refusal."""
    try:
        problems = check(planted.data)
    except RefusedError as refused:
        if planted.line is not None:
            raise
        problems = [Problem(message=refused.message, fix=refused.message)]
    for problem in problems:
        if problem.severity is Severity.INFO:
            continue
        here = planted.line is None or problem.line == planted.line
        if here and (planted.field is None or problem.field == planted.field):
            yield problem


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_found_where_it_is(fault: str, boa: Callable[..., Any], remessas: list[str]) -> None:
    tried = 0
    # another few layouts for each fault, so that all of them have their turn
    turn = list(FAULTS).index(fault)
    for caminho in remessas[turn % len(remessas) :] + remessas[: turn % len(remessas)]:
        planted = FAULTS[fault](boa(caminho)) if tried < LAYOUTS_PER_FAULT else None
        if planted is None:
            continue
        tried += 1
        problems = list(found(planted))
        assert problems, f"{caminho}: nada na linha {planted.line}, campo {planted.field}"
        assert all(problem.message.endswith(".") for problem in problems)
        assert any(problem.fix for problem in problems), problems
    assert tried, "nenhum layout tem o campo deste defeito"


def test_there_are_faults_of_at_least_forty_kinds() -> None:
    assert len(FAULTS) >= 40
