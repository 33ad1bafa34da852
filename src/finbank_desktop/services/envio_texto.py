"""What the tags of a template stand for, how attached files are called, and the text for WhatsApp."""

from collections.abc import Iterable, Sequence
from datetime import date

from finbank_desktop.domain.codigo_barras import format_linha_digitavel
from finbank_desktop.domain.impressao import BoletoImpresso
from finbank_desktop.domain.regua import prazo
from finbank_desktop.domain.valores import format_brl

_FORBIDDEN = '<>:"/\\|?*'
"""Letters Windows takes in no file name (learn.microsoft.com, Naming Files)."""
_LONGEST = 100


def values(boletos: Sequence[BoletoImpresso], hoje: date) -> dict[str, str]:
    """Return what each tag becomes for *boletos*, all of one pagador."""
    primeiro = boletos[0]
    return {
        "cliente": primeiro.pagador.nome,
        "empresa": primeiro.beneficiario.nome,
        "valor": format_brl(sum(boleto.valor for boleto in boletos)),
        "vencimento": _listed(f"{dia:%d/%m/%Y}" for dia in sorted({boleto.vencimento for boleto in boletos})),
        "prazo": prazo(min(boleto.vencimento for boleto in boletos), hoje),
        "documento": _listed(boleto.numero_documento for boleto in boletos),
        "nosso_numero": _listed(boleto.nosso_numero for boleto in boletos),
        "linha_digitavel": "\n".join(format_linha_digitavel(boleto.linha_digitavel) for boleto in boletos),
        "pix": "\n".join(boleto.pix for boleto in boletos if boleto.pix),
        "boletos": "\n\n".join(_paragraph(boleto) for boleto in boletos),
        "aviso": "\n".join(dict.fromkeys(boleto.aviso for boleto in boletos if boleto.aviso)),
    }


def file_names(boletos: Sequence[BoletoImpresso]) -> tuple[str, ...]:
    """Return how the PDF of each of *boletos* is called; no two alike."""
    nomes: list[str] = []
    for boleto in boletos:
        base = f"Boleto {boleto.numero_documento} {boleto.vencimento:%Y-%m-%d} {boleto.pagador.nome}"
        limpo = " ".join("".join(" " if each in _FORBIDDEN else each for each in base).split())[:_LONGEST].rstrip(" .")
        nome, outra = f"{limpo}.pdf", 2
        while nome in nomes:
            nome, outra = f"{limpo} ({outra}).pdf", outra + 1
        nomes.append(nome)
    return tuple(nomes)


def whatsapp(boletos: Sequence[BoletoImpresso], hoje: date) -> str:
    """Return a text about *boletos* to be pasted into a conversation; asterisks make WhatsApp's bold."""
    valores = values(boletos, hoje)
    partes = [f"Olá, {valores['cliente']}! Aqui é {valores['empresa']}."]
    for boleto in boletos:
        partes.append(
            f"Boleto *{boleto.numero_documento}*, *{format_brl(boleto.valor)}*, {prazo(boleto.vencimento, hoje)}.\n"
            f"Linha digitável:\n{format_linha_digitavel(boleto.linha_digitavel)}"
        )
        if boleto.pix:
            partes.append(f"Pix copia e cola:\n{boleto.pix}")
    partes += [valores["aviso"]] if valores["aviso"] else []
    return "\n\n".join(partes)


def _paragraph(boleto: BoletoImpresso) -> str:
    linhas = [
        f"Documento {boleto.numero_documento}, vencimento {boleto.vencimento:%d/%m/%Y}, {format_brl(boleto.valor)}",
        f"Linha digitável: {format_linha_digitavel(boleto.linha_digitavel)}",
    ]
    if boleto.pix:
        linhas.append(f"Pix copia e cola: {boleto.pix}")
    return "\n".join(linhas)


def _listed(partes: Iterable[str]) -> str:
    """Return *partes* as a sentence lists them."""
    todas = list(dict.fromkeys(partes))
    return todas[0] if len(todas) == 1 else f"{', '.join(todas[:-1])} e {todas[-1]}"
