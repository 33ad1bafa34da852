"""What lines of statements post that stand for no settlement: charges, transfers, and what has only a category."""

from collections.abc import Iterator, Mapping, Sequence

from finbank_desktop.domain.contabil import Papel
from finbank_desktop.persistence.mapping import fold
from finbank_desktop.persistence.records_extratos import LinhaGravada, Vinculo
from finbank_desktop.services.livros.modelo import Movimento

TABELA = "vinculos"


def moves(vinculos: Sequence[Vinculo], linhas: Mapping[int, LinhaGravada]) -> Iterator[Movimento]:
    """Yield what *vinculos* move, each with its id; settlements and the charges of retornos are posted already."""
    for each in vinculos:
        linha = linhas.get(each.linha_id)
        papel = _papel(each)
        if papel is None or linha is None or linha.data is None:
            continue
        yield Movimento(
            conta_id=linha.conta_id,
            data=linha.data,
            valor=each.valor,
            partes={papel: each.valor},
            documento=linha.documento,
            item=(TABELA, each.id),
            texto=f"{each.categoria or 'Transferência'}: {linha.texto}",
        )


def _papel(vinculo: Vinculo) -> Papel | None:
    if vinculo.tipo == "transferencia":
        return Papel.TRANSFERENCIA
    if vinculo.tipo != "categoria":
        return None
    return Papel.TARIFA if "tarifa" in fold(vinculo.categoria) else Papel.OUTROS
