"""From an entry of a data file to the object it becomes: what it does not say stays as it is, or takes its default."""

from dataclasses import replace
from datetime import date
from typing import Any

from finbank_desktop.bancos import registry
from finbank_desktop.bancos.registry import UnknownBancoError
from finbank_desktop.domain.cadastros import Conta, Empresa, Filial, Pessoa
from finbank_desktop.domain.contas_receber import ContaReceber, Situacao
from finbank_desktop.domain.convenios import Convenio
from finbank_desktop.domain.encargos import Encargos, TipoDesconto, TipoJuros, TipoMulta
from finbank_desktop.services import cadastros_limpeza as limpeza
from finbank_desktop.services.cadastros_problems import FORMATOS
from finbank_desktop.services.dados_leitura import Entrada


def empresa(entrada: Entrada, antes: Empresa | None) -> Empresa:
    """Return the empresa of *entrada*, changed from *antes*."""
    base = antes or Empresa(codigo=entrada.codigo, razao_social="", documento="")
    endereco = replace(base.endereco, **entrada.grupos.get("endereco", {}))
    return limpeza.empresa(replace(base, **entrada.valores, endereco=endereco))


def filial(entrada: Entrada, antes: Filial | None, empresa_id: int) -> Filial:
    """Return the filial of *entrada*, changed from *antes*."""
    base = antes or Filial(empresa_id=empresa_id, codigo=entrada.codigo, nome="")
    return limpeza.filial(replace(base, **entrada.valores))


def pessoa(entrada: Entrada, antes: Pessoa | None, empresa_id: int) -> Pessoa:
    """Return the pessoa of *entrada*, changed from *antes*."""
    base = antes or Pessoa(empresa_id=empresa_id, codigo=entrada.codigo, nome="", documento="")
    endereco = replace(base.endereco, **entrada.grupos.get("endereco", {}))
    return limpeza.pessoa(replace(base, **entrada.valores, endereco=endereco))


def conta(entrada: Entrada, antes: Conta | None, empresa_id: int, refs: dict[str, Any]) -> Conta:
    """Return the conta of *entrada*, changed from *antes*; its default name is its numbers."""
    base = antes or Conta(empresa_id=empresa_id, codigo=entrada.codigo, descricao="", banco="", agencia="", conta="")
    limpa = limpeza.conta(replace(base, **entrada.valores, **refs))
    return limpa if limpa.descricao else replace(limpa, descricao=f"Banco {limpa.banco} {limpa.agencia}/{limpa.conta}")


def convenio(
    entrada: Entrada, antes: Convenio | None, empresa_id: int, refs: dict[str, Any], sua_conta: Conta | None
) -> Convenio:
    """Return the convênio of *entrada*, changed from *antes*.

    What is not said is taken from what is: the bank from the account, the format from what the bank knows, the first
    number from the range. A counter that the books already took further is left where it is.
    """
    valores = dict(entrada.valores)
    if "formato" in valores:
        valores["formato"] = "".join(letra for letra in valores["formato"] if letra.isdigit())
    if not valores.get("banco") and antes is None and sua_conta is not None:
        valores["banco"] = sua_conta.banco
    if antes is None:
        valores.setdefault("proximo_nosso_numero", valores.get("nosso_numero_inicio", 1))
    base = antes or Convenio(
        empresa_id=empresa_id, codigo=entrada.codigo, descricao="", conta_id=0, banco="", formato="", carteira=""
    )
    feito = replace(base, **valores, **refs, encargos=encargos(base.encargos, entrada.grupos.get("encargos", {})))
    extras = base.extras | entrada.grupos.get("extras", {})
    feito = limpeza.convenio(replace(feito, extras=extras))
    if not feito.descricao:
        feito = replace(feito, descricao=f"Convênio {feito.codigo}")
    if not feito.formato and sua_conta is not None:
        feito = replace(feito, formato=_formato(feito.banco))
    return feito if antes is None else _forward(antes, feito)


def _formato(banco: str) -> str:
    """Return the format that is usual at *banco*; any when the bank is not known or takes none from here."""
    try:
        usual = registry.find(banco).formatos
    except UnknownBancoError:
        usual = ()
    return (usual or FORMATOS)[0]


def _forward(antes: Convenio, feito: Convenio) -> Convenio:
    proximo = feito.proximo_nosso_numero
    if feito.nosso_numero_inicio <= antes.proximo_nosso_numero <= feito.nosso_numero_fim:
        proximo = max(proximo, antes.proximo_nosso_numero)
    return replace(
        feito, proximo_nosso_numero=proximo, proxima_remessa=max(feito.proxima_remessa, antes.proxima_remessa)
    )


def encargos(antes: Encargos, valores: dict[str, Any]) -> Encargos:
    """Return *antes* with *valores*; an amount without its kind is a percentage, interest by the month."""
    tipos: dict[str, tuple[Any, Any]] = {
        "juros": (TipoJuros.TAXA_MENSAL, TipoJuros.ISENTO),
        "multa": (TipoMulta.PERCENTUAL, TipoMulta.ISENTA),
        "desconto": (TipoDesconto.PERCENTUAL, TipoDesconto.SEM),
    }
    completos = {chave: valor for chave, valor in valores.items() if valor is not None or chave.endswith("_dias")}
    for chave, (percentual, nenhum) in tipos.items():
        if completos.get(chave) and f"{chave}_tipo" not in completos and getattr(antes, f"{chave}_tipo") is nenhum:
            completos[f"{chave}_tipo"] = percentual
    return replace(antes, **completos)


def conta_receber(
    entrada: Entrada, antes: ContaReceber | None, empresa_id: int, refs: dict[str, Any], hoje: date
) -> ContaReceber:
    """Return the conta a receber of *entrada*, changed from *antes*."""
    valores = {chave: valor for chave, valor in entrada.valores.items() if valor is not None}
    if valores.get("situacao") is Situacao.VENCIDO:
        valores["situacao"] = Situacao.EM_ABERTO  # it is only seen as overdue, never kept so
    vencimento = valores.get("vencimento", hoje)
    base = antes or ContaReceber(
        empresa_id=empresa_id,
        codigo=entrada.codigo,
        pessoa_id=0,
        documento="",
        emissao=min(hoje, vencimento),
        vencimento=vencimento,
        valor=0,
    )
    limpa = limpeza.conta_receber(replace(base, **valores, **refs))
    return limpa if limpa.documento else replace(limpa, documento=limpa.codigo)
