"""The bank's one credit for many boletos: the day's *LIQ. COBRANÇA* against the batches of the retornos."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from finbank_desktop.conciliacao.modelo import Linha, Lote
from finbank_desktop.conciliacao.texto import COBRANCA, Texto, Vocabulario
from finbank_desktop.domain.valores import Centavos, format_brl

_ATRASO_MAXIMO = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class ParLote:
    """A batch that a line may be.

    Attributes:
        linha: Place of the line.
        lote: Place of the batch.
        apto: It may be decided when nothing rivals it.
        no_dia: The line is of the very day of the credit.
        diferenca: Centavos of the line less those of the batch's gross.
    """

    linha: int
    lote: int
    pontos: int
    apto: bool
    no_dia: bool
    diferenca: Centavos
    porque: str


class Lotes:
    """Batches by the amounts a bank may credit for them."""

    def __init__(self, lotes: Sequence[Lote]) -> None:
        """Index gross and net amounts."""
        self.lotes = lotes
        self._por_valor: dict[Centavos, set[int]] = defaultdict(set)
        for i, lote in enumerate(lotes):
            self._por_valor[lote.bruto].add(i)
            self._por_valor[lote.bruto - lote.tarifas].add(i)

    def de(self, i: int, linha: Linha, texto: Texto, vocabulario: Vocabulario) -> Iterator[ParLote]:
        """Yield the batches line *i* may be the credit of."""
        words = set(texto.palavras)
        named = bool(words & COBRANCA)
        strange = sum(w not in vocabulario.do_banco and len(w) > 2 for w in words)  # noqa: PLR2004 - banks' short words
        for place in sorted(self._por_valor.get(linha.valor, ())):
            lote = self.lotes[place]
            late = (linha.data - lote.data_credito).days
            if not -1 <= late <= _ATRASO_MAXIMO:
                continue
            net = lote.tarifas and linha.valor == lote.bruto - lote.tarifas
            how = f"líquido de {format_brl(lote.tarifas)} de tarifas" if net else "valor bruto"
            yield ParLote(
                linha=i,
                lote=place,
                pontos=70 - 8 * abs(late) + (25 if named else 0) - (15 if strange > 1 and not named else 0),
                apto=(named or strange == 0) and late >= 0 and not texto.estranho,
                no_dia=late == 0,
                diferenca=linha.valor - lote.bruto,
                porque=f"crédito da cobrança de {lote.data_credito:%d/%m/%Y}, {how}",
            )
