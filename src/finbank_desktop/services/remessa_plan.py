"""Which boletos a remessa will carry and what the bank will be told of each; pure, nothing is read or written here."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from finbank_desktop.domain.boletos import Boleto, NoBanco
from finbank_desktop.domain.cadastros import Pessoa
from finbank_desktop.domain.comandos import Comando
from finbank_desktop.domain.contas_receber import Situacao
from finbank_desktop.domain.convenios import Convenio
from finbank_desktop.domain.documentos import has_letters
from finbank_desktop.domain.problems import Problem
from finbank_desktop.domain.remessas import DadosRemessa, TituloRemessa
from finbank_desktop.domain.valores import VALOR_MAXIMO_BOLETO, Centavos, format_brl
from finbank_desktop.services.pedidos import CONHECIDOS

REGISTRAR = "01"
ELEGIVEIS = (NoBanco.NAO_ENVIADO, NoBanco.PENDENTE_REMESSA)
"""What goes by itself; a refused boleto only when somebody names it, after its correction."""
ALFANUMERICA = "sim"
"""How a layout says that its documents may hold letters; any other word means no, or nobody knows."""

_CEP = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class RemessaRow:
    """One boleto and what the bank will be told of it.

    Attributes:
        comando: The bank-independent movement.
        efeito: What will happen, one sentence; or why the boleto stays out.
        problems: An error keeps the boleto out of the file.
    """

    boleto: Boleto
    pagador: Pessoa
    comando: str
    efeito: str
    problems: tuple[Problem, ...] = ()

    @property
    def goes(self) -> bool:
        """Whether it will be in the file."""
        return not any(problem.is_error for problem in self.problems)

    @property
    def titulo(self) -> TituloRemessa:
        """It as the file is written from."""
        return TituloRemessa(boleto=self.boleto, pagador=self.pagador, comando=self.comando)


@dataclass(frozen=True, slots=True, kw_only=True)
class RemessaPlan:
    """One remessa to be.

    Attributes:
        dados: What the file is written from: the titles that go, number and hour.
        rows: All boletos looked at, those that stay out too.
        problems: What is wrong with the convênio or the file; an error stops all of it.
        conteudo: The file's bytes; empty when nothing goes.
        arquivo: The file's name by the bank's habit.
    """

    dados: DadosRemessa
    rows: tuple[RemessaRow, ...]
    problems: tuple[Problem, ...]
    conteudo: bytes
    arquivo: str

    @property
    def convenio(self) -> Convenio:
        """The convênio it is for."""
        return self.dados.convenio

    @property
    def sequencia(self) -> int:
        """Its number within the convênio."""
        return self.dados.sequencia

    @property
    def going(self) -> tuple[RemessaRow, ...]:
        """The rows that will be in the file."""
        return tuple(row for row in self.rows if row.goes)

    @property
    def valor(self) -> Centavos:
        """Sum of the titles that go."""
        return sum(row.boleto.valor for row in self.going)

    @property
    def has_findings(self) -> bool:
        """Whether a boleto stays out or something is to be looked at."""
        return len(self.going) < len(self.rows) or any(problem.is_error for problem in self.problems)


def is_due_to_go(boleto: Boleto) -> bool:
    """Whether *boleto* belongs into the next remessa without anybody naming it."""
    if boleto.pedido is not None:
        return not boleto.pedido.enviado
    if boleto.no_banco not in ELEGIVEIS:
        return False
    return boleto.comando != REGISTRAR or boleto.situacao.is_open


def plan_row(
    boleto: Boleto, pagador: Pessoa, *, convenio: Convenio, banco: str, hoje: date, letras: bool
) -> RemessaRow:
    """Return what will be said of *boleto*.

    Args:
        boleto: The boleto.
        pagador: Who pays it.
        convenio: The remessa's.
        banco: Name of the bank, for the sentence.
        hoje: The day the bank reads the file on.
        letras: The layout carries CNPJs with letters.
    """
    comando = boleto.comando
    problems = [*_state(boleto, convenio), *_documento(pagador, letras=letras)]
    if comando == REGISTRAR:
        problems += [*_titulo(boleto, hoje), *_endereco(pagador)]
    o_que = boleto.pedido.detalhe if boleto.pedido else _title_of(comando)
    efeito = (
        f"{o_que} no {banco}: {format_brl(boleto.valor)}, vence em {boleto.vencimento:%d/%m/%Y}, "
        f"pagador {pagador.nome}."
    )
    row = RemessaRow(boleto=boleto, pagador=pagador, comando=comando, efeito=efeito)
    return with_problems(row, problems)


def with_problems(row: RemessaRow, problems: Iterable[Problem]) -> RemessaRow:
    """Return *row* with *problems* added; its sentence says so when it stays out."""
    todos = (*row.problems, *problems)
    erro = next((problem for problem in todos if problem.is_error), None)
    efeito = f"Fica de fora: {erro.message}" if erro else row.efeito
    return replace(row, problems=todos, efeito=efeito)


def attribute(rows: Sequence[RemessaRow], render_alone: Callable[[RemessaRow], Sequence[Problem]]) -> list[RemessaRow]:
    """Return *rows*, each going one with what the writer says of it when it is the file's only title."""
    return [with_problems(row, render_alone(row)) if row.goes else row for row in rows]


def _problem(boleto: Boleto | None, message: str, fix: str, field: str) -> Problem:
    quem = f"Boleto {boleto.numero_documento}: " if boleto else ""
    return Problem(message=f"{quem}{message}", fix=fix, field=field)


def _title_of(comando: str) -> str:
    return Comando(comando).titulo if comando in set(Comando) else f"Comando {comando}"


def _state(boleto: Boleto, convenio: Convenio) -> Iterable[Problem]:
    """Say why a boleto that somebody named may not go; one that nobody is to pay goes only with an order that fits."""
    if boleto.convenio_id != convenio.id:
        yield _problem(boleto, "é de outro convênio.", "Gere a remessa do convênio dele.", "convenio")
    if boleto.pedido is not None and boleto.pedido.enviado:
        yield _problem(
            boleto, f"já pediu ao banco: {boleto.pedido.detalhe}.", "Espere o retorno que responde.", "comando"
        )
    elif boleto.comando != REGISTRAR:
        if not boleto.situacao.is_open and not Comando(boleto.comando).ends_collection:
            yield _choose(boleto)
    elif boleto.no_banco in CONHECIDOS and boleto.situacao is not Situacao.EM_ABERTO:
        yield _choose(boleto)
    elif boleto.no_banco not in (*ELEGIVEIS, NoBanco.RECUSADO):
        yield _problem(boleto, f"já está: {boleto.no_banco}.", "Não é preciso enviá-lo de novo.", "no_banco")
    elif boleto.comando == REGISTRAR and boleto.situacao is not Situacao.EM_ABERTO:
        yield _problem(
            boleto, f"está {str(boleto.situacao).lower()}.", "Só boletos em aberto são registrados.", "situacao"
        )


def _choose(boleto: Boleto) -> Problem:
    return _problem(
        boleto,
        f"está {str(boleto.situacao).lower()} e só vai ao banco com um comando que sirva.",
        "Escolha o comando: Pedir a baixa.",
        "comando",
    )


def _titulo(boleto: Boleto, hoje: date) -> Iterable[Problem]:
    if boleto.vencimento < hoje:
        yield _problem(
            boleto,
            f"venceu em {boleto.vencimento:%d/%m/%Y}; bancos não registram título vencido.",
            "Mude o vencimento ou emita outro boleto.",
            "vencimento",
        )
    if not 0 < boleto.valor <= VALOR_MAXIMO_BOLETO:
        yield _problem(boleto, f"o valor {format_brl(boleto.valor)} não cabe num boleto.", "Corrija o valor.", "valor")


def _documento(pagador: Pessoa, *, letras: bool) -> Iterable[Problem]:
    if not pagador.documento:
        yield _problem(None, f"{pagador.nome} está sem CPF ou CNPJ.", "Complete o cadastro.", "pagador_documento")
    elif has_letters(pagador.documento) and not letras:
        yield no_letters(pagador.nome, "pagador_documento")


def no_letters(nome: str, field: str) -> Problem:
    """Return the problem of a CNPJ with letters in a layout that does not say it takes them."""
    return _problem(
        None,
        f"{nome} tem CNPJ com letras, e o manual deste layout não diz que o banco os aceita na remessa.",
        "Registre este boleto no site do banco ou peça a ele o layout novo.",
        field,
    )


def _endereco(pagador: Pessoa) -> Iterable[Problem]:
    endereco = pagador.endereco
    faltas = [
        nome
        for nome, valor in (("rua", endereco.logradouro), ("cidade", endereco.cidade), ("UF", endereco.uf))
        if not valor.strip()
    ]
    if len(endereco.cep) != _CEP or not endereco.cep.isdigit() or not endereco.cep.strip("0"):
        faltas.append("CEP de oito algarismos")
    if faltas:
        yield _problem(
            None,
            f"no endereço de {pagador.nome} falta: {', '.join(faltas)}.",
            "Complete o cadastro do pagador; sem isso o banco recusa o título.",
            "pagador_endereco",
        )
