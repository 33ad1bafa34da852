"""Proofs of payments as PDF, from what the bank's retorno told."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from finbank_desktop.domain import arrecadacao, codigo_barras
from finbank_desktop.domain.cadastros import Conta, Empresa
from finbank_desktop.domain.contas_pagar import ContaPagar
from finbank_desktop.domain.documentos import format_documento
from finbank_desktop.domain.pagamentos import FormaPagamento, SituacaoPagamento
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.domain.valores import format_brl
from finbank_desktop.pdf.comprovante_dados import Comprovante
from finbank_desktop.persistence.database import Database
from finbank_desktop.persistence.records_pagamentos import BaixaPagar, PagamentoEnviado
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services.jobs import SILENT, Watcher
from finbank_desktop.services.pagamentos import destinos
from finbank_desktop.services.pagamentos.destinos import Destino


class ComprovantesService:
    """Writes proofs of payments."""

    def __init__(self, database: Database, *, agora: Callable[[], datetime]) -> None:
        """Work on *database*; *agora* tells when."""
        self._database = database
        self._agora = agora

    def pdf(self, ids: Sequence[int], saida: Path, watcher: Watcher = SILENT) -> int:
        """Write the proofs of the contas a pagar *ids* to *saida* and return the number of its pages.

        Raises:
            MissingError: There is no such conta.
            RefusedError: One of them is not paid.
            OutsideError: The disk refuses.
        """
        from finbank_desktop.pdf import comprovante  # noqa: PLC0415 - ReportLab is loaded only when something is printed

        with self._database.read() as uow:
            achadas = uow.contas_pagar.get_many(ids)
            contas = [achadas.get(row) or uow.contas_pagar.get(row) for row in dict.fromkeys(ids)]
            for conta in contas:
                if conta.situacao is not SituacaoPagamento.PAGO:
                    message = (
                        f"A conta {conta.codigo} está {conta.situacao.lower()}; só o que foi pago tem comprovante."
                    )
                    raise RefusedError("nao_paga", message, f"id {conta.id}")
            cadastro = destinos.load(uow, contas)
            baixas = uow.baixas_pagar.of_contas(conta.id for conta in contas)
            empresas = uow.empresas.get_many(conta.empresa_id for conta in contas)
            feitos = [
                self._comprovante(
                    uow, conta, cadastro.destino(conta), _standing(baixas, conta), empresas[conta.empresa_id]
                )
                for conta in contas
            ]
        watcher.report(0, len(feitos), "Gravando os comprovantes")
        return comprovante.render(feitos, saida, lambda feito, todos: watcher.report(feito, todos, "Gravando"))

    def _comprovante(
        self, uow: UnitOfWork, conta: ContaPagar, destino: Destino, baixa: BaixaPagar | None, empresa: Empresa
    ) -> Comprovante:
        origem, paga_de = "baixa informada por uma pessoa", ""
        enviado = uow.pagamentos.get(baixa.pagamento_id) if baixa and baixa.pagamento_id else None
        saiu = uow.contas.get(baixa.conta_id) if baixa and baixa.conta_id else None
        if baixa is not None and baixa.importacao_id is not None:
            importacao = uow.importacoes_pagamento.get(baixa.importacao_id)
            origem = f"retorno do banco {importacao.arquivo}, importação {importacao.codigo}, linha {baixa.linha}"
            if importacao.convenio_id is not None:
                saiu = uow.contas.get(uow.convenios_pagamento.get(importacao.convenio_id).conta_id)
        if saiu is not None:
            paga_de = _account(saiu)
        valores = (
            ("Valor do documento", format_brl(conta.valor)),
            ("Desconto", format_brl(baixa.desconto) if baixa and baixa.desconto else ""),
            ("Acréscimos", format_brl(baixa.acrescimos) if baixa and baixa.acrescimos else ""),
            ("Valor pago", format_brl(conta.valor_pago)),
        )
        return Comprovante(
            empresa=empresa.razao_social,
            documento=format_documento(empresa.documento),
            cor=empresa.cor,
            valor=format_brl(conta.valor_pago),
            data=f"Pago em {conta.pago_em:%d/%m/%Y}" if conta.pago_em else "",
            partes=(
                ("Quem pagou", (("Conta debitada", paga_de),)),
                ("Quem recebeu", _payee(conta, destino, enviado)),
                ("O que foi pago", (*_document(conta), *valores)),
            ),
            autenticacao=conta.autenticacao,
            rodape=f"Emitido em {self._agora():%d/%m/%Y %H:%M} pelo FinBank, conforme {origem}.",
        )


def _standing(baixas: Mapping[int, Sequence[BaixaPagar]], conta: ContaPagar) -> BaixaPagar | None:
    return next((each for each in baixas.get(conta.id, ()) if each.stands), None)


def _account(conta: Conta) -> str:
    agencia = f"{conta.agencia}-{conta.agencia_dv}" if conta.agencia_dv else conta.agencia
    numero = f"{conta.conta}-{conta.conta_dv}" if conta.conta_dv else conta.conta
    return f"Banco {conta.banco}, agência {agencia}, conta {numero}"


def _payee(conta: ContaPagar, destino: Destino, enviado: PagamentoEnviado | None) -> tuple[tuple[str, str], ...]:
    """Return who got the money and where: as it was sent, whatever the cadastro says by now."""
    nome, documento = destino.nome(conta), destino.pessoa.documento if destino.pessoa else ""
    onde = destino.descricao(conta)
    if enviado is not None:
        nome, documento, onde = enviado.favorecido, enviado.documento, enviado.destino
    pelo_cadastro = conta.forma is FormaPagamento.PIX_CHAVE or (conta.forma is not None and conta.forma.needs_conta)
    return (
        ("Nome", nome),
        ("CPF/CNPJ", format_documento(documento)),
        ("Recebeu em", onde if pelo_cadastro and enviado is not None else ""),
    )


def _document(conta: ContaPagar) -> tuple[tuple[str, str], ...]:
    return (
        ("Forma", str(conta.forma or "")),
        ("Documento", " \N{EN DASH} ".join(parte for parte in (conta.documento, conta.descricao) if parte)),
        ("Linha digitável", _linha(conta)),
        ("Guia", f"{conta.tributo.tipo}, receita {conta.tributo.receita or '—'}" if conta.tributo else ""),
        ("Identificação Pix", conta.pix_txid),
        ("Vencimento", f"{conta.vencimento:%d/%m/%Y}"),
        ("Número do pagamento", conta.seu_numero),
    )


def _linha(conta: ContaPagar) -> str:
    if not conta.codigo_barras:
        return ""
    if arrecadacao.is_arrecadacao(conta.codigo_barras):
        linha = arrecadacao.to_linha_digitavel(conta.codigo_barras)
        return " ".join(linha[at : at + 12] for at in range(0, len(linha), 12))
    return codigo_barras.format_linha_digitavel(codigo_barras.to_linha_digitavel(conta.codigo_barras))
