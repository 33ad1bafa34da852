"""What a retorno's amounts come to, whatever the bank puts into them."""

from finbank_desktop.cnab import papeis
from finbank_desktop.domain.arquivos import Arquivo
from finbank_desktop.domain.ocorrencias import Ocorrencia
from finbank_desktop.domain.valores import Centavos
from finbank_desktop.layouts import loader


def valor_recebido(arquivo: Arquivo, ocorrencia: Ocorrencia) -> Centavos | None:
    """Return what the pagador paid; ``None`` when the file does not say.

    Some layouts give as paid what was credited, the bank's fee already taken off; it is added again here.
    """
    if ocorrencia.valor_pago is None:
        return None
    roles = papeis.load(loader.load(arquivo.cabecalho.layout))
    taken_off = (ocorrencia.valor_tarifa or 0) if roles.valor_pago_sem_tarifa else 0
    return ocorrencia.valor_pago + taken_off if ocorrencia.valor_pago else 0
