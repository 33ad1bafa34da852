"""What each boleto of a file of DDA is among our contas a pagar; the books are read and not written here.

A boleto is found by its barcode; else by the beneficiary's CPF or CNPJ (branches share a root), amount and due date,
when exactly one open conta without a barcode has all three.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from finbank_desktop.cnab import dda
from finbank_desktop.cnab.dda import Apresentado
from finbank_desktop.domain.cadastros import Empresa
from finbank_desktop.domain.codigo_barras import CodigoBarrasError, parse_codigo_barras
from finbank_desktop.domain.contas_pagar import ContaPagar
from finbank_desktop.domain.documentos import TAMANHO_CNPJ
from finbank_desktop.domain.pagamentos import FormaPagamento, SituacaoPagamento
from finbank_desktop.domain.valores import format_brl
from finbank_desktop.persistence.records_pagamentos import BoletoDda
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services.pagamentos.dda_model import AbaDda, DdaRow

_RAIZ = 8


class Casador:
    """Tells what each boleto of one file is."""

    def __init__(
        self,
        uow: UnitOfWork,
        empresa: Empresa,
        apresentados: Sequence[Apresentado],
        sem: frozenset[int],
        hoje: date,
    ) -> None:
        """Begin a file of *empresa*; lines in *sem* are not wanted."""
        codigos = [each.codigo_barras for each in apresentados]
        self._apresentados = apresentados
        self._empresa = empresa
        self._sem = sem
        self._hoje = hoje
        self._conhecidos = uow.boletos_dda.with_codigo_barras(empresa.id, codigos)
        self._por_codigo = uow.contas_pagar.with_codigo_barras(empresa.id, codigos)
        self._abertas = [conta for conta in uow.contas_pagar.open_of(empresa.id) if not conta.codigo_barras]
        pessoas = uow.pessoas.get_many(conta.pessoa_id for conta in self._abertas if conta.pessoa_id)
        self._documentos = {row: pessoa.documento for row, pessoa in pessoas.items()}
        self._pessoas = uow.pessoas.find_many_by_documento(empresa.id, [each.documento for each in apresentados])
        self._codigos_contas = {
            conta.id: conta
            for conta in uow.contas_pagar.get_many(
                each.conta_pagar_id for each in self._conhecidos.values() if each.conta_pagar_id
            ).values()
        }
        self._vistos: set[str] = set()
        self._usadas: set[int] = set()

    def rows(self) -> Iterator[DdaRow]:
        """Yield one row per boleto, in the file's order."""
        for each in self._apresentados:
            yield self._row(each)
            self._vistos.add(each.codigo_barras)

    def _row(self, each: Apresentado) -> DdaRow:
        row = DdaRow(
            aba=AbaDda.IGNORADOS,
            line=each.line,
            codigo_barras=each.codigo_barras,
            documento=each.documento,
            nome=each.nome,
            numero_documento=each.numero_documento,
            vencimento=each.vencimento,
            valor=each.valor,
            emissao=each.emissao,
            efeito="",
            raw=each.raw,
        )
        fault = _fault(each)
        if fault:
            return replace(row, aba=AbaDda.CONFERIR, efeito=fault)
        if each.movimento in dda.BAIXAS:
            return self._written_off(row)
        if each.line in self._sem:
            return replace(row, efeito="Posto de lado por decisão de quem importou.")
        if each.codigo_barras in self._vistos:
            return replace(row, aba=AbaDda.JA_PROCESSADOS, efeito="Repetido neste arquivo.")
        if each.codigo_barras in self._conhecidos:
            return self._known(row, self._conhecidos[each.codigo_barras])
        return self._match(row)

    def _written_off(self, row: DdaRow) -> DdaRow:
        contas = [
            conta
            for conta in self._por_codigo.get(row.codigo_barras, [])
            if conta.situacao is not SituacaoPagamento.PAGO
        ]
        if not contas:
            return replace(row, efeito="Baixado pelo beneficiário; não há conta a pagar em aberto.")
        efeito = f"O beneficiário baixou este boleto: confira antes de pagar a conta {contas[0].codigo}."
        return replace(row, aba=AbaDda.CONFERIR, conta=contas[0], efeito=efeito)

    def _known(self, row: DdaRow, boleto: BoletoDda) -> DdaRow:
        conta = self._codigos_contas.get(boleto.conta_pagar_id or 0)
        if (boleto.valor, boleto.vencimento) == (row.valor, row.vencimento):
            return replace(row, aba=AbaDda.JA_PROCESSADOS, conta=conta, efeito="Já veio em outro arquivo de DDA.")
        efeito = "O beneficiário mudou o valor ou o vencimento; confira a conta a pagar."
        return replace(row, aba=AbaDda.CONFERIR, conta=conta, efeito=efeito)

    def _match(self, row: DdaRow) -> DdaRow:
        por_codigo = self._por_codigo.get(row.codigo_barras, [])
        if por_codigo:
            conta = por_codigo[0]
            efeito = f"É a conta a pagar {conta.codigo}, pelo código de barras."
            return replace(row, aba=AbaDda.CASADOS, conta=conta, efeito=efeito)
        iguais = [conta for conta in self._abertas if self._same(row, conta)]
        if len(iguais) > 1:
            codigos = ", ".join(conta.codigo for conta in iguais)
            efeito = f"Pode ser qualquer uma destas contas a pagar: {codigos}. Ponha o código de barras na certa."
            return replace(row, aba=AbaDda.CONFERIR, efeito=efeito)
        if iguais:
            self._usadas.add(iguais[0].id)
            return self._completed(row, iguais[0])
        valor = format_brl(row.valor or 0)
        efeito = f"Conta a pagar nova: {valor} a {row.nome}."
        return replace(row, aba=AbaDda.NOVOS, depois=self._new(row), efeito=efeito)

    def _same(self, row: DdaRow, conta: ContaPagar) -> bool:
        if conta.id in self._usadas or conta.forma not in (None, FormaPagamento.BOLETO):
            return False
        documento = self._documentos.get(conta.pessoa_id or 0, "")
        return (
            bool(documento)
            and root(documento) == root(row.documento)
            and (conta.valor, conta.vencimento) == (row.valor, row.vencimento)
        )

    def _completed(self, row: DdaRow, conta: ContaPagar) -> DdaRow:
        """Return *row* as that of *conta*, which gets its barcode where it may still change."""
        efeito = f"É a conta a pagar {conta.codigo}, por beneficiário, valor e vencimento"
        if conta.situacao is SituacaoPagamento.APROVADO:
            efeito += ", já aprovada de outra forma: tire a aprovação e importe de novo, ou pague-a como está."
            return replace(row, aba=AbaDda.CONFERIR, conta=conta, efeito=efeito)
        livre = conta.situacao is SituacaoPagamento.EM_ABERTO
        depois = replace(conta, codigo_barras=row.codigo_barras, forma=FormaPagamento.BOLETO)
        efeito += "; ganha o código de barras." if livre else "."
        return replace(row, aba=AbaDda.CASADOS, conta=conta, depois=depois if livre else None, efeito=efeito)

    def _new(self, row: DdaRow) -> ContaPagar:
        pessoas = self._pessoas.get(row.documento, [])
        vencimento = row.vencimento or self._hoje
        return ContaPagar(
            empresa_id=self._empresa.id,
            pessoa_id=pessoas[0].id if pessoas else None,
            nome="" if pessoas or row.documento else row.nome,
            documento=row.numero_documento,
            descricao="DDA",
            emissao=min(row.emissao or self._hoje, vencimento),
            vencimento=vencimento,
            valor=row.valor or 0,
            forma=FormaPagamento.BOLETO,
            codigo_barras=row.codigo_barras,
        )


def _fault(each: Apresentado) -> str:
    try:
        parse_codigo_barras(each.codigo_barras)
    except CodigoBarrasError as error:
        return f"O código de barras não serve: {error}."
    if not each.valor or each.vencimento is None:
        return "A linha não diz o valor ou o vencimento."
    return ""


def root(documento: str) -> str:
    """Return what the branches of a company share."""
    return documento[:_RAIZ] if len(documento) == TAMANHO_CNPJ else documento
