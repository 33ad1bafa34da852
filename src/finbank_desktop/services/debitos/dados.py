"""From an entry of a data file to a contract, consent, layout or debit: what it does not say stays as it is."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from finbank_desktop.cnab import debito_regras
from finbank_desktop.domain.cadastros import Conta
from finbank_desktop.domain.debitos import (
    Consentimento,
    ConvenioDebito,
    Debito,
    DebitoItem,
    LayoutBancario,
    SituacaoConsentimento,
    SituacaoDebito,
)
from finbank_desktop.domain.problems import Problem
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services.contas_receber import holds
from finbank_desktop.services.debitos import cadastros_problems as check
from finbank_desktop.services.debitos import consentimentos, debitos, emissao
from finbank_desktop.services.debitos.cadastros import convenio_problems, layout_problems
from finbank_desktop.services.debitos.debito_problems import debito_problems as judge

if TYPE_CHECKING:
    from finbank_desktop.services.dados_leitura import Entrada

__all__ = (
    "Debitos",
    "consentimento",
    "consentimento_problems",
    "convenio",
    "convenio_problems",
    "debito_problems",
    "layout",
    "layout_problems",
)

_SEM_CONSENTIMENTO = Consentimento(cliente_empresa="", nome="", documento="", banco="", agencia="", conta="", codigo="")


def layout(entrada: "Entrada", antes: LayoutBancario | None, empresa_id: int) -> LayoutBancario:
    """Return the layout of *entrada*, changed from *antes*."""
    base = antes or LayoutBancario(empresa_id=empresa_id, codigo=entrada.codigo, banco="")
    return check.tidy(replace(base, **_digits(entrada.valores)))


def convenio(
    entrada: "Entrada",
    antes: ConvenioDebito | None,
    empresa_id: int,
    refs: Mapping[str, int | None],
    contas: Mapping[int, Conta],
) -> ConvenioDebito:
    """Return the contract of *entrada*, changed from *antes*; bank and format are taken from the account's bank."""
    valores = _digits(entrada.valores)
    base = antes or ConvenioDebito(
        empresa_id=empresa_id, codigo=entrada.codigo, descricao="", banco="", formato="", convenio=""
    )
    feito = replace(base, **valores, **_some(refs))
    feito = replace(feito, extras=base.extras | entrada.grupos.get("extras", {}))
    conta = contas.get(feito.conta_id)
    feito = replace(
        feito,
        banco=feito.banco or (conta.banco if conta else ""),
        descricao=feito.descricao or f"Débito automático {feito.codigo}",
        extras={chave: valor for chave, valor in feito.extras.items() if valor},
    )
    if not feito.formato:
        feito = replace(feito, formato=(debito_regras.load(feito.banco).formatos or ("150",))[0])
    if antes is not None:
        feito = replace(feito, proxima_remessa=max(feito.proxima_remessa, antes.proxima_remessa))
    return check.tidy(feito)


def consentimento(
    entrada: "Entrada",
    antes: Consentimento | None,
    empresa_id: int,
    refs: Mapping[str, int | None],
    uow: UnitOfWork,
) -> Consentimento:
    """Return the consent of *entrada*, changed from *antes*; name and document are the customer's by default."""
    base = antes or replace(_SEM_CONSENTIMENTO, empresa_id=empresa_id, codigo=entrada.codigo)
    return consentimentos.complete(check.tidy(replace(base, **entrada.valores, **_some(refs))), uow)


def consentimento_problems(
    depois: Consentimento, antes: Consentimento | None, uow: UnitOfWork, hoje: date
) -> list[Problem]:
    """Return what is wrong with a consent of a data file; a new one may bring its own history."""
    if antes is None and depois.situacao not in (SituacaoConsentimento.PENDENTE, SituacaoConsentimento.ATIVO):
        return consentimentos.consentimento_problems(replace(depois, situacao=SituacaoConsentimento.ATIVO), uow, hoje)
    return consentimentos.consentimento_problems(depois, uow, hoje)


class Debitos:
    """Makes the debits of a data file."""

    def __init__(
        self, uow: UnitOfWork, empresa_id: int, entradas: Sequence["Entrada"], problems: list[Problem]
    ) -> None:
        """Look up what *entradas* refer to."""
        codigos = {codigo for e in entradas for codigo in e.valores.get("contas", ())}
        self._contas = uow.contas_receber.find_many_by_codigo(empresa_id, codigos)
        self._uow = uow
        self._empresa_id = empresa_id
        self._problems = problems

    def debito(self, entrada: "Entrada", antes: Debito | None, refs: Mapping[str, int | None]) -> Debito | None:
        """Return the debit of *entrada*, changed from *antes*; ``None`` where it names a conta that is not there."""
        valores = {chave: valor for chave, valor in entrada.valores.items() if valor is not None}
        codigos = valores.pop("contas", None)
        base = antes or Debito(
            empresa_id=self._empresa_id,
            codigo=entrada.codigo,
            seu_numero="",
            consentimento=_SEM_CONSENTIMENTO,
            valor=0,
            vencimento=None,
        )
        feito = replace(base, **valores)
        if row := refs.get("convenio_id"):
            feito = replace(feito, convenio_id=row)
        if row := refs.get("consentimento_id"):
            feito = replace(feito, consentimento=self._uow.consentimentos.get(row))
        if codigos is not None:
            faltam = [codigo for codigo in codigos if codigo not in self._contas]
            if faltam:
                lugar = f"{entrada.onde}.contas"
                mensagem = f"{lugar}: não há conta a receber com o código {faltam[0]}."
                self._problems.append(Problem(message=mensagem, field=lugar))
                return None
            feito = self._shared(feito, codigos, base)
            if feito.itens != base.itens:
                feito = self._of_boleto(feito)
        if not feito.seu_numero:
            feito = replace(feito, seu_numero=debitos.next_seu_numero(self._uow, self._empresa_id))
        return feito

    def _of_boleto(self, feito: Debito) -> Debito:
        """Return *feito* under the IDBOLETO of the boleto that it settles whole; as it is when there is none."""
        ids = {item.conta_receber_id for item in feito.itens}
        vivos = {b.id: b for de in self._uow.boletos.of_contas(ids).values() for b in de if holds(b)}
        boleto = next((b for b in vivos.values() if {i.conta_receber_id for i in b.itens} == ids), None)
        if boleto is None or feito.boleto_id == boleto.id:
            return feito
        coligada = self._uow.empresas.get(self._empresa_id).codigo
        return replace(feito, boleto_id=boleto.id, idboleto=feito.idboleto or emissao.mark_of(coligada, boleto))

    def _shared(self, feito: Debito, codigos: Sequence[str], base: Debito) -> Debito:
        """Return *feito* with its itens; what it asks for fills the contas in their order, all of them by default."""
        contas = [self._contas[codigo] for codigo in codigos]
        if [item.conta_receber_id for item in base.itens] == [c.id for c in contas] and feito.valor == base.valor:
            return feito
        valor = feito.valor or sum(conta.saldo for conta in contas)
        resta, itens = valor, []
        for n, conta in enumerate(contas, start=1):
            parte = resta if n == len(contas) else min(resta, conta.saldo)
            itens.append(DebitoItem(conta_receber_id=conta.id, valor=parte))
            resta -= parte
        return replace(feito, valor=valor, itens=tuple(itens))


def debito_problems(depois: Debito, antes: Debito | None, uow: UnitOfWork, hoje: date) -> list[Problem]:
    """Return what is wrong with a debit of a data file; one that is over may come in as it is."""
    if antes is None and not depois.situacao.holds:
        return []
    if antes is None and depois.situacao is not SituacaoDebito.EM_ABERTO:
        mensagem = "Um débito que espera o banco só nasce de uma remessa; importe-o em aberto."
        return [Problem(message=mensagem, field="situacao")]
    return judge(uow, depois, hoje)


def _some(refs: Mapping[str, int | None]) -> dict[str, Any]:
    return {chave: row for chave, row in refs.items() if row}


def _digits(valores: Mapping[str, Any]) -> dict[str, Any]:
    """Return *valores* with the digits of ``formato`` alone: ``CNAB 150`` is 150."""
    if "formato" not in valores:
        return dict(valores)
    return {**valores, "formato": "".join(letra for letra in valores["formato"] if letra.isdigit())}
