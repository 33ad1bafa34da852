"""Who would be written to and what: previewed before a message enters the queue."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from finbank_desktop.domain import emails, modelos_email
from finbank_desktop.domain.boletos import Boleto, NoBanco
from finbank_desktop.domain.cadastros import Pessoa
from finbank_desktop.domain.correio import ENVIO, EstadoEnvio, PedidoEnvio
from finbank_desktop.domain.impressao import BoletoImpresso
from finbank_desktop.domain.problems import Problem
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services import boletos_impressao, envio_texto

REGISTRADOS = (NoBanco.REGISTRADO, NoBanco.REGISTRADO_POR_API)
"""Where a boleto stands at the bank when it may be sent without asking."""


class Impede(StrEnum):
    """Why a boleto does not go; the value heads its list."""

    NAO_REGISTRADO = "Não registrado no banco"
    SEM_EMAIL = "Cliente sem e-mail"
    EMAIL_INVALIDO = "E-mail inválido"
    JA_ENVIADO = "Já enviado"
    NA_FILA = "Já em Envios"
    NAO_PAGAVEL = "Não pode ser pago"


@dataclass(frozen=True, slots=True, kw_only=True)
class EnvioRow:
    """One message as it would go."""

    pessoa_id: int
    cliente: str
    destinatario: str
    boletos: tuple[int, ...]
    documentos: str
    assunto: str
    texto: str
    anexos: tuple[str, ...]
    motivo: str
    modelo: str
    chave: str
    vale_ate: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ForaRow:
    """One boleto that does not go to an address, and why."""

    boleto_id: int
    pessoa_id: int
    cliente: str
    documento: str
    destinatario: str
    impede: Impede
    porque: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EnvioPlan:
    """The messages that would enter the queue, and what stays out.

    Attributes:
        boletos: Version of every boleto it rests on, by id.
        pessoas: The same of every customer.
    """

    empresa_id: int
    rows: tuple[EnvioRow, ...]
    fora: tuple[ForaRow, ...]
    boletos: Mapping[int, int]
    pessoas: Mapping[int, int]
    problems: tuple[Problem, ...] = field(default=())


def plan(uow: UnitOfWork, ids: Sequence[int], pedido: PedidoEnvio, hoje: date) -> EnvioPlan:
    """Return what sending the boletos *ids* would do.

    Raises:
        RefusedError: A boleto does not exist.
    """
    achados = uow.boletos.get_many(ids)
    boletos = [achados.get(row) or uow.boletos.get(row) for row in dict.fromkeys(ids)]
    pessoas = uow.pessoas.get_many(boleto.pessoa_id for boleto in boletos)
    montagem = _Montagem(uow, pedido, pessoas, uow.envios.keys_of(ids))
    for boleto in boletos:
        montagem.place(boleto)
    return EnvioPlan(
        empresa_id=boletos[0].empresa_id if boletos else 0,
        rows=montagem.rows(hoje),
        fora=tuple(montagem.fora),
        boletos={boleto.id: boleto.versao for boleto in boletos},
        pessoas={pessoa.id: pessoa.versao for pessoa in pessoas.values()},
        problems=tuple(modelos_email.problems(pedido.assunto, pedido.texto)),
    )


def join(plans: Sequence[EnvioPlan], empresa_id: int) -> EnvioPlan:
    """Return all *plans* as one."""
    return EnvioPlan(
        empresa_id=empresa_id,
        rows=tuple(row for each in plans for row in each.rows),
        fora=tuple(row for each in plans for row in each.fora),
        boletos={row: versao for each in plans for row, versao in each.boletos.items()},
        pessoas={row: versao for each in plans for row, versao in each.pessoas.items()},
        problems=tuple(problem for each in plans for problem in each.problems),
    )


def unpayable(boleto: Boleto) -> str:
    """Return why nobody should be sent *boleto*; empty when it can be paid, or will be once it is registered."""
    if not boleto.situacao.is_open:
        return f"O boleto está {str(boleto.situacao).lower()}."
    if boleto.no_banco is NoBanco.BAIXADO_NO_BANCO:
        return "O boleto foi baixado no banco e não pode mais ser pago."
    if not boleto.codigo_barras:
        return "O boleto está sem código de barras; gere a nova remessa antes."
    return ""


class _Montagem:
    """Sorts boletos into messages and what stays out."""

    def __init__(
        self,
        uow: UnitOfWork,
        pedido: PedidoEnvio,
        pessoas: Mapping[int, Pessoa],
        chaves: Mapping[int, Mapping[str, EstadoEnvio]],
    ) -> None:
        self._uow, self._pedido, self._pessoas, self._chaves = uow, pedido, pessoas, chaves
        self._grupos: dict[tuple[int, str, str, int], list[Boleto]] = defaultdict(list)
        self.fora: list[ForaRow] = []

    def place(self, boleto: Boleto) -> None:
        """Put *boleto* where it belongs, once per address."""
        if porque := unpayable(boleto):
            self._out(boleto, "", Impede.NAO_PAGAVEL, porque)
        elif boleto.no_banco not in REGISTRADOS and not self._pedido.nao_registrados:
            porque = f"No banco: {str(boleto.no_banco).lower()}. O cliente só consegue pagar depois do registro."
            self._out(boleto, "", Impede.NAO_REGISTRADO, porque)
        else:
            self._address(boleto)

    def _address(self, boleto: Boleto) -> None:
        enderecos = emails.split(self._pessoas[boleto.pessoa_id].email)
        if not enderecos:
            self._out(boleto, "", Impede.SEM_EMAIL, "Informe o e-mail no cadastro do cliente.")
        for endereco in enderecos:
            if porque := emails.problem(endereco):
                self._out(boleto, endereco, Impede.EMAIL_INVALIDO, porque)
            else:
                self._queue(boleto, endereco)

    def _queue(self, boleto: Boleto, endereco: str) -> None:
        usadas = self._chaves.get(boleto.id, {})
        chave, vezes = self._key(boleto, endereco), 1
        while chave in usadas:
            estado = usadas[chave]
            if estado is not EstadoEnvio.ENVIADO:
                self._out(boleto, endereco, Impede.NA_FILA, _WAITS[estado])
                return
            if not self._pedido.de_novo:
                self._out(boleto, endereco, Impede.JA_ENVIADO, "Este boleto já foi enviado a este endereço.")
                return
            vezes += 1
            chave = self._key(boleto, endereco, vezes)
        grupo = 0 if self._pedido.agrupar else boleto.id
        self._grupos[boleto.pessoa_id, endereco, chave, grupo].append(boleto)

    def _key(self, boleto: Boleto, endereco: str, vez: int = 1) -> str:
        quando = "" if self._pedido.motivo == ENVIO else f" {boleto.vencimento:%Y-%m-%d}"
        return f"{self._pedido.motivo}{quando}{f' nº {vez}' if vez > 1 else ''} > {endereco.casefold()}"

    def _out(self, boleto: Boleto, endereco: str, impede: Impede, porque: str) -> None:
        cliente = self._pessoas[boleto.pessoa_id].nome
        self.fora.append(
            ForaRow(
                boleto_id=boleto.id,
                pessoa_id=boleto.pessoa_id,
                cliente=cliente,
                documento=boleto.numero_documento,
                destinatario=endereco,
                impede=impede,
                porque=porque,
            )
        )

    def rows(self, hoje: date) -> tuple[EnvioRow, ...]:
        """Return the messages, in the order of the boletos."""
        ids = list(dict.fromkeys(boleto.id for grupo in self._grupos.values() for boleto in grupo))
        impressos = dict(zip(ids, boletos_impressao.load(self._uow, ids, hoje).boletos, strict=True))
        return tuple(
            self._row(pessoa_id, endereco, chave, [(boleto, impressos[boleto.id]) for boleto in grupo], hoje)
            for (pessoa_id, endereco, chave, _), grupo in self._grupos.items()
        )

    def _row(
        self, pessoa_id: int, endereco: str, chave: str, grupo: Sequence[tuple[Boleto, BoletoImpresso]], hoje: date
    ) -> EnvioRow:
        pedido = self._pedido
        impressos = [impresso for _, impresso in grupo]
        valores = envio_texto.values(impressos, hoje)
        return EnvioRow(
            pessoa_id=pessoa_id,
            cliente=self._pessoas[pessoa_id].nome,
            destinatario=endereco,
            boletos=tuple(boleto.id for boleto, _ in grupo),
            documentos=", ".join(boleto.numero_documento for boleto, _ in grupo),
            assunto=" ".join(modelos_email.render(pedido.assunto, valores).split()),
            texto=modelos_email.render(pedido.texto, valores).strip(),
            anexos=envio_texto.file_names(impressos),
            motivo=pedido.motivo,
            modelo=pedido.modelo,
            chave=chave,
            vale_ate=pedido.vale_ate,
        )


_WAITS: Mapping[EstadoEnvio, str] = {
    EstadoEnvio.NA_FILA: "Já está na fila para este endereço.",
    EstadoEnvio.ENVIANDO: "Está sendo enviado a este endereço agora.",
    EstadoEnvio.INCERTO: "O último envio ficou incerto; diga em Envios se ele chegou.",
    EstadoEnvio.FALHOU: "O último envio falhou; tente de novo ou cancele-o em Envios.",
}
