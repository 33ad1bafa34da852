import pytest

from finbank_desktop.layouts import loader
from finbank_desktop.layouts.loader import LayoutError
from finbank_desktop.layouts.model import Campo, Layout, Papel, Tipo


def faults_of(text: str, base: Layout | None = None) -> tuple[str, ...]:
    with pytest.raises(LayoutError) as refused:
        loader.parse(text, "ensaio/x", base)
    return refused.value.faults


def child(simples: Layout, registro: str) -> str:
    assert simples.caminho == "ensaio/simples"
    return (
        'titulo = "Filho"\nbanco = "999"\nherda = "ensaio/simples"\nversao = "2"\nfonte = "f"\n'
        'data_fonte = "2026-11"\nconfianca = "manual"\n' + registro
    )


def test_a_layout_has_its_records_and_fields_by_name(simples: Layout) -> None:
    assert [registro.nome for registro in simples.registros] == ["header", "detalhe", "trailer"]
    valor = simples.registro("detalhe").campo("valor_titulo")
    assert (valor.inicio, valor.fim, valor.tamanho, valor.tipo, valor.decimais) == (18, 26, 9, Tipo.NUMERO, 2)
    assert "valor_titulo" in simples.registro("detalhe")
    assert "valor_titulo" not in simples.registro("header")
    assert simples.registro("detalhe").at(18) is valor
    assert simples.registro("header").papel is Papel.ABERTURA
    assert simples.inscricao_alfanumerica == "desconhecido"


def test_a_gap_is_refused(simples_toml: str) -> None:
    faults = faults_of(simples_toml.replace("9-16", "10-17").replace("17-31", "18-31"))
    assert any("posições 9-9 sem campo" in fault for fault in faults)


def test_an_overlap_is_refused(simples_toml: str) -> None:
    assert any("dentro do campo anterior" in fault for fault in faults_of(simples_toml.replace("2-11", "2-12")))


def test_a_record_that_is_too_long_is_refused(simples_toml: str) -> None:
    assert any("termina em 41" in fault for fault in faults_of(simples_toml.replace("35-40", "35-41")))


def test_a_record_that_is_too_short_is_refused(simples_toml: str) -> None:
    assert any("posições 40-40 sem campo" in fault for fault in faults_of(simples_toml.replace("35-40", "35-39")))


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('versao = "1"', 'versao = "1"\ncor = "azul"', "chave desconhecida 'cor'"),
        ('fonte = "p. 1"', 'fonte = "p. 1"\nordem = 1', "chave desconhecida 'ordem'"),
        ('codigo = "G069"', 'cod = "G069"', "chave desconhecida 'cod'"),
        ('nome = "trailer"', 'nome = "detalhe"', "registro repetido: detalhe"),
        ('nome = "vencimento"', 'nome = "nosso_numero"', "campo repetido: nosso_numero"),
        ('padrao = "RETORNO"', 'padrao = "RETORNOS"', "não cabe em 7 posições"),
        ('padrao = "9"', 'padrao = "x"', "não é numérico"),
        ('padrao = "RETORNO"', 'padrao = "RETÔRNO"', "fora do ASCII"),
        ('chave = ["tipo_registro"]', "chave = []", "chave vazia"),
        ('chave = ["tipo_registro"]', 'chave = ["segmento"]', "que não existe"),
        ('chave = ["tipo_registro"]', 'chave = ["sequencial"]', "não tem padrão"),
        ('padrao = "9"', 'padrao = "1"', "registros detalhe e trailer têm a mesma chave"),
        ('tipo = "D8"', 'tipo = "D6"', "tipo D6 pede 6 posições"),
        ('tipo = "D8"', 'tipo = "D9"', "tipo inválido 'D9'"),
        ('pos = "9-16"', 'pos = "16-9"', "posições inválidas '16-9'"),
        ('banco = "000"', 'banco = "0"', "banco: valor inválido"),
        ('direcao = "retorno"', "", "direcao: falta"),
        ('papel = "abertura"', 'papel = "capa"', "papel inválido 'capa'"),
        ('confianca = "uma_fonte"', 'confianca = "certeza"', "confianca: valor inválido"),
        ("tamanho = 40", 'tamanho = "40"', "tamanho: falta"),
        ('versao = "1"', 'versao = "1"\nherda = "nada/disso"', "que não foi encontrado"),
    ],
)
def test_every_kind_of_fault_is_named(simples_toml: str, old: str, new: str, fault: str) -> None:
    assert old in simples_toml
    faults = faults_of(simples_toml.replace(old, new))
    assert any(fault in found for found in faults), faults


def test_all_faults_of_a_file_are_told_at_once(simples_toml: str) -> None:
    text = simples_toml.replace('banco = "000"', 'banco = "X"', 1).replace("2-11", "2-12").replace('"D8"', '"D7"')
    faults = faults_of(text)
    assert len(faults) >= 3
    assert any("banco" in fault for fault in faults)
    assert any("tipo inválido" in fault for fault in faults)
    assert any("dentro do campo anterior" in fault for fault in faults)


def test_what_is_no_toml_is_refused() -> None:
    assert "não é TOML válido" in faults_of("titulo = ")[0]


def test_a_child_field_replaces_every_inherited_field_it_overlaps(simples: Layout) -> None:
    text = child(
        simples,
        '[[registro]]\nnome = "detalhe"\ncampos = [\n'
        '{ pos = "10-13", tipo = "A", nome = "carteira" },\n'
        '{ pos = "2-9", tipo = "N", nome = "nosso_numero" },\n'
        '{ pos = "14-17", tipo = "N", nome = "dia_e_mes" },\n]\n',
    )
    layout = loader.parse(text, "ensaio/filho", simples)
    names = [campo.nome for campo in layout.registro("detalhe").campos]
    assert names[:4] == ["tipo_registro", "nosso_numero", "carteira", "dia_e_mes"]
    assert names[4:] == ["valor_titulo", "pagador_nome", "sequencial"]
    assert layout.registro("detalhe").titulo == "Detalhe"
    assert layout.registro("trailer") == simples.registro("trailer")
    assert (layout.tamanho, layout.direcao, layout.banco) == (40, "retorno", "999")


def test_a_child_that_leaves_a_gap_is_refused(simples: Layout) -> None:
    text = child(
        simples, '[[registro]]\nnome = "detalhe"\ncampos = [{ pos = "2-9", tipo = "N", nome = "nosso_numero" }]\n'
    )
    assert any("posições 10-11 sem campo" in fault for fault in faults_of(text, simples))


def test_a_child_that_names_a_field_twice_is_refused(simples: Layout) -> None:
    text = child(
        simples, '[[registro]]\nnome = "detalhe"\ncampos = [{ pos = "12-17", tipo = "N", nome = "sequencial" }]\n'
    )
    assert any("campo repetido: sequencial" in fault for fault in faults_of(text, simples))


def test_a_child_can_drop_a_record(simples: Layout) -> None:
    layout = loader.parse(child(simples, '[[registro]]\nnome = "header"\nremove = true\n'), "ensaio/filho", simples)
    assert [registro.nome for registro in layout.registros] == ["detalhe", "trailer"]


def test_dropping_what_the_base_does_not_have_is_refused(simples: Layout) -> None:
    faults = faults_of(child(simples, '[[registro]]\nnome = "capa"\nremove = true\n'), simples)
    assert any("a base não o tem" in fault for fault in faults)


def test_a_new_record_must_say_all(simples: Layout) -> None:
    text = child(simples, '[[registro]]\nnome = "multa"\ncampos = [{ pos = "1-40", tipo = "A", nome = "tudo" }]\n')
    faults = faults_of(text, simples)
    assert {f"registro multa: falta {name}" for name in ("titulo", "papel", "chave", "fonte")} <= set(faults)


def test_a_child_may_be_longer_than_its_base_but_not_shorter(simples: Layout) -> None:
    assert any("a base tem 40" in fault for fault in faults_of(child(simples, "") + "tamanho = 30\n", simples))
    longer = loader.parse(child(simples, "") + "tamanho = 50\n", "ensaio/filho", simples)
    assert longer.tamanho == 50
    assert [registro.tamanho for registro in longer.registros] == [40, 40, 40]


def test_a_record_may_have_a_length_of_its_own(simples: Layout) -> None:
    more = '[[registro]]\nnome = "detalhe"\ntamanho = {0}\ncampos = [{{ pos = "41-{1}", tipo = "A", nome = "mais" }}]\n'
    head = child(simples, "") + "tamanho = 50\n"
    longer = loader.parse(head + more.format(45, 45), "ensaio/filho", simples)
    assert [registro.tamanho for registro in longer.registros] == [40, 45, 40]
    assert any("sem campo" in fault for fault in faults_of(head + more.format(50, 45), simples))
    assert any("tem 60 posições e o layout 50" in fault for fault in faults_of(head + more.format(60, 60), simples))
    assert any("tamanho inválido" in fault for fault in faults_of(head + more.format('"x"', 45), simples))


def test_an_unknown_layout_is_refused() -> None:
    with pytest.raises(LayoutError, match="não existe"):
        loader.load("nada/disso")


def test_every_layout_that_ships_loads() -> None:
    for caminho in loader.available():
        assert loader.load(caminho).caminho == caminho


@pytest.mark.parametrize(
    ("campo", "vazio", "literal"),
    [
        (Campo(nome="x", inicio=1, fim=3, tipo=Tipo.NUMERO), "000", None),
        (Campo(nome="x", inicio=1, fim=3, tipo=Tipo.TEXTO), "   ", None),
        (Campo(nome="x", inicio=1, fim=3, tipo=Tipo.NUMERO, padrao="brancos"), "   ", None),
        (Campo(nome="x", inicio=1, fim=3, tipo=Tipo.TEXTO, padrao="zeros"), "000", None),
        (Campo(nome="x", inicio=1, fim=3, tipo=Tipo.NUMERO, padrao="7"), "007", "007"),
        (Campo(nome="x", inicio=1, fim=3, tipo=Tipo.TEXTO, padrao="T"), "T  ", "T  "),
    ],
)
def test_an_empty_field_is_its_default_filled(campo: Campo, vazio: str, literal: str | None) -> None:
    assert (campo.vazio, campo.literal) == (vazio, literal)
