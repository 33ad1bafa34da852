"""A labelled statement from a seed: every kind of line there is, with what belongs to it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from finbank_desktop.conciliacao.modelo import Caso, Linha, Lote, Titulo
from tests.rotulados.habitos import HABITOS, Habito
from tests.rotulados.nomes import Pagador, invent

INICIO = date(2026, 9, 1)
DIAS = 60
_KINDS = {
    "exato": 46,
    "numero": 8,
    "documento": 6,
    "varios": 6,
    "partes": 3,
    "parcial": 3,
    "encargos": 8,
    "desconto": 3,
    "com_tarifa": 2,
    "parcelas": 5,
    "ambigua": 3,
    "duplicata": 2,
    "transferencia": 2,
    "estranho": 8,
    "tarifa": 6,
    "saldo": 3,
    "lote": 3,
    "a_pagar": 12,
}


@dataclass
class Rotulado:
    """A case and its truth.

    Attributes:
        certos: By line, the ids of the titles or of the batch that are right.
        ambiguas: Lines for which two answers are as good: nobody may decide them.
        tipos: By line, its kind.
    """

    caso: Caso
    certos: dict[str, frozenset[str]]
    ambiguas: set[str]
    tipos: dict[str, str]


@dataclass
class _Making:
    rng: Random
    habito: Habito
    pagadores: Sequence[Pagador]
    fornecedores: Sequence[Pagador]
    linhas: list[Linha] = field(default_factory=list)
    titulos: list[Titulo] = field(default_factory=list)
    lotes: list[Lote] = field(default_factory=list)
    certos: dict[str, frozenset[str]] = field(default_factory=dict)
    ambiguas: set[str] = field(default_factory=set)
    tipos: dict[str, str] = field(default_factory=dict)
    estranhos: list[tuple[Linha, Pagador]] = field(default_factory=list)

    def dia(self) -> date:
        return INICIO + timedelta(days=self.rng.randrange(DIAS))

    def valor(self) -> int:
        """Return an amount: often odd centavos, often a round price that others pay as well."""
        if self.rng.random() < 0.25:
            return self.rng.choice((50, 80, 100, 120, 150, 200, 250, 300, 350, 400, 500, 800, 1000, 1500, 2000)) * 100
        return int(10 ** self.rng.uniform(3.6, 6.0))

    def titulo(self, pagador: Pagador, valor: int, vencimento: date, **mais: int) -> Titulo:
        place = len(self.titulos) + 1
        titulo = Titulo(
            id=f"t{place}",
            vencimento=vencimento,
            valor=valor,
            nome=pagador.nome,
            documento=f"NF {10_000 + place}" if self.rng.random() < 0.7 else f"{place}/{self.rng.randrange(1, 13)}",
            cpf_cnpj=pagador.documento,
            nosso_numero=f"{14_000_000 + place * 7}-{place % 10}",
            **mais,
        )
        self.titulos.append(titulo)
        return titulo

    def linha(self, tipo: str, dia: date, valor: int, texto: str, certos: Sequence[str] = ()) -> Linha:
        linha = Linha(id=f"l{len(self.linhas) + 1}", data=dia, valor=valor, texto=texto)
        self.linhas.append(linha)
        self.tipos[linha.id] = tipo
        if certos:
            self.certos[linha.id] = frozenset(certos)
        return linha

    def paga(self, tipo: str, pagador: Pagador, dia: date, valor: int, titulos: Sequence[Titulo]) -> Linha:
        """Add the line of a payment that came in, some days late where the bank is slow."""
        seen = dia + timedelta(days=self.rng.randint(0, self.habito.atraso))
        return self.linha(tipo, seen, valor, self.habito.credito(self.rng, pagador, dia), [t.id for t in titulos])

    def perto(self, vencimento: date) -> date:
        """Return a day somebody pays on: mostly the due date, or a few days around it."""
        return vencimento + timedelta(days=self.rng.choice((0, 0, 0, 0, -1, -2, -5, 1, 2, 3, 9)))


def _exato(m: _Making) -> None:
    pagador, vencimento = m.rng.choice(m.pagadores), m.dia()
    titulo = m.titulo(pagador, m.valor(), vencimento)
    m.paga("exato", pagador, m.perto(vencimento), titulo.valor, [titulo])


def _numero(m: _Making) -> None:
    pagador, vencimento = m.rng.choice(m.pagadores), m.dia()
    titulo = m.titulo(pagador, m.valor(), vencimento)
    numero = titulo.nosso_numero.split("-")[0] if m.rng.random() < 0.5 else titulo.nosso_numero.replace("-", "")
    dia = m.perto(vencimento)
    m.linha("numero", dia, titulo.valor, f"{m.habito.cobranca} {numero.zfill(17)}", [titulo.id])


def _documento(m: _Making) -> None:
    pagador, vencimento = m.rng.choice(m.pagadores), m.dia()
    titulo = m.titulo(pagador, m.valor(), vencimento)
    number = titulo.documento.removeprefix("NF ")
    m.linha("documento", m.perto(vencimento), titulo.valor, f"PIX RECEBIDO REF {number}", [titulo.id])


def _varios(m: _Making) -> None:
    pagador = m.rng.choice(m.pagadores)
    vencimento = m.dia()
    titulos = [
        m.titulo(pagador, m.valor(), vencimento + timedelta(days=m.rng.choice((0, 0, 3, 7, 30))))
        for _ in range(m.rng.choice((2, 2, 3, 3, 4, 6)))
    ]
    m.paga("varios", pagador, m.perto(vencimento), sum(t.valor for t in titulos), titulos)


def _partes(m: _Making) -> None:
    pagador, vencimento = m.rng.choice(m.pagadores), m.dia()
    titulo = m.titulo(pagador, m.valor() + 5000, vencimento)
    first = m.rng.randrange(1000, titulo.valor - 1000)
    for part in (first, titulo.valor - first):
        m.paga("partes", pagador, m.perto(vencimento), part, [titulo])


def _parcial(m: _Making) -> None:
    pagador, vencimento = m.rng.choice(m.pagadores), m.dia()
    titulo = m.titulo(pagador, m.valor() + 5000, vencimento)
    m.paga("parcial", pagador, m.perto(vencimento), m.rng.randrange(1000, titulo.valor - 1000), [titulo])


def _encargos(m: _Making) -> None:
    pagador, vencimento, valor = m.rng.choice(m.pagadores), m.dia(), m.valor()
    titulo = m.titulo(pagador, valor, vencimento, juros_dia=max(valor // 3000, 1), multa=valor // 50)
    late = m.rng.randrange(1, 25)
    paid = valor + titulo.multa + titulo.juros_dia * late
    m.paga("encargos", pagador, vencimento + timedelta(days=late), paid, [titulo])


def _desconto(m: _Making) -> None:
    pagador, vencimento, valor = m.rng.choice(m.pagadores), m.dia(), m.valor()
    titulo = m.titulo(pagador, valor, vencimento, desconto=valor // 20)
    m.paga("desconto", pagador, vencimento - timedelta(days=m.rng.randrange(6)), valor - titulo.desconto, [titulo])


def _com_tarifa(m: _Making) -> None:
    pagador, vencimento = m.rng.choice(m.pagadores), m.dia()
    titulo = m.titulo(pagador, m.valor(), vencimento)
    m.paga("com_tarifa", pagador, m.perto(vencimento), titulo.valor - m.rng.randrange(150, 900), [titulo])


def _parcelas(m: _Making) -> None:
    """Add equal instalments a month apart, of which one is paid on its due date."""
    pagador, first, valor = m.rng.choice(m.pagadores), m.dia(), m.valor()
    titulos = [m.titulo(pagador, valor, first + timedelta(days=30 * n)) for n in range(m.rng.choice((2, 3, 6)))]
    m.paga("parcelas", pagador, first, valor, titulos[:1])


def _ambigua(m: _Making) -> None:
    """Add two titles of one payer that nothing tells apart, and one payment."""
    pagador, vencimento, valor = m.rng.choice(m.pagadores), m.dia(), m.valor()
    for _ in range(2):
        m.titulo(pagador, valor, vencimento + timedelta(days=m.rng.choice((0, 0, 1, 5))))
    linha = m.paga("ambigua", pagador, m.perto(vencimento), valor, ())
    m.ambiguas.add(linha.id)


def _duplicata(m: _Making) -> None:
    """Add a title that is paid twice: which of the two lines pays it, nobody can say."""
    pagador, vencimento = m.rng.choice(m.pagadores), m.dia()
    titulo = m.titulo(pagador, m.valor(), vencimento)
    line = m.paga("duplicata", pagador, m.perto(vencimento), titulo.valor, ())
    again = m.linha("duplicata", line.data, line.valor, line.texto)
    m.ambiguas |= {line.id, again.id}


def _transferencia(m: _Making) -> None:
    m.linha("transferencia", m.dia(), m.valor() * m.rng.choice((1, -1)), "TRANSF MESMA TITULARIDADE CC 12345-6")


def _estranho(m: _Making) -> None:
    """Add a payment nobody expects: sometimes of a known customer, sometimes over the amount of somebody's title."""
    pagador = m.rng.choice(m.pagadores) if m.rng.random() < 0.3 else invent(m.rng)
    same = m.titulos and m.rng.random() < 0.4
    valor = abs(m.rng.choice(m.titulos).valor) if same else m.valor()
    m.paga("estranho", pagador, m.dia(), valor, ())
    m.estranhos.append((m.linhas[-1], pagador))


def _tarifa(m: _Making) -> None:
    m.linha("tarifa", m.dia(), -m.rng.randrange(150, 9000), m.habito.tarifa)


def _saldo(m: _Making) -> None:
    m.linha("saldo", m.dia(), m.valor() * 10, m.rng.choice(("SALDO DIA", "Saldo Anterior", "SALDO DO DIA")))


def _lote(m: _Making) -> None:
    dia = m.dia()
    titulos = [m.titulo(m.rng.choice(m.pagadores), m.valor(), dia) for _ in range(m.rng.randint(2, 12))]
    tarifas = 250 * len(titulos)
    lote = Lote(
        id=f"b{len(m.lotes) + 1}",
        data_credito=dia,
        bruto=sum(t.valor for t in titulos),
        tarifas=tarifas,
        titulos=tuple(t.id for t in titulos),
    )
    m.lotes.append(lote)
    m.linha("lote", dia, lote.bruto - (tarifas if m.habito.liquido else 0), m.habito.cobranca, [lote.id])
    if not m.habito.liquido:
        m.linha("tarifa", dia, -tarifas, m.habito.tarifa)


def _a_pagar(m: _Making) -> None:
    fornecedor, vencimento = m.rng.choice(m.fornecedores), m.dia()
    titulo = m.titulo(fornecedor, -m.valor(), vencimento)
    m.linha("a_pagar", vencimento, titulo.valor, m.habito.debito(m.rng, fornecedor, vencimento), [titulo.id])


_MAKERS: dict[str, Callable[[_Making], None]] = {kind: globals()[f"_{kind}"] for kind in _KINDS}


def make(semente: int, *, banco: int, eventos: int = 400) -> Rotulado:
    """Return the statement of one account at bank number *banco* of `HABITOS`."""
    rng = Random(semente * 100 + banco)
    known, suppliers = max(eventos // 4, 3), max(eventos // 12, 2)
    pagadores, fornecedores = [invent(rng) for _ in range(known)], [invent(rng) for _ in range(suppliers)]
    making = _Making(rng, HABITOS[banco], pagadores, fornecedores)
    for kind in rng.choices(list(_KINDS), list(_KINDS.values()), k=eventos):
        _MAKERS[kind](making)
    for _ in range(eventos // 3):  # what nobody has paid yet
        making.titulo(rng.choice(pagadores), making.valor(), making.dia())
    for linha, pagador in making.estranhos:  # by chance it may pay a title made later: then it is no stranger
        if any(t.nome == pagador.nome and t.valor == linha.valor for t in making.titulos):
            making.linhas.remove(linha)
    making.linhas.sort(key=lambda linha: linha.data)
    caso = Caso(linhas=making.linhas, titulos=making.titulos, lotes=making.lotes)
    return Rotulado(caso, making.certos, making.ambiguas, making.tipos)
