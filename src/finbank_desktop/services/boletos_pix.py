"""Which Pix code a boleto is printed with: the bank's own, or one to the empresa's key, or none and why."""

from dataclasses import dataclass

from finbank_desktop.domain import pix
from finbank_desktop.domain.boletos import Boleto, NoBanco
from finbank_desktop.domain.cadastros import Empresa
from finbank_desktop.domain.convenios import Convenio
from finbank_desktop.domain.problems import Problem, Severity

_NAO_PAGAVEL = (NoBanco.RECUSADO, NoBanco.BAIXADO_NO_BANCO)


@dataclass(frozen=True, slots=True, kw_only=True)
class PixImpresso:
    """What is drawn as a QR code.

    Attributes:
        payload: Empty for no QR.
        estatico: Whether the bank does not know it: what is paid with it settles nothing by itself.
        problem: Why a code that was there is not printed.
    """

    payload: str = ""
    estatico: bool = False
    problem: Problem | None = None


def of_boleto(boleto: Boleto, convenio: Convenio, empresa: Empresa) -> PixImpresso:
    """Return the code of *boleto*; the bank's comes first, and a damaged one is replaced by none."""
    if not boleto.situacao.is_open or boleto.no_banco in _NAO_PAGAVEL:
        return PixImpresso()
    if boleto.pix:
        motivo = pix.fault(boleto.pix, boleto.valor)
        return PixImpresso(problem=_problem(boleto, motivo)) if motivo else PixImpresso(payload=boleto.pix)
    if not convenio.pix_chave:
        return PixImpresso()
    try:
        payload = pix.static(
            chave=convenio.pix_chave,
            nome=empresa.nome_fantasia or empresa.razao_social,
            cidade=empresa.endereco.cidade,
            valor=max(0, boleto.valor - boleto.abatimento),
            txid=boleto.nosso_numero,
        )
    except ValueError as error:
        return PixImpresso(problem=_problem(boleto, str(error)))
    return PixImpresso(payload=payload, estatico=True)


def _problem(boleto: Boleto, motivo: str) -> Problem:
    texto = motivo[:1].lower() + motivo[1:].rstrip(".")
    return Problem(
        message=f"O Pix do boleto {boleto.numero_documento} não foi impresso: {texto}.",
        fix="O boleto pode ser pago pelo código de barras; peça ao banco o código Pix certo ou corrija o convênio.",
        field="pix",
        severity=Severity.WARNING,
    )
