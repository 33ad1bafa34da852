"""Layouts from TOML, strictly: a file with any fault is refused with all its faults at once."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from typing import cast

from finbank_desktop import resources
from finbank_desktop.layouts import merging
from finbank_desktop.layouts.merging import Rascunho
from finbank_desktop.layouts.model import BRANCOS, ZEROS, Campo, Layout, Papel, Tipo

_FOLDER = "layouts"
_SUFFIX = ".toml"
_NAME = re.compile(r"[a-z][a-z0-9_]*\Z")
_RECORD_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*\Z")
_POS = re.compile(r"([1-9]\d*)-([1-9]\d*)\Z")
_TIPO = re.compile(r"(N)([0-9]?)\Z|(A|D8|D6|Y8|H6|X)\Z")
_WIDTH = {Tipo.DATA_DDMMAAAA: 8, Tipo.DATA_DDMMAA: 6, Tipo.DATA_AAAAMMDD: 8, Tipo.HORA: 6}
_DIGITS = re.compile(r"[0-9]*\Z")

_HEAD: Mapping[str, re.Pattern[str]] = {
    "titulo": re.compile(r".+\Z"),
    "banco": re.compile(r"\d{3}\Z"),
    "produto": re.compile(r"(cobranca|pagamento|debito|extrato|dda)\Z"),
    "direcao": re.compile(r"(remessa|retorno)\Z"),
    "versao": re.compile(r".+\Z"),
    "fonte": re.compile(r".+\Z"),
    "data_fonte": re.compile(r"\d{4}(-\d\d(-\d\d)?)?\Z"),
    "confianca": re.compile(r"(manual|duas_fontes|uma_fonte|generico_febraban)\Z"),
    "inscricao_alfanumerica": re.compile(r"(sim|nao|desconhecido)\Z"),
}
_INHERITED_HEAD = frozenset({"produto", "direcao"})
_TOP_KEYS = frozenset(_HEAD) | {"tamanho", "herda", "registro"}
_RECORD_KEYS = frozenset({"nome", "titulo", "papel", "chave", "fonte", "tamanho", "campos", "remove"})
_FIELD_KEYS = frozenset({"pos", "tipo", "nome", "padrao", "codigo", "nota", "maiusculas"})


class LayoutError(Exception):
    """A layout file that cannot be used.

    Attributes:
        caminho: The layout.
        faults: Every fault found, one sentence each.
    """

    def __init__(self, caminho: str, faults: tuple[str, ...]) -> None:
        """Keep the layout's path and its faults."""
        super().__init__(f"layout {caminho}: " + "; ".join(faults))
        self.caminho = caminho
        self.faults = faults


@cache
def available() -> tuple[str, ...]:
    """Return the paths of all layouts, without suffix, sorted."""
    return tuple(
        f"{folder}/{name.removesuffix(_SUFFIX)}"
        for folder in resources.children(_FOLDER)
        for name in resources.children(f"{_FOLDER}/{folder}")
        if name.endswith(_SUFFIX)
    )


@cache
def load(caminho: str) -> Layout:
    """Return the layout at *caminho*, with what it inherits.

    Raises:
        LayoutError: The layout or one it inherits from does not exist or has faults.
    """
    return _load(caminho, ())


def parse(text: str, caminho: str, base: Layout | None = None) -> Layout:
    """Return the layout written in *text*.

    Args:
        text: The TOML.
        caminho: The name it gets.
        base: The layout named by ``herda``.

    Raises:
        LayoutError: *text* has faults; all of them are told.
    """
    return _Builder(_decode(text, caminho), caminho, base).build()


def _load(caminho: str, heirs: tuple[str, ...]) -> Layout:
    if caminho in heirs:
        raise LayoutError(caminho, (f"herda de si mesmo por {' → '.join((*heirs, caminho))}",))
    try:
        text = resources.read_text(f"{_FOLDER}/{caminho}{_SUFFIX}")
    except (OSError, UnicodeDecodeError) as error:
        raise LayoutError(caminho, ("o arquivo não existe ou não é texto UTF-8",)) from error
    herda = _decode(text, caminho).get("herda")
    base = _load(herda, (*heirs, caminho)) if isinstance(herda, str) else None
    return parse(text, caminho, base)


def _decode(text: str, caminho: str) -> dict[str, object]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LayoutError(caminho, (f"não é TOML válido: {error}",)) from error


class _Builder:
    """Builds one layout and gathers its faults on the way."""

    def __init__(self, data: dict[str, object], caminho: str, base: Layout | None) -> None:
        self.data = data
        self.caminho = caminho
        self.base = base
        self.faults: list[str] = []

    def build(self) -> Layout:
        self._refuse_unknown(self.data, _TOP_KEYS, "no cabeçalho")
        self._check_base()
        head = {name: self._head(name) for name in _HEAD}
        tamanho = self._tamanho()
        drafts = [draft for draft in map(self._draft, self._tables("registro", self.data)) if draft]
        self._refuse_repeated([draft.nome for draft in drafts], "registro")
        registros = merging.merge(drafts, self.base.registros if self.base else (), tamanho, self.faults)
        if not registros:
            self.faults.append("nenhum registro")
        if self.faults:
            raise LayoutError(self.caminho, tuple(self.faults))
        return Layout(caminho=self.caminho, tamanho=tamanho, registros=registros, **head)

    def _check_base(self) -> None:
        herda = self.data.get("herda")
        if herda is not None and self.base is None:
            self.faults.append(f"herda de {herda!r}, que não foi encontrado")
        if herda is None and self.base is not None:
            self.faults.append("recebeu uma base, mas não diz de quem herda")

    def _head(self, name: str) -> str:
        inherited = getattr(self.base, name, None) if name in _INHERITED_HEAD else None
        default = "desconhecido" if name == "inscricao_alfanumerica" else inherited
        value = self.data.get(name, default)
        if isinstance(value, str) and _HEAD[name].match(value):
            return value
        self.faults.append(f"{name}: falta" if value is None else f"{name}: valor inválido {value!r}")
        return ""

    def _tamanho(self) -> int:
        inherited = self.base.tamanho if self.base else None
        value = self.data.get("tamanho", inherited)
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            self.faults.append("tamanho: falta ou não é um número inteiro")
            return 0
        if inherited is not None and value < inherited:
            self.faults.append(f"tamanho: {value}, mas a base tem {inherited}")
        return value

    def _draft(self, table: Mapping[str, object]) -> Rascunho | None:
        nome = table.get("nome")
        if not isinstance(nome, str) or not _RECORD_NAME.match(nome):
            self.faults.append(f"registro com nome inválido: {nome!r}")
            return None
        self._refuse_unknown(table, _RECORD_KEYS, f"no registro {nome}")
        papel = self._text(table, "papel", nome)
        if papel is not None and papel not in set(Papel):
            self.faults.append(f"registro {nome}: papel inválido {papel!r}")
            papel = None
        chave = table.get("chave")
        if chave is not None and not (isinstance(chave, list) and all(isinstance(item, str) for item in chave)):
            self.faults.append(f"registro {nome}: chave não é uma lista de nomes")
            chave = None
        return Rascunho(
            nome=nome,
            titulo=self._text(table, "titulo", nome),
            papel=Papel(papel) if papel else None,
            chave=tuple(chave) if chave is not None else None,
            fonte=self._text(table, "fonte", nome),
            tamanho=self._tamanho_of(table, nome),
            campos=tuple(c for c in (self._campo(t, nome) for t in self._tables("campos", table)) if c),
            remove=table.get("remove") is True,
        )

    def _tamanho_of(self, table: Mapping[str, object], nome: str) -> int | None:
        """Return the length a record says it has; ``None`` when it leaves it to the base or the layout."""
        value = table.get("tamanho")
        if value is None or (isinstance(value, int) and not isinstance(value, bool) and value > 0):
            return value
        self.faults.append(f"registro {nome}: tamanho inválido {value!r}")
        return None

    def _campo(self, table: Mapping[str, object], registro: str) -> Campo | None:
        nome, pos, tipo = table.get("nome"), table.get("pos"), table.get("tipo")
        where = f"registro {registro}, campo {nome!r}"
        self._refuse_unknown(table, _FIELD_KEYS, f"em {where}")
        found = _POS.match(pos) if isinstance(pos, str) else None
        picture = _TIPO.match(tipo) if isinstance(tipo, str) else None
        faults = [
            sentence
            for sentence, bad in (
                ("nome inválido", not (isinstance(nome, str) and _NAME.match(nome))),
                (f"posições inválidas {pos!r}", found is None or int(found[1]) > int(found[2])),
                (f"tipo inválido {tipo!r}", picture is None),
            )
            if bad
        ]
        if faults or found is None or picture is None:
            self.faults += [f"{where}: {fault}" for fault in faults]
            return None
        campo = Campo(
            nome=str(nome),
            inicio=int(found[1]),
            fim=int(found[2]),
            tipo=Tipo(picture[1] or picture[3]),
            decimais=int(picture[2] or 0),
            padrao=self._text(table, "padrao", where),
            codigo=self._text(table, "codigo", where) or "",
            nota=self._text(table, "nota", where) or "",
            maiusculas=table.get("maiusculas", True) is not False,
        )
        self.faults += [f"{where}: {fault}" for fault in _misfits(campo)]
        return campo

    def _text(self, table: Mapping[str, object], key: str, where: str) -> str | None:
        value = table.get(key)
        if value is None or isinstance(value, str):
            return value
        self.faults.append(f"{where}: {key} não é texto")
        return None

    def _tables(self, key: str, table: Mapping[str, object]) -> list[Mapping[str, object]]:
        value = table.get(key, [])
        if isinstance(value, list) and all(isinstance(item, dict) for item in value):
            return cast("list[Mapping[str, object]]", value)
        self.faults.append(f"{key} não é uma lista de tabelas")
        return []

    def _refuse_unknown(self, table: Mapping[str, object], known: frozenset[str], where: str) -> None:
        self.faults += [f"chave desconhecida {key!r} {where}" for key in table if key not in known]

    def _refuse_repeated(self, names: list[str], what: str) -> None:
        self.faults += [f"{what} repetido: {name}" for name in sorted({n for n in names if names.count(n) > 1})]


def _misfits(campo: Campo) -> list[str]:
    """Return what is wrong between a field's type, size and default."""
    width = _WIDTH.get(campo.tipo)
    faults = [f"tipo {campo.tipo} pede {width} posições"] if width not in {None, campo.tamanho} else []
    if campo.padrao in {None, BRANCOS, ZEROS}:
        return faults
    padrao = campo.padrao
    if not padrao or len(padrao) > campo.tamanho:
        faults.append(f"padrão {padrao!r} não cabe em {campo.tamanho} posições")
    if campo.tipo not in {Tipo.TEXTO, Tipo.IDENTIFICADOR} and not _DIGITS.match(padrao):
        faults.append(f"padrão {padrao!r} não é numérico")
    if not (padrao.isascii() and padrao.isprintable()):
        faults.append(f"padrão {padrao!r} tem caracteres fora do ASCII")
    return faults
