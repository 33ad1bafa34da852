"""A convênio: the bank's rules of one contract. A bank may have several."""

from dataclasses import dataclass, field
from enum import StrEnum

from finbank_desktop.domain.encargos import Encargos


class Homologacao(StrEnum):
    """How far a convênio has come with its bank; the value is what the user reads."""

    PENDENTE = "Pendente"
    HOMOLOGANDO = "Homologando"
    ATIVA = "Ativa"


@dataclass(frozen=True, slots=True, kw_only=True)
class Convenio:
    """What empresa and bank agreed on for cobrança.

    Attributes:
        codigo: Unique within its empresa.
        conta_id: The account that is credited.
        banco: Three digits; the bank whose boleto it is.
        formato: ``"240"`` or ``"400"``, the size of remessa and retorno.
        convenio: The bank's own number of the contract (BB and others); may be empty.
        codigo_beneficiario: The beneficiary's number at the bank, without check digit; may be empty.
        carteira: As the bank's manual spells it (``109``, ``09``, ``17``, ``1``…).
        variacao: BB's variação, three digits.
        modalidade: Sicoob's modalidade, Caixa's ``14``; empty where the bank has none.
        extras: What only one bank asks for, by the vocabulary of ``bancos`` (``posto``, ``byte``, ``operacao``…).
        emissao: Who prints and posts the boleto.
        especie: FEBRABAN's two letters or more (``DM``, ``DS``, ``NP``…).
        nosso_numero_inicio: First number of the range.
        nosso_numero_fim: Last number of the range.
        proximo_nosso_numero: The number the next boleto gets.
        proxima_remessa: The number the next remessa gets; it only grows.
        instrucoes: Lines printed in *Instruções*, at most eight.
        local_pagamento: Printed at the head of the ficha.
        logo: Path of the beneficiary's logo; empty for the empresa's.
        mensagens: Lines printed for the pagador below the demonstrativo.
        pix_chave: The empresa's own key, printed as a QR code where the bank gives none; empty for no such QR.
        tipo_cobranca: ``registrada``, or ``sem_registro`` for titles of former years.
        rateio: How a payment in part is shared over the contas of a boleto: ``vencimento``, the earliest first, or
            ``proporcional``.
        homologacao_passos: When each step of the homologação that only a person can tell of was done, by its key.
    """

    id: int = 0
    empresa_id: int
    filial_id: int | None = None
    codigo: str
    descricao: str
    conta_id: int
    banco: str
    formato: str
    convenio: str = ""
    codigo_beneficiario: str = ""
    codigo_beneficiario_dv: str = ""
    carteira: str
    variacao: str = ""
    modalidade: str = ""
    extras: dict[str, str] = field(default_factory=dict)
    emissao: str = "cliente"
    especie: str = "DM"
    aceite: bool = False
    encargos: Encargos = field(default_factory=Encargos)
    nosso_numero_inicio: int = 1
    nosso_numero_fim: int = 9_999_999
    proximo_nosso_numero: int = 1
    proxima_remessa: int = 1
    instrucoes: tuple[str, ...] = ()
    local_pagamento: str = "Pagável em qualquer banco até o vencimento"
    logo: str = ""
    mensagens: tuple[str, ...] = ()
    pix_chave: str = ""
    ativo: bool = True
    tipo_cobranca: str = "registrada"
    rateio: str = "vencimento"
    homologacao: Homologacao = Homologacao.PENDENTE
    homologacao_passos: dict[str, str] = field(default_factory=dict)
    versao: int = 0
