"""The keys of the sections of a data file about payments; ``docs/manual/dados.md`` tells users the same."""

from typing import Any

from finbank_desktop.domain import pagamentos, pix
from finbank_desktop.domain.chaves_pix import TipoChave
from finbank_desktop.domain.codigo_barras import CodigoBarrasError
from finbank_desktop.domain.contas_pagar import TipoContaFavorecido
from finbank_desktop.domain.pagamentos import FormaPagamento, SituacaoPagamento
from finbank_desktop.domain.pix import BrCodeError
from finbank_desktop.services.dados_campos import (
    Campo,
    data,
    escolha,
    inteiro,
    logico,
    parse_texto,
    referencia,
    texto,
    valor,
)
from finbank_desktop.services.dados_guias import campo_tributo

BRCODE = "000201"


def parse_barras(bruto: Any) -> str:
    """Return the 44 digits of a barcode, given as such or as linha digitável."""
    lido = parse_texto(bruto)
    if not lido:
        return ""
    try:
        return pagamentos.read_linha(lido)[1]
    except CodigoBarrasError as error:
        raise ValueError(str(error)) from None


def parse_qr(bruto: Any) -> str:
    """Return a Pix copia e cola that is right, or the address or key of a QR Code as it came."""
    lido = parse_texto(bruto)
    if lido.startswith(BRCODE):
        try:
            pix.parse(lido)
        except BrCodeError as error:
            raise ValueError(str(error)) from None
    return lido


def _lido(chave: str, parse: Any, *apelidos: str) -> Campo:
    return Campo(chave=chave, apelidos=apelidos, atributo=chave, parse=parse, show=str, vazio="")


_EMPRESA = referencia("empresa", "empresas", "coligada")
_FILIAL = referencia("filial", "filiais")
_PESSOA = referencia("pessoa", "pessoas", "favorecido", "fornecedor")
_CODIGO = texto("codigo")

PESSOA_CONTAS = (
    *(_EMPRESA, _CODIGO, _PESSOA, texto("banco"), texto("agencia")),
    *(texto("agencia_dv", "agencia_digito"), texto("conta", "numero"), texto("conta_dv", "conta_digito")),
    *(texto("ispb"), escolha("tipo", TipoContaFavorecido, "tipo_conta"), logico("principal")),
)
PESSOA_CHAVES_PIX = (
    *(_EMPRESA, _CODIGO, _PESSOA, escolha("tipo", TipoChave, "tipo_chave"), texto("chave", "chave_pix")),
    logico("principal"),
)
CONVENIOS_PAGAMENTO = (
    *(_EMPRESA, _CODIGO, texto("descricao", "nome")),
    referencia("conta", "contas", "conta_corrente"),
    *(texto("banco"), texto("convenio", "numero", "numero_convenio"), texto("servico")),
    *(inteiro("proxima_remessa", "sequencial_remessa"), logico("teste"), logico("ativo")),
    Campo(chave="extras", atributo="extras", grupo="extras", parse=parse_texto, show=str, vazio=""),
)
CONTAS_PAGAR = (
    *(_EMPRESA, _FILIAL, _CODIGO, _PESSOA),
    *(texto("nome", "nome_favorecido"), texto("documento", "numero_documento"), texto("descricao", "historico")),
    *(data("emissao", "data_emissao"), data("vencimento", "data_vencimento"), data("data_pagamento", "pagar_em")),
    *(valor("valor"), valor("desconto"), valor("acrescimos")),
    escolha("forma", FormaPagamento, "forma_pagamento"),
    referencia("convenio", "convenios_pagamento", "convenio_pagamento"),
    referencia("conta_favorecido", "pessoa_contas"),
    referencia("chave_favorecido", "pessoa_chaves_pix"),
    _lido("codigo_barras", parse_barras, "linha_digitavel"),
    _lido("pix_qr", parse_qr, "pix_copia_e_cola"),
    *(texto("pix_txid"), texto("mensagem"), campo_tributo(), texto("final_nome"), texto("final_documento")),
    *(escolha("situacao", SituacaoPagamento), valor("valor_pago"), data("pago_em"), texto("autenticacao")),
)
