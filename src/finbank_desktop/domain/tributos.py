"""Taxes that are paid without a barcode: what each guia says (FEBRABAN CNAB 240, segment N, N001 to N022)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from finbank_desktop.domain.valores import Centavos, Centesimos


class TipoTributo(StrEnum):
    """Which guia; the value is what the user reads."""

    GPS = "GPS"
    DARF = "DARF"
    DARF_SIMPLES = "DARF Simples"
    GARE_ICMS = "GARE-SP ICMS"
    GARE_DR = "GARE-SP DR"
    GARE_ITCMD = "GARE-SP ITCMD"
    IPVA = "IPVA"
    LICENCIAMENTO = "Licenciamento"
    DPVAT = "DPVAT"
    FGTS = "FGTS"


@dataclass(frozen=True, slots=True, kw_only=True)
class Veiculo:
    """The car of an IPVA, licenciamento or DPVAT.

    Attributes:
        renavam: Up to twelve digits.
        municipio: The code of the municipality, five digits.
        opcao_pagamento: N019: 1 single with discount, 2 single without, 3 to 5 instalments (5: DPVAT, licenciamento).
    """

    renavam: str
    uf: str
    municipio: str
    placa: str
    ano_base: int
    opcao_pagamento: str = "2"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tributo:
    """One guia; which parts count depends on its `tipo`.

    Attributes:
        receita: Code of the revenue (of the payment, for a GPS).
        contribuinte_documento: CPF or CNPJ, compact; of a GPS the identifier (NIT, CEI) may stand in its place.
        periodo_apuracao: DARF: the day the period ends.
        competencia: GPS and GARE: month and year, ``MMAAAA``.
        referencia: DARF: number of reference; GARE: parcela or notificação.
        valor_principal: Centavos of the tax itself.
        outras_entidades: Centavos, GPS.
        atualizacao: Centavos of monetary correction, GPS.
        receita_bruta: Centavos, DARF Simples.
        percentual: Hundredths of a percent, DARF Simples.
        inscricao_estadual: GARE.
        divida_ativa: GARE: número da dívida ativa or etiqueta.
        veiculo: IPVA, licenciamento and DPVAT.
        codigo_barras: FGTS: the 48 digits of the guia.
        identificador: FGTS: identification of the guia; may be empty.
        lacre: FGTS: lacre of conectividade social with its two check digits; may be empty.
    """

    tipo: TipoTributo
    receita: str = ""
    contribuinte_nome: str
    contribuinte_documento: str
    periodo_apuracao: date | None = None
    competencia: str = ""
    referencia: str = ""
    vencimento: date | None = None
    valor_principal: Centavos
    outras_entidades: Centavos = 0
    atualizacao: Centavos = 0
    multa: Centavos = 0
    juros: Centavos = 0
    desconto: Centavos = 0
    receita_bruta: Centavos = 0
    percentual: Centesimos = 0
    inscricao_estadual: str = ""
    divida_ativa: str = ""
    veiculo: Veiculo | None = None
    codigo_barras: str = ""
    identificador: str = ""
    lacre: str = ""

    @property
    def total(self) -> Centavos:
        """Centavos to be paid."""
        return self.valor_principal + self.outras_entidades + self.atualizacao + self.multa + self.juros - self.desconto
