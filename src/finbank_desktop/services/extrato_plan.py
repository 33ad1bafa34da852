"""Making the plan of one account's statement: what each line is, what is known of it, what is said before saving."""

from collections.abc import Iterator, Sequence
from datetime import date

from finbank_desktop.domain.cadastros import Conta
from finbank_desktop.domain.extratos import ContaExtrato, LinhaExtrato, LinhaQuarentena, Natureza
from finbank_desktop.domain.problems import Problem, Severity
from finbank_desktop.domain.valores import format_brl
from finbank_desktop.persistence.records_extratos import ExtratoImportado
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services import extrato_contas, extrato_identidade, extrato_saldo
from finbank_desktop.services.extrato_model import Aba, ContaPlan, ExtratoRow, count_tabs


def plan_conta(
    uow: UnitOfWork, lugar: int, found: ContaExtrato, conta: Conta | None, como: str, *, hoje: date, sha256: str
) -> ContaPlan:
    """Return what the statement *found* will change in our account *conta*; nothing is written."""
    before = [e for e in uow.extratos.find_by_sha256(sha256) if conta is not None and e.conta_id == conta.id]
    rows = tuple(_rows(uow, found, conta, hoje, repeated=False))
    if before and any(row.aba is Aba.NOVOS for row in rows):
        before = []  # lines of it are missing by now: an import that brought them first was undone
    elif before:
        rows = tuple(_rows(uow, found, conta, hoje, repeated=True))
    days = [row.data for row in rows if row.data is not None and row.aba in (Aba.NOVOS, Aba.JA_IMPORTADOS)]
    inicio = min([day for day in (found.inicio, *days) if day], default=None)
    fim = max([day for day in (found.fim, *days) if day], default=None)
    falta = None if before else extrato_saldo.missing(uow, conta.id if conta else None, found, rows)
    return ContaPlan(
        lugar=lugar,
        banco=found.banco,
        agencia=found.agencia,
        numero=found.conta,
        moeda=found.moeda,
        conta=conta,
        como=como,
        rows=rows,
        tabs=count_tabs(rows),
        inicio=inicio,
        fim=fim,
        saldo=found.saldo,
        saldo_data=found.saldo_data,
        falta=falta,
        sobrepoe="" if before or conta is None else _overlap(uow, conta, inicio, fim),
        ja_importado=_repeated(before),
        problems=tuple(_problems(uow, found, conta, como, falta, rows)),
        needs_tick=_is_foreign(found),
    )


def _rows(
    uow: UnitOfWork, found: ContaExtrato, conta: Conta | None, hoje: date, *, repeated: bool
) -> Iterator[ExtratoRow]:
    payments = [linha for linha in found.linhas if _aba(linha, hoje) is Aba.NOVOS]
    days = [linha.data for linha in payments]
    kept = uow.extrato_linhas.payments(conta.id, min(days), max(days)) if conta is not None and days else []
    ordinals = dict(zip(map(id, payments), extrato_identidade.ordinals(payments, kept), strict=True))
    for each in found.em_ordem:
        if isinstance(each, LinhaQuarentena):
            yield _quarantined(each, repeated=repeated)
        else:
            yield _row(each, _aba(each, hoje), ordinals.get(id(each)), repeated=repeated)


def _quarantined(linha: LinhaQuarentena, *, repeated: bool) -> ExtratoRow:
    return ExtratoRow(
        aba=Aba.JA_IMPORTADOS if repeated else Aba.QUARENTENA,
        linha=linha.linha,
        data=linha.data,
        valor=None,
        texto=linha.texto or linha.conteudo,
        documento=linha.documento,
        fitid=linha.fitid,
        efeito=" ".join(part for part in (linha.problem.message, linha.problem.fix) if part),
        espera=not repeated and linha.problem.severity is not Severity.INFO,
    )


def _aba(linha: LinhaExtrato, hoje: date) -> Aba:
    """Return the tab of *linha* before it is compared with the books; what is of tomorrow is yet to come."""
    if linha.natureza is Natureza.SALDO:
        return Aba.SALDOS
    return Aba.PREVISTOS if linha.natureza is Natureza.PREVISTO or linha.data > hoje else Aba.NOVOS


def _row(linha: LinhaExtrato, aba: Aba, ordinal: int | None, *, repeated: bool) -> ExtratoRow:
    if repeated or (aba is Aba.NOVOS and ordinal is None):
        aba, ordinal = Aba.JA_IMPORTADOS, None
    efeito = _EFEITOS[aba]
    if ordinal is not None and ordinal > 1:
        efeito = f"Entra: é o {ordinal}º igual neste dia, e dois iguais podem ser dois pagamentos."
    return ExtratoRow(
        aba=aba,
        linha=linha.linha,
        data=linha.data,
        valor=linha.valor,
        texto=linha.texto,
        documento=linha.documento,
        fitid=linha.fitid,
        tipo=linha.tipo,
        contraparte=linha.contraparte,
        chave=extrato_identidade.key_of(linha)[2],
        ordinal=ordinal,
        efeito=efeito,
    )


_EFEITOS = {
    Aba.NOVOS: "Entra como lançamento a conciliar.",
    Aba.JA_IMPORTADOS: "Já está nos seus livros; nada muda.",
    Aba.SALDOS: "É um saldo: serve para conferir, não é lançamento.",
    Aba.PREVISTOS: "Ainda não aconteceu; entra quando o banco o trouxer como feito.",
}


def _overlap(uow: UnitOfWork, conta: Conta, inicio: date | None, fim: date | None) -> str:
    if inicio is None or fim is None:
        return ""
    others = [e for e in uow.extratos.of_conta(conta.id) if e.inicio and e.fim and e.inicio <= fim and e.fim >= inicio]
    if not others:
        return ""
    shown = ", ".join(f"{e.codigo} ({e.inicio:%d/%m/%Y} a {e.fim:%d/%m/%Y})" for e in others[-3:])
    more = f" e mais {len(others) - 3}" if len(others) > 3 else ""  # noqa: PLR2004 - as many as are shown
    return f"Parte deste período já foi importada no extrato {shown}{more}; só entra o que falta."


def _repeated(before: Sequence[ExtratoImportado]) -> str:
    if not before:
        return ""
    first = before[0]
    return (
        f"Este arquivo já foi importado em {first.importado_em:%d/%m/%Y} por {first.usuario} (extrato {first.codigo})."
    )


def _is_foreign(found: ContaExtrato) -> bool:
    return found.moeda.strip().upper() not in ("", "BRL", "R$", "REAL")


def _problems(
    uow: UnitOfWork,
    found: ContaExtrato,
    conta: Conta | None,
    como: str,
    falta: int | None,
    rows: Sequence[ExtratoRow],
) -> Iterator[Problem]:
    name = " ".join(part for part in (found.banco, found.agencia, found.conta) if part)
    if conta is None:
        yield Problem(
            message=f"Não sei de que conta é o extrato {name}: {como}.",
            fix="Diga a conta; da próxima vez o programa a reconhece.",
            field="conta",
        )
        return
    if extrato_contas.disagrees(found, conta):
        yield Problem(
            message=f"O arquivo é do banco {found.banco}, e a conta {conta.descricao} é do banco {conta.banco}.",
            fix="Confira se escolheu a conta certa.",
            severity=Severity.WARNING,
            field="conta",
        )
    closed = uow.fechamentos.closed_until(conta.id)
    inside = [row for row in rows if row.aba is Aba.NOVOS and row.data is not None and closed and row.data <= closed]
    if inside:
        yield Problem(
            message=f"{len(inside)} lançamentos novos são de um período fechado (até {closed:%d/%m/%Y}).",
            fix="Reabra o período em Conciliação antes de importar.",
            field="fechamento",
        )
    if falta and found.falta is None:  # what the file's own two balances lack is said of the file
        yield Problem(
            message=f"O saldo não fecha: {'faltam' if falta > 0 else 'sobram'} {format_brl(abs(falta))} entre o saldo "
            "anterior, os lançamentos e o saldo do arquivo.",
            fix="Baixe também os dias que faltam; o que já entrou não entra de novo.",
            severity=Severity.WARNING,
            field="saldo",
        )
