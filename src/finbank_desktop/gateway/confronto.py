"""Whether a title the bank tells of is the one that was asked for."""

from collections.abc import Iterator, Sequence

from finbank_desktop.domain.documentos import compact
from finbank_desktop.domain.registro import TituloRegistro
from finbank_desktop.domain.valores import format_brl
from finbank_desktop.gateway.port import (
    Alheio,
    Ausente,
    Encontrado,
    Indeterminado,
    ResultadoConsulta,
    TituloNoBanco,
    Varios,
)


def resultado(achados: Sequence[TituloNoBanco], titulo: TituloRegistro) -> ResultadoConsulta:
    """Return what *achados*, all the bank holds under our key, mean for *titulo*.

    One agrees when value, due date, pagador and our numbers do; what the bank does not tell does not count, but value
    and due date it must tell.
    """
    if not achados:
        return Ausente()
    if len(achados) > 1:
        return Varios(titulos=tuple(achados))
    achado = achados[0]
    diferentes = tuple(diferencas(achado, titulo))
    if diferentes:
        return Alheio(titulo=achado, diferencas=diferentes)
    if achado.valor is None or achado.vencimento is None:
        return Indeterminado(motivo="o banco achou o título, mas não disse o valor e o vencimento dele")
    return Encontrado(titulo=achado)


def diferencas(achado: TituloNoBanco, titulo: TituloRegistro) -> Iterator[str]:
    """Yield in words what *achado* tells otherwise than *titulo*."""
    boleto = titulo.boleto
    if achado.valor is not None and achado.valor != boleto.valor:
        yield f"no banco o valor é {format_brl(achado.valor)}, aqui {format_brl(boleto.valor)}"
    if achado.vencimento is not None and achado.vencimento != boleto.vencimento:
        yield f"no banco o vencimento é {achado.vencimento:%d/%m/%Y}, aqui {boleto.vencimento:%d/%m/%Y}"
    if achado.pagador_documento and _sem_zeros(achado.pagador_documento) != _sem_zeros(titulo.pagador.documento):
        yield "no banco o pagador é outro"
    if achado.seu_numero and achado.seu_numero.casefold() != boleto.numero_documento.strip().casefold():
        yield f"no banco o número do documento é {achado.seu_numero}, aqui {boleto.numero_documento}"
    if achado.chave and achado.chave.casefold() != titulo.chave.casefold():
        yield f"no banco a chave é {achado.chave}, aqui {titulo.chave}"


def _sem_zeros(documento: str) -> str:
    """Return a document as banks that keep it as a number know it."""
    return compact(documento).lstrip("0")
