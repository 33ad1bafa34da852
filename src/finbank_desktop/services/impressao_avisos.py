"""What somebody should know before a boleto is printed or sent: above all that the bank does not have it."""

from collections.abc import Iterator

from finbank_desktop.domain.boletos import Boleto, NoBanco
from finbank_desktop.domain.problems import Problem, Severity
from finbank_desktop.services import boletos_texto

_SABIDOS = (NoBanco.REGISTRADO, NoBanco.REGISTRADO_POR_API, NoBanco.PROTESTO)
NAO_REGISTRADO = "no_banco"
PEDIDO_PENDENTE = "pedido"


def of_boleto(boleto: Boleto) -> Iterator[Problem]:
    """Yield what stands against handing *boleto* out; nothing of it stops the print."""
    if aviso := boletos_texto.aviso(boleto):
        yield Problem(
            message=f"Boleto {boleto.numero_documento}: {aviso[:1].lower()}{aviso[1:]}",
            fix="Entregue ao cliente só boletos registrados; o papel leva este aviso em vermelho.",
            field=NAO_REGISTRADO,
            severity=Severity.WARNING,
        )
    elif boleto.pedido is not None:
        yield Problem(
            message=f"Boleto {boleto.numero_documento}: o banco ainda não confirmou “{boleto.pedido.detalhe}”.",
            fix="Ele sai como o banco o conhece: vencimento e valor mudam depois da confirmação.",
            field=PEDIDO_PENDENTE,
            severity=Severity.WARNING,
        )
    elif boleto.no_banco not in (*_SABIDOS, NoBanco.INSTRUCAO_PENDENTE):
        yield Problem(
            message=f"Boleto {boleto.numero_documento}: no banco consta como {str(boleto.no_banco).lower()}.",
            field=NAO_REGISTRADO,
            severity=Severity.WARNING,
        )


def question(avisos: tuple[Problem, ...], boletos: int) -> str:
    """Return what to ask before *boletos* are printed; empty when nothing stands against it."""
    quantos = sum(aviso.field == NAO_REGISTRADO for aviso in avisos)
    if not quantos:
        return ""
    if boletos == 1:
        return f"{avisos[0].message} Imprimir mesmo assim?"
    sao = "boleto não pode ser entregue" if quantos == 1 else "boletos não podem ser entregues"
    return f"{quantos} de {boletos} {sao} ao cliente como estão: o banco não os tem registrados. Imprimir mesmo assim?"
