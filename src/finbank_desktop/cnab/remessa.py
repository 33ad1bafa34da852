"""A remessa: our titles as the bank's records, and the records as a file.

Values that every bank calls alike come from here; what only one bank wants comes from its module in
`finbank_desktop.bancos`; which records a title is written with stands in ``resources/papeis``.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from finbank_desktop.bancos import registry
from finbank_desktop.bancos.protocol import Banco, BancoError, Campos
from finbank_desktop.cnab import comandos, papeis, valores_remessa
from finbank_desktop.cnab.detect import layout_of
from finbank_desktop.cnab.papeis import Papeis
from finbank_desktop.domain.comandos import Comando
from finbank_desktop.domain.problems import Problem, RefusedError
from finbank_desktop.domain.registros import Valor
from finbank_desktop.domain.remessas import DadosRemessa, TituloRemessa
from finbank_desktop.layouts import loader
from finbank_desktop.layouts.model import Layout, Papel, Registro
from finbank_desktop.layouts.writer import Escrita, write

_COMANDO_ENTRADA = "01"
_REMESSA = "remessa"
_DE_MULTA = (Comando.ALTERAR_MULTA, Comando.DISPENSAR_MULTA)
_MULTA = "multa_codigo"
_BENEFICIARIO_FINAL = "avalista_nome"
_MESES = "123456789OND"
"""One character per month, as Sicredi names its files (Manual CNAB 400, 8.7.1)."""

Linha = tuple[str, Mapping[str, Valor]]


def render(dados: DadosRemessa) -> Escrita:
    """Return the file that tells the bank of *dados*.

    With an error among the problems there is no data; each problem of a title names it by its seu número.

    Raises:
        RefusedError: There are no titles, or no layout or rules for the convênio's bank and format.
    """
    layout, roles = _layout(dados)
    if not dados.titulos:
        message = "A remessa não tem títulos. Escolha ao menos um boleto que ainda não foi enviado ao banco."
        raise RefusedError("remessa_sem_titulos", message)
    try:
        banco = registry.find(dados.convenio.banco)
    except registry.UnknownBancoError as error:
        message = f"Este programa não tem as regras do banco {dados.convenio.banco} e não escreve remessas para ele."
        raise RefusedError("banco_desconhecido", message) from error
    return _Writing(dados, layout, roles, banco).escrita()


def filename(dados: DadosRemessa) -> str:
    """Return the name the file gets: two letters, day, month and the file's number, or as the bank wants it."""
    _, roles = _layout(dados)
    geracao = dados.geracao
    return roles.nome_arquivo.format(
        dia=geracao.day,
        mes=geracao.month,
        mes_letra=_MESES[geracao.month - 1],
        sequencia=dados.sequencia,
        codigo=dados.convenio.codigo_beneficiario or dados.conta.conta,
    )


def _layout(dados: DadosRemessa) -> tuple[Layout, Papeis]:
    convenio = dados.convenio
    path = layout_of(convenio.banco, int(convenio.formato), _REMESSA)
    if path is None:
        message = (
            f"Este programa não tem o layout da remessa CNAB {convenio.formato} do banco {convenio.banco}. "
            "Troque o formato no cadastro do convênio."
        )
        raise RefusedError("banco_sem_layout", message)
    layout = loader.load(path)
    return layout, papeis.load(layout)


class _Writing:
    """One remessa on its way to bytes."""

    def __init__(self, dados: DadosRemessa, layout: Layout, roles: Papeis, banco: Banco) -> None:
        self.dados = dados
        self.layout = layout
        self.roles = roles
        self.banco = banco
        self.formato = dados.convenio.formato
        self.linhas: list[Linha] = []
        self.titulo_of: dict[int, TituloRemessa] = {}
        self.problems: list[Problem] = []
        self.detalhes = 0
        self.known = {campo.nome for registro in layout.registros for campo in registro.campos}
        self.open_fields = {
            registro.nome: {campo.nome for campo in registro.campos if campo.literal is None}
            for registro in layout.registros
        }
        self.extras = {nome: valor for nome, valor in dados.convenio.extras.items() if nome in self.known}

    def escrita(self) -> Escrita:
        self._build()
        if self.problems:
            return Escrita(data=b"", problems=self.problems)
        written = write(self.layout, self.linhas)
        return Escrita(data=written.data, problems=[self._named(problem) for problem in written.problems])

    def _build(self) -> None:
        comuns = valores_remessa.arquivo(self.dados, self.layout.banco, self.banco.nome)
        own = self._own(lambda: self.banco.remessa_header(self.dados, self.formato), None)
        for registro in self._of(Papel.ABERTURA, Papel.ABERTURA_LOTE):
            self._add(registro, comuns, own)
        for titulo in self.dados.titulos:
            self._add_titulo(titulo, comuns)
        fim = comuns | self._totais()
        for registro in self._of(Papel.ENCERRAMENTO_LOTE, Papel.ENCERRAMENTO):
            self._add(registro, fim, {})

    def _add_titulo(self, titulo: TituloRemessa, comuns: Mapping[str, Valor]) -> None:
        codigo = comandos.code(self.banco.codigo, self.formato, titulo.comando)
        if codigo is None and titulo.comando != _COMANDO_ENTRADA:
            self._refuse(titulo, "comando", f"a remessa deste banco não leva o comando {titulo.comando}")
            return
        if titulo.beneficiario_final and not any(_BENEFICIARIO_FINAL in each for each in self._written()):
            self._refuse(titulo, "beneficiario_final", "a remessa deste banco não leva o beneficiário final")
        ours = {**comuns, **valores_remessa.titulo(titulo, codigo or _COMANDO_ENTRADA), **self._abatimento(titulo)}
        own = self._own(lambda: self.banco.remessa_titulo(self.dados, titulo, self.formato), titulo)
        for written in self.roles.registros:
            given = (own.get(nome, ours.get(nome)) for nome in written.quando)
            if self._wanted(written.nome, titulo) and (not written.quando or any(map(_is_given, given))):
                self.titulo_of[len(self.linhas) + 1] = titulo
                self._add(self.layout.registro(written.nome), ours, own)

    def _abatimento(self, titulo: TituloRemessa) -> dict[str, Valor]:
        lugar = self.roles.campos.get("abatimento")
        valor = titulo.boleto.abatimento
        return {lugar.campo: valor} if lugar and lugar.campo and valor else {}

    def _wanted(self, registro: str, titulo: TituloRemessa) -> bool:
        """Whether a title's movement is told with that record.

        A movement other than the registration takes only the records every title has: banks refuse an optional one
        there (Banco do Brasil's segment R), but for the fine, which stands in no other.
        """
        sempre = () if self.roles.movimento_so_titulo else self.roles.exige
        if titulo.comando == _COMANDO_ENTRADA or registro in (self.roles.titulo, *sempre):
            return True
        return titulo.comando in _DE_MULTA and _MULTA in self.layout.registro(registro)

    def _written(self) -> Iterator[Registro]:
        return (self.layout.registro(written.nome) for written in self.roles.registros)

    def _own(self, ask: Callable[[], Campos], titulo: TituloRemessa | None) -> dict[str, Valor]:
        """Return the convênio's extras that are fields of the layout, and over them the bank's own values."""
        try:
            own = ask()
        except BancoError as error:
            self._refuse(titulo, error.field, error.message)
            return {}
        for nome in own.keys() - self.known:
            self._refuse(titulo, nome, f"o layout {self.layout.caminho} não tem o campo {nome}")
        return {**self.extras, **own}

    def _refuse(self, titulo: TituloRemessa | None, field: str, message: str) -> None:
        problem = Problem(message=message[:1].upper() + message[1:] + ".", fix="Corrija o cadastro.", field=field)
        self.problems.append(_about(titulo, problem) if titulo else problem)

    def _of(self, *papeis_: Papel) -> Iterator[Registro]:
        for papel in papeis_:
            yield from self.layout.of(papel)

    def _add(self, registro: Registro, ours: Mapping[str, Valor], own: Mapping[str, Valor]) -> None:
        """Add one line: our values where the manual prints no constant, and the bank's own wherever it gives one."""
        row = {nome: valor for nome, valor in ours.items() if nome in self.open_fields[registro.nome]}
        row |= valores_remessa.split(registro, ours)
        row |= {nome: valor for nome, valor in own.items() if nome in registro}
        self.detalhes += registro.papel is Papel.DETALHE
        numbers = {"sequencial": len(self.linhas) + 1, "sequencia_lote": self.detalhes}
        self.linhas.append((registro.nome, row | {nome: n for nome, n in numbers.items() if nome in registro}))

    def _totais(self) -> dict[str, Valor]:
        """Return what the trailers count: the lot with its own two lines, the file with its own two as well."""
        lot = self.detalhes + len(list(self._of(Papel.ABERTURA_LOTE, Papel.ENCERRAMENTO_LOTE)))
        outer = len(list(self._of(Papel.ABERTURA, Papel.ENCERRAMENTO)))
        titles, soma = len(self.dados.titulos), sum(titulo.boleto.valor for titulo in self.dados.titulos)
        totais: dict[str, Valor] = {"qtd_registros_lote": lot, "qtd_lotes": 1, "qtd_registros": lot + outer}
        totais |= {"qtd_titulos": titles, "qtd_boletos": titles, "valor_total": soma}
        if self.roles.totais_no_lote:
            totais |= {"simples_qtd": titles, "simples_valor": soma}
        return totais

    def _named(self, problem: Problem) -> Problem:
        titulo = self.titulo_of.get(problem.line or 0)
        return _about(titulo, problem) if titulo else problem


def _about(titulo: TituloRemessa, problem: Problem) -> Problem:
    return replace(problem, message=f"Título {titulo.boleto.numero_documento}: {problem.message}")


def _is_given(valor: Valor) -> bool:
    """Whether a value says something: not ``None``, not blank, not only zeros."""
    return valor is not None and str(valor).strip("0 ") != ""
