"""Where pessoas are paid: their accounts and Pix keys."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from finbank_desktop.domain import chaves_pix
from finbank_desktop.domain.chaves_pix import ChavePixError
from finbank_desktop.domain.contas_pagar import ChavePixFavorecido, ContaBancaria
from finbank_desktop.domain.pagamentos import FormaPagamento, SituacaoPagamento
from finbank_desktop.domain.problems import Problem, RefusedError
from finbank_desktop.persistence.database import Database
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services import cadastros_problems as check
from finbank_desktop.services.cadastros import next_codigo
from finbank_desktop.services.pagamentos import limpeza
from finbank_desktop.services.pagamentos.contas import unapprove
from finbank_desktop.services.plans import refuse_errors

_ISPB = 8
_SEM_BANCO = "000"
_PELO_CADASTRO = (FormaPagamento.PIX_CHAVE, *(forma for forma in FormaPagamento if forma.needs_conta))
"""Payments that go where the cadastro says, and not where a barcode does."""
_MUDOU = "Os dados bancários do favorecido mudaram; precisa ser aprovada outra vez."


class FavorecidosService:
    """Keeps the accounts and keys that payments go to.

    One of each kind is the main one: the first, until another is made so. Whoever changes one takes back the approval
    of what would have gone there.
    """

    def __init__(self, database: Database, *, usuario: str, agora: Callable[[], datetime]) -> None:
        """Work on *database* in the name of *usuario*."""
        self._database = database
        self._usuario = usuario
        self._agora = agora

    def contas(self, pessoa_id: int) -> Sequence[ContaBancaria]:
        """Return the accounts of a pessoa, the main one first."""
        with self._database.read() as uow:
            return uow.pessoa_contas.of_pessoas([pessoa_id]).get(pessoa_id, [])

    def chaves(self, pessoa_id: int) -> Sequence[ChavePixFavorecido]:
        """Return the Pix keys of a pessoa, the main one first."""
        with self._database.read() as uow:
            return uow.pessoa_chaves_pix.of_pessoas([pessoa_id]).get(pessoa_id, [])

    def problems_conta(self, conta: ContaBancaria) -> Sequence[Problem]:
        """Return what is wrong with *conta*, field by field."""
        return conta_problems(limpeza.conta_bancaria(conta))

    def problems_chave(self, chave: ChavePixFavorecido) -> Sequence[Problem]:
        """Return what is wrong with *chave*, field by field."""
        with self._database.read() as uow:
            return chave_problems(limpeza.chave_pix(chave), uow)

    def save_conta(self, conta: ContaBancaria) -> ContaBancaria:
        """Add or change an account.

        Raises:
            RefusedError: Something is wrong with it.
        """
        with self._database.write() as uow:
            return self.save_conta_in(uow, limpeza.conta_bancaria(conta))

    def save_chave(self, chave: ChavePixFavorecido) -> ChavePixFavorecido:
        """Add or change a Pix key, kept as the directory of the Banco Central keeps it.

        Raises:
            RefusedError: It is no key of that kind.
        """
        with self._database.write() as uow:
            return self.save_chave_in(uow, limpeza.chave_pix(chave))

    def save_conta_in(self, uow: UnitOfWork, conta: ContaBancaria) -> ContaBancaria:
        """Do what `save_conta` does within the caller's transaction."""
        refuse_errors(conta_problems(conta), "conta_favorecido_invalida")
        outras = uow.pessoa_contas.of_pessoas([conta.pessoa_id]).get(conta.pessoa_id, [])
        outras = [each for each in outras if each.id != conta.id]
        conta = replace(conta, principal=conta.principal or not any(each.principal for each in outras))
        if conta.principal:
            uow.pessoa_contas.update_many([replace(each, principal=False) for each in outras if each.principal])
        if not conta.id:
            codigo = conta.codigo or next_codigo(uow, uow.pessoa_contas, conta.empresa_id)
            feita = uow.pessoa_contas.add(replace(conta, codigo=codigo))
        else:
            feita = uow.pessoa_contas.update(conta)
        forget_approvals(uow, conta.pessoa_id, self._usuario, self._agora())
        return feita

    def save_chave_in(self, uow: UnitOfWork, chave: ChavePixFavorecido) -> ChavePixFavorecido:
        """Do what `save_chave` does within the caller's transaction."""
        refuse_errors(chave_problems(chave, uow), "chave_pix_invalida")
        lida = chaves_pix.parse(chave.chave, chave.tipo)
        outras = uow.pessoa_chaves_pix.of_pessoas([chave.pessoa_id]).get(chave.pessoa_id, [])
        outras = [each for each in outras if each.id != chave.id]
        principal = chave.principal or not any(each.principal for each in outras)
        chave = replace(chave, chave=lida.chave, principal=principal)
        if principal:
            uow.pessoa_chaves_pix.update_many([replace(each, principal=False) for each in outras if each.principal])
        if not chave.id:
            codigo = chave.codigo or next_codigo(uow, uow.pessoa_chaves_pix, chave.empresa_id)
            feita = uow.pessoa_chaves_pix.add(replace(chave, codigo=codigo))
        else:
            feita = uow.pessoa_chaves_pix.update(chave)
        forget_approvals(uow, chave.pessoa_id, self._usuario, self._agora())
        return feita

    def remove_conta(self, row: int) -> None:
        """Take an account away.

        Raises:
            RefusedError: A conta a pagar names it.
        """
        with self._database.write() as uow:
            conta = uow.pessoa_contas.get(row)
            _require_unused(uow.contas_pagar.count_using("conta_favorecido_id", row), "Esta conta")
            uow.pessoa_contas.delete_where(id=row)
            restam = uow.pessoa_contas.of_pessoas([conta.pessoa_id]).get(conta.pessoa_id, [])
            if conta.principal and restam:
                uow.pessoa_contas.update(replace(restam[0], principal=True))
            forget_approvals(uow, conta.pessoa_id, self._usuario, self._agora())

    def remove_chave(self, row: int) -> None:
        """Take a Pix key away.

        Raises:
            RefusedError: A conta a pagar names it.
        """
        with self._database.write() as uow:
            chave = uow.pessoa_chaves_pix.get(row)
            _require_unused(uow.contas_pagar.count_using("chave_favorecido_id", row), "Esta chave")
            uow.pessoa_chaves_pix.delete_where(id=row)
            restam = uow.pessoa_chaves_pix.of_pessoas([chave.pessoa_id]).get(chave.pessoa_id, [])
            if chave.principal and restam:
                uow.pessoa_chaves_pix.update(replace(restam[0], principal=True))
            forget_approvals(uow, chave.pessoa_id, self._usuario, self._agora())


def forget_approvals(uow: UnitOfWork, pessoa_id: int, usuario: str, agora: datetime) -> None:
    """Take back the approval of everything that is to be paid to the pessoa: it was for the old data."""
    aprovadas = [
        conta
        for conta in uow.contas_pagar.of_pessoa(pessoa_id)
        if conta.situacao is SituacaoPagamento.APROVADO and conta.forma in _PELO_CADASTRO
    ]
    uow.contas_pagar.update_many([unapprove(uow, conta, _MUDOU, usuario, agora) for conta in aprovadas])


def conta_problems(conta: ContaBancaria) -> list[Problem]:
    """Return what is wrong with *conta*."""
    problems = check.banco(conta.banco)
    for campo, o_que in (("agencia", "a agência"), ("conta", "o número da conta")):
        valor = getattr(conta, campo)
        problems += check.required(valor, campo, o_que)
        if valor and not (valor.isascii() and valor.isdigit()):
            problems.append(Problem(message="Só algarismos, sem o dígito verificador.", field=campo))
    for campo in ("agencia_dv", "conta_dv"):
        valor = getattr(conta, campo)
        if len(valor) > 2 or (valor and not valor.isalnum()):  # noqa: PLR2004 - some banks have two check digits
            problems.append(Problem(message="O dígito verificador é um algarismo ou uma letra.", field=campo))
    if conta.ispb and not (len(conta.ispb) == _ISPB and conta.ispb.isascii() and conta.ispb.isdigit()):
        problems.append(Problem(message="O ISPB tem oito algarismos.", field="ispb"))
    if conta.banco == _SEM_BANCO and not conta.ispb:
        message = "Uma instituição sem código de banco é conhecida pelo ISPB."
        problems.append(Problem(message=message, fix="Informe os oito algarismos do ISPB.", field="ispb"))
    return problems


def chave_problems(chave: ChavePixFavorecido, uow: UnitOfWork) -> list[Problem]:
    """Return what is wrong with *chave*."""
    try:
        lida = chaves_pix.parse(chave.chave, chave.tipo)
    except ChavePixError as error:
        return [Problem(message=check.sentence(str(error)), field="chave")]
    outras = uow.pessoa_chaves_pix.of_pessoas([chave.pessoa_id]).get(chave.pessoa_id, [])
    if any(each.chave == lida.chave and each.id != chave.id for each in outras):
        return [Problem(message="O favorecido já tem esta chave.", field="chave")]
    return []


def _require_unused(quantas: int, o_que: str) -> None:
    if quantas:
        contas = "uma conta a pagar" if quantas == 1 else f"{quantas} contas a pagar"
        raise RefusedError("em_uso", f"{o_que} está escolhida em {contas}; escolha outra nelas antes de excluí-la.")
