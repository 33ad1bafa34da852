"""Whose retorno is it: which of our convênios the header speaks of.

Banks name a contract by different things (agência and conta, convênio, código do beneficiário, código da empresa), with
or without leading zeros and check digits. What the file does not say proves nothing either way.
A correspondent's file has the issuing bank's code: the registered account or contract tells whose it is.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from finbank_desktop.bancos import registry
from finbank_desktop.domain.arquivos import Cabecalho
from finbank_desktop.domain.cadastros import Conta, Empresa
from finbank_desktop.domain.convenios import Convenio
from finbank_desktop.domain.documentos import TAMANHO_CNPJ, compact

_CONTRATO = ("convenio", "codigo_beneficiario", "codigo_empresa", "codigo_cedente", "codigo_transmissao", "contrato")
_NOMES = {
    "agencia": "agência",
    "conta": "conta",
    "convenio": "convênio",
    "codigo_beneficiario": "beneficiário",
    "codigo_empresa": "código da empresa",
    "codigo_cedente": "código do beneficiário",
    "codigo_transmissao": "código de transmissão",
    "contrato": "contrato",
}
_RAIZ_CNPJ = 8
_PREFIXO_MINIMO = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidato:
    """One of our convênios with what identifies it to the bank."""

    convenio: Convenio
    conta: Conta
    empresa: Empresa


def find(cabecalho: Cabecalho, candidatos: Iterable[Candidato]) -> list[Candidato]:
    """Return the convênios *cabecalho* may speak of, the best first; several where one account serves several."""
    pontos = [(score(cabecalho, candidato), candidato) for candidato in candidatos]
    achados = [(ponto, candidato) for ponto, candidato in pontos if ponto]
    achados.sort(key=lambda achado: (-achado[0], achado[1].convenio.id))
    return [candidato for _, candidato in achados]


def score(cabecalho: Cabecalho, candidato: Candidato) -> int:
    """Return how much speaks for *candidato*; 0 when something speaks against it or nothing for it."""
    convenio = candidato.convenio
    if convenio.banco not in registry.atendidos(cabecalho.layout_banco):
        return 0
    campos = cabecalho.convenio
    documento = _same_documento(cabecalho.empresa_documento, candidato.empresa.documento)
    contrato = _same_contrato(campos, candidato)
    agencia = _same(campos.get("agencia", ""), candidato.conta.agencia, candidato.conta.agencia_dv)
    conta = _same(campos.get("conta", ""), candidato.conta.conta, candidato.conta.conta_dv)
    if documento is False or contrato is False:
        return 0
    if contrato is None and (agencia is False or conta is False):
        return 0
    if not (contrato or conta or (agencia and documento)):
        return 0
    carteira = _same(campos.get("carteira", ""), convenio.carteira)
    formato = convenio.formato == str(cabecalho.tamanho)
    return 1 + 8 * bool(contrato) + 4 * bool(conta) + 2 * bool(agencia) + bool(carteira) + bool(formato)


def describe(cabecalho: Cabecalho) -> str:
    """Return whose file it is, with numbers masked so that it may be shown to anybody.

    >>> describe(Cabecalho(kind="retorno", product="cobranca", tamanho=400, layout="", banco="341", layout_banco="341",
    ...                    convenio={"agencia": "0001", "conta": "12345"}))
    'banco 341, agência 0001, conta ***45'
    """
    partes = [f"banco {cabecalho.banco or cabecalho.layout_banco}"]
    for campo, valor in cabecalho.convenio.items():
        if campo in _NOMES and valor.strip("0 "):
            partes.append(f"{_NOMES[campo]} {valor.strip() if campo == 'agencia' else mask(valor)}")
    if cabecalho.empresa_documento.strip("0 "):
        partes.append(f"CPF/CNPJ {mask(cabecalho.empresa_documento)}")
    return ", ".join(partes)


def mask(valor: str) -> str:
    """Return *valor* with all but the last quarter hidden.

    >>> mask("00012345678901"), mask("7")
    ('**********8901', '*')
    """
    limpo = valor.strip()
    visiveis = len(limpo) // 4 + (len(limpo) > 4)  # noqa: PLR2004 - a short number keeps two digits at most
    return "*" * (len(limpo) - visiveis) + (limpo[-visiveis:] if visiveis else "")


def _same(dele: str, nosso: str, dv: str = "") -> bool | None:
    """Whether two numbers agree but for leading zeros and check digit; ``None`` when one of them is missing."""
    a, b = _plain(dele), _plain(nosso)
    if not a or not b:
        return None
    return a in (b, b + dv.upper()) or (not dv and a[:-1] == b)


def _same_contrato(campos: Mapping[str, str], candidato: Candidato) -> bool | None:
    convenio = candidato.convenio
    nossos = [
        (convenio.convenio, ""),
        (convenio.codigo_beneficiario, convenio.codigo_beneficiario_dv),
        *((convenio.extras.get(chave, ""), "") for chave in _CONTRATO),
    ]
    deles = [campos.get(chave, "") for chave in _CONTRATO]
    respostas = [_same(dele, nosso, dv) for dele in deles for nosso, dv in nossos]
    if any(respostas) or _starts(deles, [nosso for nosso, _ in nossos]):
        return True
    # an account number in the contract's field is no contradiction: some banks have no other number
    if any(_is_account(dele, candidato.conta) for dele in deles):
        return None
    return None if all(resposta is None for resposta in respostas) else False


def _starts(deles: Sequence[str], nossos: Sequence[str]) -> bool:
    """Whether a long field begins with our number: some headers write carteira and variação behind it."""
    return any(
        len(b) >= _PREFIXO_MINIMO and len(a) > len(b) + 1 and a.startswith(b)
        for a in map(_plain, deles)
        for b in map(_plain, nossos)
    )


def _is_account(dele: str, conta: Conta) -> bool:
    a, b = _plain(dele), _plain(conta.conta)
    return bool(a and b) and a.endswith((b, b + conta.conta_dv.upper()))


def _same_documento(dele: str, nosso: str) -> bool | None:
    """Whether two CPF or CNPJ are of one company; branches share the first eight of a CNPJ."""
    a, b = compact(dele)[-TAMANHO_CNPJ:], compact(nosso)
    if not a.strip("0") or not b.strip("0"):
        return None
    if len(b) == TAMANHO_CNPJ:
        return a.zfill(TAMANHO_CNPJ)[:_RAIZ_CNPJ] == b[:_RAIZ_CNPJ]
    return a.lstrip("0") == b.lstrip("0")


def _plain(numero: str) -> str:
    return "".join(letra for letra in numero.upper() if letra.isalnum()).lstrip("0")
