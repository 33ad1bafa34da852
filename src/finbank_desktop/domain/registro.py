"""Registration of a boleto at a bank's API: what is asked, where it stands, and the account it is asked through.

A lost answer cannot be told from a lost request. So every title has keys of its own by which it can be found again,
fixed and written down before anything is sent; see `EstadoRegistro` for the life between.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.cadastros import Conta, Empresa, Pessoa
from finbank_desktop.domain.convenios import Convenio


class Ambiente(StrEnum):
    """Which of a bank's systems is spoken to; the value is what the user reads."""

    PRODUCAO = "Produção"
    HOMOLOGACAO = "Homologação"


class EstadoRegistro(StrEnum):
    """Where the registration of a title stands; the value is what the user reads.

    Nothing is sent while a title is `DESCONHECIDO`; `ENVIANDO` found at a start is `DESCONHECIDO`: the program died
    there.
    """

    PLANEJADO = "A comunicar"
    ENVIANDO = "Comunicando"
    REGISTRADO = "Registrado"
    REGISTRADO_SEM_PIX = "Registrado sem Pix"
    ACEITO = "Em processamento no banco"
    REJEITADO = "Recusado"
    DESCONHECIDO = "Sem resposta certa"
    CONFLITO = "Confira no site do banco"

    @property
    def is_final(self) -> bool:
        """Whether the bank holds the title and nothing is left to ask."""
        return self in (EstadoRegistro.REGISTRADO, EstadoRegistro.REGISTRADO_SEM_PIX)

    @property
    def may_be_sent(self) -> bool:
        """Whether the title is surely not at the bank."""
        return self in (EstadoRegistro.PLANEJADO, EstadoRegistro.REJEITADO)


class TipoFalha(StrEnum):
    """What kind of trouble a title has, and so what is to be done; the value is what the user reads."""

    INSTABILIDADE = "Instabilidade"
    DADOS = "Dados"
    JA_REGISTRADO = "Já registrado"
    DESCONHECIDO = "Desconhecido"


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificadoApi:
    """What may be shown of the certificate an account shows the bank; the certificate itself is in the vault.

    Attributes:
        documento: CNPJ or CPF it was given to; empty where it names none (banks issue some for the application only).
        validade: Its last day.
    """

    titular: str
    documento: str = ""
    validade: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ContaApi:
    """The access to one bank's API for one convênio. Secrets are not here: `services.credentials` keeps them by name.

    Attributes:
        cofre: Under which name its secrets are kept; random, no secret itself, given when the account is saved.
        numera: The bank numbers what it registers: boletos have no number and no codes before.
        certificado: What the certificate says of itself; ``None`` where there is none.
        adaptador: Key of the adapter (``inter``, ``bb``…).
        parametros: What is no secret and only that bank asks for (``cooperativa``, ``posto``, ``workspace``…).
        base: Another scheme, host and port for tests, accepted only on this computer; the paths stay those of the bank.
            Empty for the bank's own address.
        ativa: The convênio's boletos go by API; a convênio uses either CNAB or API at a time.
    """

    id: int = 0
    empresa_id: int = 0
    convenio_id: int
    adaptador: str
    ambiente: Ambiente = Ambiente.HOMOLOGACAO
    parametros: dict[str, str] = field(default_factory=dict)
    base: str = ""
    ativa: bool = True
    cofre: str = ""
    numera: bool = False
    certificado: CertificadoApi | None = None
    versao: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TituloRegistro:
    """All that one registration is written from.

    Attributes:
        chave: Our own key of the title, at most 15 letters and digits, unique among all titles of the database and
            never given to another; adapters put it where the bank keeps a key of ours (seuNumero, nsuCode…) or make the
            bank's own form of it. Fixed when the title is first planned.
        com_pix: A Pix QR code is wanted as well.
        beneficiario_final: Sacador avalista; ``None`` usually.
        dia: The day it was planned for sending: some banks' keys hold it (Santander's nsuDate) and some look-ups go by
            it (Inter's day of issue). Written down with the key, and kept until the bank's answer is certain;
            ``None`` means the boleto's own emissão.
    """

    chave: str
    boleto: Boleto
    convenio: Convenio
    conta: Conta
    empresa: Empresa
    pagador: Pessoa
    com_pix: bool = False
    beneficiario_final: Pessoa | None = None
    dia: date | None = None
