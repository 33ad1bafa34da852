"""Writing a planned statement down: what was new must still be new, then its lines and what was learned of it."""

from datetime import datetime

from finbank_desktop.domain.extratos import ContaExtrato
from finbank_desktop.persistence.records_extratos import ContaDeArquivo, ExtratoImportado, LinhaGravada
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services import extrato_contas, extrato_tabela
from finbank_desktop.services.extrato_model import Aba, ContaPlan, ExtratoPlan, ExtratoRow
from finbank_desktop.services.plans import StalePlanError

_NATUREZAS = {Aba.NOVOS: "lancamento", Aba.SALDOS: "saldo", Aba.PREVISTOS: "previsto", Aba.QUARENTENA: "quarentena"}


def require_same(uow: UnitOfWork, plan: ContaPlan) -> None:
    """Do nothing when what is new is still new.

    Raises:
        StalePlanError: Somebody imported lines of the same days, undid them, or closed the period meanwhile.
    """
    conta = plan.conta
    if conta is None or uow.contas.versions([conta.id]) != {conta.id: conta.versao}:
        raise StalePlanError("conta")
    new = [row for row in plan.rows if row.aba is Aba.NOVOS and row.data is not None]
    closed = uow.fechamentos.closed_until(conta.id)
    if closed is not None and any(row.data is not None and row.data <= closed for row in new):
        raise StalePlanError("fechamento")
    _require_identities(uow, conta.id, plan)


def _require_identities(uow: UnitOfWork, conta_id: int, plan: ContaPlan) -> None:
    days = [row.data for row in plan.rows if row.data is not None and row.aba in (Aba.NOVOS, Aba.JA_IMPORTADOS)]
    if not days:
        return
    kept = uow.extrato_linhas.payments(conta_id, min(days), max(days))
    taken = {(each.data, each.valor, each.chave, each.ordinal) for each in kept}
    known = sum(row.aba is Aba.JA_IMPORTADOS for row in plan.rows)
    new = [(r.data, r.valor, r.chave, r.ordinal) for r in plan.rows if r.aba is Aba.NOVOS]
    if taken.intersection(new) or len(kept) < known:
        raise StalePlanError("linhas")


def write(uow: UnitOfWork, plan: ExtratoPlan, of: ContaPlan, *, usuario: str, agora: datetime) -> ExtratoImportado:
    """Write the statement of one account of *plan* and return what it became.

    Raises:
        StalePlanError: It is of no account of ours.
    """
    conta = of.conta
    if conta is None:
        raise StalePlanError(plan.arquivo)
    made = uow.extratos.add(
        ExtratoImportado(
            empresa_id=conta.empresa_id,
            conta_id=conta.id,
            codigo=f"{uow.sequencias.next(conta.empresa_id, 'extratos'):06d}",
            arquivo=plan.arquivo,
            sha256=plan.sha256,
            formato=plan.formato,
            importado_em=agora,
            usuario=usuario,
            inicio=of.inicio,
            fim=of.fim,
            saldo=of.saldo,
            saldo_data=of.saldo_data,
            contagens=of.tabs,
        )
    )
    uow.extrato_linhas.add_all([_line(made, row) for row in of.rows if row.aba is not Aba.JA_IMPORTADOS])
    if plan.mapa is not None:  # a table names no account: what is learned of it is how it is read
        extrato_tabela.keep(uow, conta.empresa_id, conta.id, plan.impressao, plan.mapa)
        return made
    known = extrato_contas.fingerprint(ContaExtrato(banco=of.banco, agencia=of.agencia, conta=of.numero))
    uow.extrato_contas.learn(
        ContaDeArquivo(
            empresa_id=conta.empresa_id,
            banco=known.banco,
            agencia=known.agencia,
            conta=known.conta,
            conta_id=conta.id,
        )
    )
    return made


def _line(extrato: ExtratoImportado, row: ExtratoRow) -> LinhaGravada:
    return LinhaGravada(
        empresa_id=extrato.empresa_id,
        extrato_id=extrato.id,
        conta_id=extrato.conta_id,
        linha=row.linha,
        natureza=_NATUREZAS[row.aba],
        data=row.data,
        valor=row.valor,
        texto=row.texto,
        documento=row.documento,
        fitid=row.fitid,
        tipo=row.tipo,
        contraparte=row.contraparte,
        chave=row.chave,
        ordinal=row.ordinal,
        motivo=row.efeito if row.aba is Aba.QUARENTENA else "",
    )
