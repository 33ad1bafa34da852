"""Whom and where a conta a pagar is paid: the pessoa with the account or Pix key that counts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from finbank_desktop.domain.cadastros import Pessoa
from finbank_desktop.domain.contas_pagar import ChavePixFavorecido, ContaBancaria, ContaPagar
from finbank_desktop.domain.pagamentos import Favorecido, FormaPagamento, Pagamento
from finbank_desktop.persistence.unit_of_work import UnitOfWork

D = TypeVar("D", ContaBancaria, ChavePixFavorecido)


@dataclass(frozen=True, slots=True, kw_only=True)
class Destino:
    """Where the money of one conta a pagar goes.

    Attributes:
        pessoa: ``None`` where the payee is no record of ours.
        conta: The account that counts; ``None`` where the pessoa has none.
        chave: The Pix key that counts; ``None`` where the pessoa has none.
    """

    pessoa: Pessoa | None = None
    conta: ContaBancaria | None = None
    chave: ChavePixFavorecido | None = None

    def favorecido(self, conta: ContaPagar) -> Favorecido:
        """Return what the bank is told of the payee of *conta*."""
        if self.pessoa is None:
            return Favorecido(nome=conta.nome)
        return Favorecido(
            nome=self.pessoa.nome,
            documento=self.pessoa.documento,
            endereco=self.pessoa.endereco,
            conta=self.conta.favorecida if self.conta else None,
            chave_pix=self.chave.pix if self.chave else None,
        )

    def nome(self, conta: ContaPagar) -> str:
        """Return who is paid."""
        return self.pessoa.nome if self.pessoa else conta.nome

    def descricao(self, conta: ContaPagar) -> str:
        """Return where the money goes, in words; empty where nothing says it."""
        match conta.forma:
            case FormaPagamento.PIX_CHAVE:
                return f"Chave Pix {self.chave.chave}" if self.chave else ""
            case FormaPagamento.BOLETO | FormaPagamento.CONCESSIONARIA:
                return f"Código de barras {conta.codigo_barras}" if conta.codigo_barras else ""
            case FormaPagamento.PIX_QR:
                return f"QR Code {conta.pix_qr}" if conta.pix_qr else ""
            case FormaPagamento.TRIBUTO:
                return f"Guia {conta.tributo.tipo}" if conta.tributo else ""
        return self.conta.descricao if self.conta else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cadastro:
    """The pessoas of some contas a pagar with all their accounts and keys."""

    pessoas: Mapping[int, Pessoa] = field(default_factory=dict)
    contas: Mapping[int, Sequence[ContaBancaria]] = field(default_factory=dict)
    chaves: Mapping[int, Sequence[ChavePixFavorecido]] = field(default_factory=dict)

    def destino(self, conta: ContaPagar) -> Destino:
        """Return where *conta* is paid: what it names, else the main account and key of its pessoa."""
        if conta.pessoa_id is None:
            return Destino()
        contas = self.contas.get(conta.pessoa_id, ())
        chaves = self.chaves.get(conta.pessoa_id, ())
        return Destino(
            pessoa=self.pessoas.get(conta.pessoa_id),
            conta=_chosen(contas, conta.conta_favorecido_id),
            chave=_chosen(chaves, conta.chave_favorecido_id),
        )


def load(uow: UnitOfWork, contas: Iterable[ContaPagar]) -> Cadastro:
    """Return what is known of the payees of *contas*."""
    ids = {conta.pessoa_id for conta in contas if conta.pessoa_id is not None}
    return Cadastro(
        pessoas=uow.pessoas.get_many(ids),
        contas=uow.pessoa_contas.of_pessoas(ids),
        chaves=uow.pessoa_chaves_pix.of_pessoas(ids),
    )


def pagamento(conta: ContaPagar, destino: Destino) -> Pagamento:
    """Return the payment that *conta* asks for; its forma must be chosen."""
    forma = conta.forma
    assert forma is not None  # noqa: S101 - whoever plans has asked
    boleto = forma is FormaPagamento.BOLETO
    final = Favorecido(nome=conta.final_nome, documento=conta.final_documento) if conta.final_nome else None
    return Pagamento(
        id=conta.id,
        empresa_id=conta.empresa_id,
        convenio_id=conta.convenio_id,
        seu_numero=conta.seu_numero,
        forma=forma,
        favorecido=destino.favorecido(conta),
        valor=conta.valor_a_pagar,
        data_pagamento=conta.dia,
        codigo_barras=conta.codigo_barras,
        vencimento=conta.vencimento,
        valor_documento=conta.valor if boleto else None,
        desconto=conta.desconto if boleto else 0,
        acrescimos=conta.acrescimos if boleto else 0,
        tributo=conta.tributo,
        pix_qr=conta.pix_qr,
        pix_txid=conta.pix_txid,
        mensagem=conta.mensagem,
        beneficiario_final=final,
        situacao=conta.situacao,
        versao=conta.versao,
    )


def _chosen(todas: Sequence[D], row: int | None) -> D | None:
    if row is None:
        return todas[0] if todas else None
    return next((each for each in todas if each.id == row), None)
