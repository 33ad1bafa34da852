"""Asking the bank to do something with titles it knows; the books follow at once, the bank when it answers."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from finbank_desktop.cnab import comandos as codigos
from finbank_desktop.domain.boletos import Boleto, NoBanco
from finbank_desktop.domain.comandos import Comando
from finbank_desktop.domain.convenios import Convenio
from finbank_desktop.persistence.database import Database
from finbank_desktop.services import pedidos
from finbank_desktop.services.boletos_vida import named, names
from finbank_desktop.services.comando_pedidos import DadosComando, Feito, order, state, withdrawn
from finbank_desktop.services.operacao_plan import Alteracao, OperacaoPlan, OperacaoRow

_PEDE = {
    Comando.ALTERAR_VENCIMENTO: ("vencimento",),
    Comando.CONCEDER_ABATIMENTO: ("valor",),
    Comando.CONCEDER_DESCONTO: ("valor", "data"),
    Comando.ALTERAR_JUROS: ("juros_tipo", "taxa"),
    Comando.ALTERAR_MULTA: ("multa_tipo", "taxa"),
}
COM_DADOS = frozenset(_PEDE)
"""Orders that say nothing without a date or an amount."""
_EFEITOS = {
    Comando.BAIXAR: "O banco deixa de cobrar o título.",
    Comando.CONCEDER_ABATIMENTO: "O cliente passa a dever menos, pago quando for.",
    Comando.CANCELAR_ABATIMENTO: "O abatimento concedido deixa de valer.",
    Comando.ALTERAR_VENCIMENTO: "O título passa a vencer em outro dia; o boleto impresso continua valendo.",
    Comando.CONCEDER_DESCONTO: "Quem paga até o dia escolhido paga menos.",
    Comando.CANCELAR_DESCONTO: "O desconto deixa de valer.",
    Comando.PROTESTAR: "O banco manda o título ao cartório.",
    Comando.SUSTAR_E_BAIXAR: "O protesto para e o banco deixa de cobrar.",
    Comando.SUSTAR_E_MANTER: "O protesto para e o banco continua cobrando.",
    Comando.ALTERAR_JUROS: "Os juros por atraso passam a ser outros.",
    Comando.DISPENSAR_JUROS: "O banco deixa de cobrar juros por atraso.",
    Comando.ALTERAR_MULTA: "A multa por atraso passa a ser outra.",
    Comando.DISPENSAR_MULTA: "O banco deixa de cobrar multa por atraso.",
    Comando.ALTERAR_PAGADOR: "O banco recebe o nome e o endereço que estão hoje no cadastro.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class OpcaoComando:
    """Something a convênio's bank can be asked.

    Attributes:
        efeito: What it does, one sentence.
        pede: Names of the `DadosComando` it wants.
    """

    comando: Comando
    titulo: str
    efeito: str
    pede: tuple[str, ...]


class ComandosService:
    """Plans orders to the bank; `OperacoesService.apply` writes them."""

    DADOS = DadosComando

    def __init__(self, database: Database, *, agora: Callable[[], datetime]) -> None:
        """Read from *database*; *agora* tells which day it is."""
        self._database = database
        self._agora = agora

    def opcoes(self, convenio_id: int) -> Sequence[OpcaoComando]:
        """Return what the convênio's bank can be asked by its remessa."""
        with self._database.read() as uow:
            convenio = uow.convenios.get(convenio_id)
            por_api = bool(uow.contas_api.active([convenio_id]))
        carried = pedidos.POR_API if por_api else codigos.available(convenio.banco, convenio.formato)
        return [_option(comando) for comando in Comando if comando in carried]

    def opcoes_de(self, ids: Sequence[int]) -> Sequence[OpcaoComando]:
        """Return what can be asked of at least one of those boletos, as they stand."""
        with self._database.read() as uow:
            boletos = list(uow.boletos.get_many(ids).values())
            convenios = uow.convenios.get_many(boleto.convenio_id for boleto in boletos)
        servem = {
            comando
            for boleto in boletos
            for comando in _carried(boleto, convenios[boleto.convenio_id])
            if not any(problem.is_error for problem in state(boleto, comando))
        }
        return [_option(comando) for comando in Comando if comando in servem]

    def plan(self, ids: Sequence[int], comando: Comando, dados: DadosComando | None = None) -> OperacaoPlan:
        """Return what asking the bank for *comando* changes; nothing is written.

        Raises:
            MissingError: There is no such boleto.
        """
        with self._database.read() as uow:
            boletos = named(uow, ids)
            convenios = uow.convenios.get_many(boleto.convenio_id for boleto in boletos)
            nomes = names(uow, boletos)
        hoje = self._agora().date()
        pares = [
            (boleto, order(boleto, comando, dados or DadosComando(), convenios[boleto.convenio_id], hoje))
            for boleto in boletos
        ]
        return _plan(pares, nomes, f"comando_{comando.name.lower()}", comando.titulo)

    def plan_retirar(self, ids: Sequence[int]) -> OperacaoPlan:
        """Return what taking back orders that no remessa carries yet changes; nothing is written."""
        with self._database.read() as uow:
            boletos = named(uow, ids)
            nomes = names(uow, boletos)
        pares = [(boleto, withdrawn(boleto)) for boleto in boletos]
        return _plan(pares, nomes, "retirar_comando", "Retirar o pedido ao banco")


def _carried(boleto: Boleto, convenio: Convenio) -> Sequence[Comando]:
    """Return what can be told the bank of *boleto* the way it went."""
    onde = boleto.pedido.no_banco if boleto.pedido else boleto.no_banco
    por_api = onde is NoBanco.REGISTRADO_POR_API
    return pedidos.POR_API if por_api else codigos.available(convenio.banco, convenio.formato)


def _option(comando: Comando) -> OpcaoComando:
    return OpcaoComando(comando=comando, titulo=comando.titulo, efeito=_EFEITOS[comando], pede=_PEDE.get(comando, ()))


def _plan(
    pares: Iterable[tuple[Boleto, Feito]],
    nomes: Mapping[int, str],
    tipo: str,
    titulo: str,
) -> OperacaoPlan:
    rows, mudados, eventos = [], [], []
    for antes, (depois, detalhe, problems) in pares:
        erro = next((problem for problem in problems if problem.is_error), None)
        efeito = f"Fica como está: {erro.message}" if erro else f"{detalhe}. O banco saberá na próxima remessa."
        if tipo == "retirar_comando" and not erro:
            efeito = f"{detalhe}."
        quem = f"{antes.numero_documento} · {nomes[antes.pessoa_id]}"
        rows.append(OperacaoRow(boleto_id=antes.id, titulo=quem, efeito=efeito, problems=problems))
        if depois is not None:
            mudados.append((antes, depois))
            eventos.append((antes.id, tipo, f"{detalhe}."))
    return OperacaoPlan(
        empresa_id=mudados[0][0].empresa_id if mudados else 0,
        tipo=tipo,
        texto=f"{titulo}: {len(mudados)} {'boleto' if len(mudados) == 1 else 'boletos'}.",
        rows=tuple(rows),
        alteracao=Alteracao(boletos=tuple(mudados), eventos=tuple(eventos)),
    )
