"""Which banks write their remessas in Bradesco's form, and how each differs.

=====  ==========================================================================================================
bank   source, and what is in doubt
=====  ==========================================================================================================
237    Bradesco, the two manuals of `familia_bradesco`. The least term of protest is of the manual of 400 positions
084    Uniprime Norte do Paraná (today Sisprime), "Layout CNAB 400", version 2.0, jul/2019; ACBr and BoletoNetCore,
       which agree with it on every position but have codes in 157-158, zeros then: 01 protest after days of the
       calendar, 03 none; ACBr allows 5 to 55 days. No CNAB 240: the one source, a proposal of 2019 to laravel-boleto
       (number 466), has the beneficiário's CNPJ in the pagador's place, the kinds of title of CNAB 400 and Bradesco's
       name: it was hardly ever sent
099    ACBr only
107    ACBr only: the file is one of Bradesco's, for the account that Bocom BBM has there
133    Cresol, "Layout Remessa CNAB 400", which leaves the instructions blank; for CNAB 240 ACBr and BoletoNetCore
       agree on positions and codes but for 38-40 (zeros or the carteira, as here and in the bank's CNAB 400) and
       for days until baixa, which ACBr never writes
274    ACBr only: BMP's own CNAB 400 (not Grafeno's 444) numbers the kinds of title as FEBRABAN does
329    ACBr, where it is Bradesco's form; for CNAB 240 also a proposal to laravel-boleto (number 628, of 2021) with
       every field in the same place, but carteira, agência and conta for the company's code, and protest after working
       days
457    ACBr only, as 329
712    Ourinvest, manual of CNAB 400, version 1.5, set/2023, and laravel-boleto: neither knows an instruction. The
       manual's table has zeros in 93-94 and 105-108; its notes and laravel-boleto a code in 93 and blanks, as here
=====  ==========================================================================================================
"""

from finbank_desktop.bancos.remessas import especies
from finbank_desktop.bancos.remessas.familia_bradesco import Forma, build_remessa

REMESSA = build_remessa(
    Forma(
        do_banco="do Bradesco",
        especies_400=especies.BRADESCO_400,
        especies_240=especies.FEBRABAN_240,
        digitos=True,
    )
)

_SO_CONTA = frozenset(("identificacao_empresa",))
_FORMAS = {
    "084": Forma(
        do_banco="da Sisprime",
        especies_400=especies.UNIPRIME_400,
        especies_240={},
        protestar="01",
        baixar="",
        sem_prazo="03",
        dias=(5, 55),
        campos_400=_SO_CONTA,
    ),
    "099": Forma(
        do_banco="da Uniprime",
        especies_400=especies.UNIPRIME_400,
        especies_240={},
        baixar="",
        campos_400=_SO_CONTA | {"aviso_debito"},
    ),
    "107": Forma(
        do_banco="do Bocom BBM",
        especies_400=especies.BRADESCO_400,
        especies_240={},
        campos_400=_SO_CONTA | {"emite_debito_automatico"},
    ),
    "133": Forma(
        do_banco="da Cresol",
        especies_400=especies.CRESOL_400,
        especies_240=especies.CRESOL_240,
        protestar="",
        baixar="",
        sem_prazo="",
        campos_400=_SO_CONTA,
        codigo_em="codigo_beneficiario",
        em_branco=("empresa_nome",),
        codigo_exigido=False,
        baixa_240=False,
    ),
    "274": Forma(
        do_banco="da BMP Money Plus",
        especies_400=especies.MONEY_PLUS,
        especies_240=especies.MONEY_PLUS,
        baixar="",
    ),
    "329": Forma(
        do_banco="da QI SCD", especies_400=especies.BRADESCO_400, especies_240=especies.FEBRABAN_240, baixar=""
    ),
    "457": Forma(do_banco="da UY3", especies_400=especies.BRADESCO_400, especies_240=especies.FEBRABAN_240, baixar=""),
    "712": Forma(
        do_banco="do Ourinvest",
        especies_400=especies.OURINVEST_400,
        especies_240={},
        protestar="",
        baixar="",
        campos_400=frozenset(("conta_dv",)),
        codigo_em="codigo_beneficiario",
        codigo_exigido=False,
    ),
}
DA_FAMILIA = {codigo: build_remessa(forma) for codigo, forma in _FORMAS.items()}
"""The remessas of the banks of the form, by code."""
