"""The statement of one account while it is read; what is settled only at its end is settled here."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from finbank_desktop.domain.extratos import ContaExtrato, LinhaExtrato, LinhaQuarentena, Natureza
from finbank_desktop.domain.valores import Centavos
from finbank_desktop.extrato.saldos import is_anterior
from finbank_desktop.extrato.valores import has_separator, parse_data, parse_valor

_SEM_SEPARADOR = 3
"""Digits from which a balance without separator may be meant in centavos."""


@dataclass(slots=True, kw_only=True)
class Rascunho:
    """What is known of an account so far.

    Attributes:
        e_extrato: The file says that it is a statement, even without lines.
        com_separador: Some amount of a line says where its centavos begin.
        moveu: There is a line that moved money.
        ordem: Lines so far, quarantined ones counted.
        saldo_texto: The balance as written.
    """

    banco: str = ""
    agencia: str = ""
    conta: str = ""
    moeda: str = ""
    cartao: bool = False
    investimento: bool = False
    e_extrato: bool = False
    com_separador: bool = False
    moveu: bool = False
    ordem: int = 0
    inicio: date | None = None
    fim: date | None = None
    saldo_texto: str = ""
    saldo_data_texto: str = ""
    saldo_anterior: Centavos | None = None
    linhas: list[LinhaExtrato] = field(default_factory=list)
    quarentena: list[LinhaQuarentena] = field(default_factory=list)

    @property
    def com_linhas(self) -> bool:
        """Whether it has lines or a balance already."""
        return self.ordem > 0 or bool(self.saldo_texto)

    @property
    def chave(self) -> tuple[str, str, str, bool, str]:
        """What makes two statements of a file the same account's."""
        return self.banco, self.agencia, self.conta, self.cartao, self.moeda

    def set_saldo(self, saldo: Centavos, dia: date | None) -> None:
        """Write the balance as `parse_valor` reads it."""
        self.saldo_texto = f"{'-' if saldo < 0 else ''}{abs(saldo) // 100}.{abs(saldo) % 100:02d}"
        self.saldo_data_texto = f"{dia:%Y%m%d}" if dia else ""

    def note_saldo(self, texto: str, valor: Centavos) -> None:
        """Keep the balance before the first line, where a line says it."""
        if self.saldo_anterior is None and not self.moveu and is_anterior(texto):
            self.saldo_anterior = valor

    def add(self, other: "Rascunho") -> None:
        """Take another statement of the same account in, behind this one; its balance is the later one's."""
        for linha in other.linhas:
            self.linhas.append(replace(linha, ordem=linha.ordem + self.ordem))
        for each in other.quarentena:
            self.quarentena.append(replace(each, ordem=each.ordem + self.ordem))
        self.ordem += other.ordem
        later = (parse_data(other.saldo_data_texto) or date.min) >= (parse_data(self.saldo_data_texto) or date.min)
        if other.saldo_texto and later:
            self.saldo_texto, self.saldo_data_texto = other.saldo_texto, other.saldo_data_texto
        self.inicio = min(filter(None, (self.inicio, other.inicio)), default=None)
        self.fim = max(filter(None, (self.fim, other.fim)), default=None)
        self.com_separador |= other.com_separador
        self.e_extrato |= other.e_extrato

    def conta_extrato(self, gerado: date | None, hoje: date | None) -> ContaExtrato:
        """Return the account as it was read; lines after the file's own day are *previstos*."""
        ate = parse_data(self.saldo_data_texto)
        linhas = _with_previstos(self.linhas, ate, gerado, hoje)
        conta = ContaExtrato(
            banco=self.banco,
            agencia=self.agencia,
            conta=self.conta,
            cartao=self.cartao,
            moeda=self.moeda or "BRL",
            inicio=self.inicio,
            fim=self.fim,
            saldo=parse_valor(self.saldo_texto),
            saldo_data=ate or (self.fim if self.saldo_texto else None),
            saldo_anterior=self.saldo_anterior,
            linhas=tuple(linhas),
            quarentena=tuple(self.quarentena),
        )
        return _with_doubt(conta, self.saldo_texto, com_separador=self.com_separador)


def merged(drafts: Sequence[Rascunho]) -> list[Rascunho]:
    """Return one draft per account: some banks begin a new statement for every day or month."""
    found: list[Rascunho] = []
    by_account: dict[tuple[str, str, str, bool, str], Rascunho] = {}
    for draft in drafts:
        first = by_account.setdefault(draft.chave, draft) if draft.conta else draft
        if first is draft:
            found.append(draft)
        else:
            first.add(draft)
    return found


def _with_previstos(
    linhas: Sequence[LinhaExtrato], ate: date | None, gerado: date | None, hoje: date | None
) -> Sequence[LinhaExtrato]:
    """Mark the lines after the day of the balance; where it has none, or none that can be, after the file's own day."""
    datas = [linha.data for linha in linhas]
    possible = [day for day in (ate, gerado) if day is not None and datas and day >= min(datas)]
    limits = [day for day in (*possible[:1], hoje) if day is not None]
    if not limits or not datas or max(datas) <= min(limits):
        return linhas
    limit = min(limits)
    return [
        replace(linha, natureza=Natureza.PREVISTO)
        if linha.data > limit and linha.natureza is Natureza.LANCAMENTO
        else linha
        for linha in linhas
    ]


def _with_doubt(conta: ContaExtrato, texto: str, *, com_separador: bool) -> ContaExtrato:
    """Take a balance back that may be in centavos: Itaú has written ``12345`` for 123,45.

    It is believed as the standard reads it when the balance before and the lines lead to it, or when the lines have no
    separator either; otherwise a hundredth of it is proposed, and no balance is certain.
    """
    digits = "".join(c for c in texto if c.isdigit())
    if conta.saldo is None or has_separator(texto) or len(digits) < _SEM_SEPARADOR:
        return conta
    centesimo = conta.saldo // 100 if conta.saldo >= 0 else -(-conta.saldo // 100)
    if conta.falta == 0:
        return conta
    closes = conta.saldo_anterior is not None and conta.saldo_anterior + conta.soma == centesimo
    if closes or com_separador:
        return replace(conta, saldo=None, saldo_proposto=centesimo)
    return conta
