"""Which boleto a line speaks of: our own mark first, then its number at the bank, then what else tells it from others.

Our mark (uso da empresa, the boleto's id) counts only with something else that agrees: another program may have written
numbers of its own there. CPF or CNPJ and amount never find a boleto by themselves; they only propose one.
"""

from collections.abc import Iterable, Sequence

from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.ocorrencias import Ocorrencia
from finbank_desktop.services.retorno_model import Acervo

_MAIOR_ID = 18
"""Digits of the greatest row number."""


def own_mark(o: Ocorrencia) -> int | None:
    """Return the boleto's id that the line repeats; ``None`` when it repeats none."""
    digitos = o.uso_empresa.strip()
    valido = digitos.isascii() and digitos.isdigit() and len(digitos.lstrip("0")) <= _MAIOR_ID
    return int(digitos) or None if valido else None


def variants(o: Ocorrencia, larguras: Iterable[int]) -> list[str]:
    """Return what the number on the line may be in our books: with and without its last digit, at their widths."""
    digitos = "".join(letra for letra in o.nosso_numero if letra.isdigit())
    saida: dict[str, None] = {}
    for numero in (digitos, digitos[:-1]):
        curto = numero.lstrip("0")
        for largura in larguras:
            if curto and len(curto) <= largura:
                saida[curto.zfill(largura)] = None
    saida.pop(o.nosso_numero_chave, None)
    return list(saida)


def find(o: Ocorrencia, acervo: Acervo, convenios: Sequence[int]) -> list[Boleto]:
    """Return the boletos *o* may speak of: one, none, or several that look alike."""
    marcado = _marked(o, acervo, convenios)
    por_numero = _numbered(o, acervo, convenios)
    if marcado is not None:
        return [marcado, *(b for b in por_numero if b.id != marcado.id)]
    if por_numero:
        return por_numero
    return _by_variant(o, acervo, convenios) or _by_document(o, acervo, convenios)


def _marked(o: Ocorrencia, acervo: Acervo, convenios: Sequence[int]) -> Boleto | None:
    boleto = acervo.por_id.get(own_mark(o) or 0)
    if boleto is None or boleto.convenio_id not in convenios:
        return None
    numero = bool(o.nosso_numero_chave) and o.nosso_numero_chave == boleto.nosso_numero
    titulo = _same_document(o, boleto) and (o.valor_titulo in (None, 0, boleto.valor))
    return boleto if numero or titulo else None


def _numbered(o: Ocorrencia, acervo: Acervo, convenios: Sequence[int]) -> list[Boleto]:
    """Return those of the number the bank module reads.

    One account may carry several carteiras, each with its own count: carteira, then seu número tell them apart.
    """
    chave = o.nosso_numero_chave
    achados = [b for c in convenios if (b := acervo.boletos.get((c, chave)))] if chave else []
    if len(achados) > 1:
        carteira = o.carteira.lstrip("0")
        achados = [b for b in achados if carteira and b.carteira_impressa.lstrip("0") == carteira] or achados
        achados = [b for b in achados if b.numero_documento == o.seu_numero] or achados
    return achados


def _by_variant(o: Ocorrencia, acervo: Acervo, convenios: Sequence[int]) -> list[Boleto]:
    """Return those whose number stands in the line another way; a check digit must be theirs."""
    digitos = "".join(letra for letra in o.nosso_numero if letra.isdigit())
    achados: dict[int, Boleto] = {}
    for variante in variants(o, acervo.larguras):
        for convenio in convenios:
            boleto = acervo.boletos.get((convenio, variante))
            if boleto is None:
                continue
            inteiro = variante.lstrip("0") == digitos.lstrip("0")
            if inteiro or (boleto.nosso_numero_dv and digitos.endswith(boleto.nosso_numero_dv)):
                achados[boleto.id] = boleto
    return list(achados.values())


def _by_document(o: Ocorrencia, acervo: Acervo, convenios: Sequence[int]) -> list[Boleto]:
    """Return those with the line's seu número, amount and due date; all three must be there and agree."""
    if not (o.seu_numero and o.valor_titulo and o.vencimento):
        return []
    return [
        b
        for c in convenios
        for b in acervo.por_documento.get((c, o.seu_numero), ())
        if (b.valor, b.vencimento) == (o.valor_titulo, o.vencimento)
    ]


def _same_document(o: Ocorrencia, boleto: Boleto) -> bool:
    # layouts carry ten letters or more of it
    return bool(o.seu_numero) and boleto.numero_documento.startswith(o.seu_numero)
