"""What is decided by hand about the occurrence tables of the banks beyond the first five; read by `convert_codes`.

An occurrence settles a title only where the bank's own words say that the pagador paid: conditional payments, cheques,
advices of payment, reimbursements and what stands in one source without a manual of its own only inform.
"""  # noqa: INP001 - beside a script

from typing import Any

# FEBRABAN C044, as a bank with the same codes in CNAB 400 uses them.
C044_EFEITOS = """
confirma 02
rejeita 03
liquida 06 17
baixa 09 15 25
protesto 23
tarifa 28
instrucao_recusada 26 30
instrucao_aceita 07 08 12 13 14 19 20 24 27 33 34 35 38 39 40 41 42 43 46 47 48 54 55 56 57 58 59 60
informa 04 05 11 29 36 37 44 45 49 50 51 52 53
"""
PARCIAL = {"02": "liquida_parcial"}
AUTBANK_EFEITOS = """
confirma 01 02
rejeita 03
liquida 06 08
baixa 09 10 43
protesto 23
tarifa 28 40 96 97 98 99
instrucao_recusada 15 16
instrucao_aceita 12 13 14 19 20 22 24
informa 05
"""
AUTBANK_TEXTOS = {
    "01": "Entrada do título confirmada na CIP",
    "03": "Entrada rejeitada",
    "05": "Campo livre alterado",
    "12": "Abatimento confirmado",
    "15": "Baixa rejeitada",
    "16": "Instrução rejeitada",
    "19": "Confirmação do recebimento da ordem de protesto",
    "20": "Confirmação do recebimento da ordem de sustação",
    "24": "Confirmação do recebimento da ordem de não protestar",
    "28": "Débito de tarifas e custas de correspondentes",
    "40": "Tarifa de entrada (debitada na liquidação)",
    "43": "Baixado por ter sido protestado",
    "96": "Tarifa de instruções do mês anterior",
    "97": "Tarifa de baixas do mês anterior",
    "98": "Tarifa de entradas do mês anterior",
    "99": "Tarifa de protesto ou sustação do mês anterior",
}
AUTBANK_MOTIVOS = ((0, "03"), (1, "15"), (2, "16"))


def autbank(fonte: str, *, motivos: tuple[tuple[int, str], ...] = AUTBANK_MOTIVOS, **more: Any) -> dict[str, Any]:
    """Return the format of a bank of the Autbank family."""
    return {"efeitos": AUTBANK_EFEITOS, "motivos": motivos, "fonte": fonte, "textos": AUTBANK_TEXTOS} | more


def acbr_autbank(fonte: str) -> dict[str, Any]:
    """Return the format of a bank of the family that no table has: the family's codes that ACBr knows."""
    textos = {
        "02": "Entrada confirmada",
        "06": "Liquidação normal",
        "08": "Liquidação em cartório",
        "09": "Baixa automática",
        "10": "Baixa por ter sido liquidado",
        "13": "Abatimento cancelado",
        "14": "Vencimento alterado",
        "22": "Seu número alterado",
        "23": "Título enviado para cartório",
    }
    return autbank(fonte, motivos=(), textos=AUTBANK_TEXTOS | textos)


MOVIMENTOS = {
    "baixa": "Pedido de baixa",
    "baixar": "Pedido de baixa",
    "inclusao ocorrencia": "Inclusão de ocorrência",
    "exclusao ocorrencia": "Exclusão de ocorrência",
    "pedido devolucao": "Pedido de devolução",
    "pedido devolucao entregue pagador": "Pedido de devolução entregue ao pagador",
    "pedido dos título em aberto": "Pedido dos títulos em aberto",
    "reembolso trans": "Reembolso e transferência",
    "reembolso dev": "Reembolso e devolução",
    "alt prazo protesto": "Alteração do prazo de protesto",
    "alt prazo devolucao": "Alteração do prazo de devolução",
    "protesto falencia": "Protesto para fins de falência",
    "alt pagador nome": "Alteração do nome do pagador",
    "alt pagador end": "Alteração do endereço do pagador",
    "alt pagador cidade": "Alteração da cidade do pagador",
    "alt pagador CEP": "Alteração do CEP do pagador",
    "alt uso empresa": "Alteração do uso da empresa",
    "alt outros dados emissao boleto": "Alteração de outros dados com emissão de boleto",
    "alt protesto devolucao": "Alteração da opção de protesto para devolução",
    "alt devolucao protesto": "Alteração da opção de devolução para protesto",
    "alt dados pagador": "Alteração de dados do pagador",
    "alt status desconto": "Alteração do status de desconto",
    "protesto aut": "Protesto automático",
    "pedido nao protesto": "Pedido de não protestar",
    "alt valor vencimento": "Alteração de valor ou vencimento",
    "alt nº documento": "Alteração do número do documento",
    "alt nfe": "Alteração da nota fiscal",
    "grafeno titularidade": "Mudança de titularidade",
    "sustar protesto manter carteira": "Sustar protesto e manter em carteira",
}

BANCOS: dict[str, tuple[str, str, dict[str, dict[str, Any]]]] = {
    "047": (
        "047-banese",
        "Banese",
        {
            "400": {
                "efeitos": "",
                "motivos": (),
                "fonte": "Banese usa os códigos do Banestes (ACBr)",
                "herda": "021-banestes",
            }
        },
    ),
    "089": (
        "089-credisan",
        "Credisan",
        {
            "400": {
                "efeitos": "informa 15 17 25",
                "motivos": (),
                "fonte": "Credisan, como o ACBr a lê, sobre a tabela do Sicoob",
                "herda": "756-sicoob",
                "textos": {
                    "15": "Ocorrência 15 do Sicoob, que o ACBr não conhece na Credisan",
                    "17": "Ocorrência 17 do Sicoob, que o ACBr não conhece na Credisan",
                    "25": "Juros dispensados",
                },
            },
        },
    ),
    "099": (
        "099-uniprime-central",
        "Uniprime Central",
        {
            "400": {
                "efeitos": "",
                "motivos": (),
                "fonte": "Uniprime usa as tabelas do Bradesco (ACBr)",
                "herda": "237-bradesco",
            },
        },
    ),
    "174": (
        "174-pefisa",
        "Pefisa",
        {
            "400": {
                "efeitos": "",
                "motivos": (),
                "fonte": "Pefisa, os códigos do C6 como o ACBr os lê",
                "herda": "336-c6",
            },
        },
    ),
    "212": ("212-original", "Original", {"400": acbr_autbank("Original, CNAB 400 como o ACBr o lê")}),
    "218": (
        "218-bs2",
        "BS2",
        {
            "400": {
                "efeitos": "confirma 02\nrejeita 03\nliquida 06\nbaixa 09 10\ninstrucao_recusada 99",
                "motivos": (),
                "fonte": "BS2, CNAB 400 como o ACBr o lê",
                "textos": {
                    "02": "Entrada confirmada",
                    "03": "Entrada rejeitada",
                    "06": "Liquidação",
                    "09": "Baixa manual confirmada",
                    "10": "Baixa automática",
                    "99": "Instrução rejeitada",
                },
            },
        },
    ),
    "310": (
        "310-vortx",
        "Vórtx",
        {
            "400": {
                "efeitos": "confirma 02\nrejeita 03\nliquida 06\nbaixa 07",
                "motivos": (),
                "fonte": "Vórtx, CNAB 400 como o ACBr o lê",
                "textos": {
                    "02": "Entrada confirmada",
                    "03": "Entrada rejeitada",
                    "06": "Liquidação",
                    "07": "Baixa simples",
                },
            },
        },
    ),
    "329": (
        "329-qi-scd",
        "QI SCD",
        {
            "400": {
                "efeitos": "",
                "motivos": (),
                "fonte": "QI SCD usa as tabelas do Bradesco (ACBr)",
                "herda": "237-bradesco",
            },
        },
    ),
    "457": (
        "457-uy3",
        "UY3",
        {
            "400": {
                "efeitos": "",
                "motivos": (),
                "fonte": "UY3 usa as tabelas do Bradesco (ACBr)",
                "herda": "237-bradesco",
            },
        },
    ),
    "604": ("604-industrial", "Industrial", {"400": acbr_autbank("Industrial, CNAB 400 como o ACBr o lê")}),
    "637": ("637-sofisa", "Sofisa", {"400": acbr_autbank("Sofisa, CNAB 400 como o ACBr o lê")}),
    "655": (
        "655-votorantim",
        "Votorantim",
        {
            "400": {
                "efeitos": """
confirma 02
rejeita 03
liquida 06 08
liquida_parcial 07
baixa 09 32
protesto 23
instrucao_recusada 16
instrucao_aceita 12 14 18 19 20 21 22 24 25 26 27 28 29 33 34
informa 35 47
""",
                "motivos": (),
                "fonte": "Votorantim, CNAB 400 como o ACBr o lê",
                "textos": {
                    "02": "Entrada confirmada",
                    "03": "Entrada rejeitada",
                    "06": "Liquidação",
                    "07": "Liquidação parcial",
                    "08": "Liquidação em cartório",
                    "09": "Baixa automática",
                    "12": "Abatimento concedido",
                    "14": "Vencimento alterado",
                    "16": "Instrução rejeitada",
                    "18": "Confirmação de alteração dos dias de baixa automática",
                    "19": "Confirmação de instrução de protesto",
                    "20": "Confirmação de instrução de sustação de protesto",
                    "21": "Confirmação de instrução de não protestar",
                    "22": "Confirmação de instrução de não baixar automaticamente",
                    "23": "Encaminhado a cartório",
                    "24": "Confirmação de alteração dos dias de baixa automática",
                    "25": "Confirmação de cancelamento da baixa automática",
                    "26": "Confirmação de alteração do valor nominal",
                    "27": "Confirmação de alteração do valor ou percentual mínimo",
                    "28": "Confirmação de alteração do valor ou percentual máximo",
                    "29": "Confirmação de alteração do valor ou percentual mínimo e máximo",
                    "32": "Baixa por protesto",
                    "33": "Confirmação de protesto",
                    "34": "Confirmação de sustação",
                    "35": "Protesto sustado judicialmente",
                    "47": "Transferência de carteira",
                },
            },
        },
    ),
    "004": (
        "004-banco-do-nordeste",
        "Banco do Nordeste",
        {
            "400": {
                "efeitos": """
confirma 02
rejeita 51
liquida 06 08
liquida_parcial 07
baixa 09 10 15
instrucao_recusada 52 54 56 57 58 59 60 61 62 63 64 65 68 69 70 71 72
instrucao_aceita 12 13 14 19 20 21 22
informa 04 11 18
""",
                "motivos": ((0, "51 52 54 56 57 58 59 60 61 62 63 64 65 68 69 70 71 72"),),
                "fonte": "Banco do Nordeste, Manual de leiaute CNAB 400 v2.0, 2011",
                "textos": {
                    "07": "Pagamento por conta (parcial)",
                    "08": "Pagamento em cartório",
                    "11": "Em ser",
                    "18": "Alteração da depositária",
                    "19": "Confirmação do recebimento de instrução de protesto",
                    "20": "Confirmação do recebimento de instrução de sustação de protesto",
                    "21": "Alteração das informações de controle da empresa",
                    **{
                        f"{50 + code}": f"Erro na ocorrência {code:02d}"
                        for code in (2, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 18, 19, 20, 21, 22)
                    },
                },
            },
        },
    ),
    "021": (
        "021-banestes",
        "Banestes",
        {
            "400": {
                "efeitos": """
confirma 02
rejeita 03
liquida 06 17
baixa 09 25
protesto 23
tarifa 28
instrucao_recusada 26 30
instrucao_aceita 07 08 12 13 14 19 20 24 27 33 34 35 40 42 43 98
informa 04 05 11 21 22 29 51 52 53 99
""",
                "motivos": ((0, "03 26 30 99"),),
                "fonte": "Banestes, layout da cobrança CNAB 400",
                "textos": {"06": "Liquidação", "11": "Título em carteira (em ser)"},
            },
        },
    ),
    "033": (
        "033-santander",
        "Santander",
        {
            "400": {
                "efeitos": """
confirma 02
rejeita 03
liquida 06 08 17
liquida_parcial 07
baixa 09 10
protesto 15 21 23
tarifa 24 28
instrucao_recusada 30
instrucao_aceita 12 13 14 19 20 22 27 38
informa 01 04 05 11 16 25 26 29 32 35 36 37
""",
                "motivos": ((0, "03 16 30 32"),),
                "fonte": "Santander, H7800, CNAB 400",
                "textos": {
                    "07": "Liquidação por conta (parcial)",
                    "02": "Entrada do título confirmada",
                    "03": "Entrada do título rejeitada",
                    "20": "Recebimento da instrução de não protestar",
                    "38": "Recebimento da instrução de não protestar",
                    "08": "Liquidação por saldo",
                    "10": "Título baixado conforme instruções ou por ter sido protestado",
                    "22": "Retirado de cartório",
                    "27": "Confirmação de alteração de outros dados",
                },
            },
            "240": {
                "efeitos": "informa 32 A4",
                "motivos": ((1, "02 03 26 30"), (3, "06 17", PARCIAL), (3, "09")),
                "fonte": "Santander, H7815, CNAB 240, abril de 2018",
                "herda": "febraban",
                "textos": {"32": "Código de IOF inválido", "A4": "Pagador DDA"},
            },
        },
    ),
    "041": (
        "041-banrisul",
        "Banrisul",
        {
            "400": {
                "efeitos": """
confirma 02 47
rejeita 03
liquida 06 08 15
liquida_parcial 07
baixa 09 10 25 40
protesto 23
tarifa 41 44 46
instrucao_aceita 12 13 14 16 18 19 20 42 68 69
informa 04 11 21 22 26 30 31 32 33 34 43 45
""",
                "motivos": ((1, "03"),),
                "fonte": "Banrisul, cobrança, 400 posições",
                "textos": {
                    "07": "Liquidação parcial",
                    "08": "Baixa por pagamento: liquidação pelo saldo",
                    "09": "Devolução automática",
                    "12": "Concessão de abatimento",
                    "15": "Pagamento em cartório",
                    "18": "Alteração de instrução",
                    "40": "Baixa de título protestado",
                    "47": "Confirmação de entrada: pagador DDA",
                },
            },
            "240": {
                "efeitos": "instrucao_aceita 15\nbaixa AA\ninforma 04 05 24 AB AC",
                "motivos": ((3, "02 03 26 30"), (2, "06 17", PARCIAL), (2, "09"), (6, "11"), (7, "28")),
                "fonte": "Banrisul, cobrança, 240 posições",
                "herda": "febraban",
                "textos": {
                    "04": "Reembolso e transferência",
                    "05": "Reembolso e devolução de desconto e vendor",
                    "15": "Confirmação de protesto imediato por falência",
                    "24": "Reservado pelo banco",
                    "AA": "Devolução: liquidado anteriormente",
                    "AB": "Cobrança a creditar (em trânsito)",
                    "AC": "Situação do título: cartório",
                },
            },
        },
    ),
    "077": (
        "077-inter",
        "Inter",
        {
            "400": {
                "efeitos": "confirma 02\nrejeita 03\nliquida 06\nbaixa 07",
                "motivos": (),
                "fonte": "Inter, manual de remessa e retorno",
                "textos": {"02": "Em aberto", "03": "Erro", "06": "Pago", "07": "Baixado"},
            },
        },
    ),
    "084": (
        "084-uniprime",
        "Uniprime",
        {
            "400": {
                "efeitos": "",
                "motivos": (),
                "fonte": "Uniprime usa as tabelas do Bradesco (ACBr)",
                "herda": "237-bradesco",
            },
        },
    ),
    "085": (
        "085-ailos",
        "Ailos",
        {
            "400": {
                "efeitos": """
confirma 02
rejeita 03
liquida 06 15 17
baixa 09 25
protesto 23
instrucao_recusada 26
instrucao_aceita 07 12 13 14 16 19
informa 11 24
""",
                "motivos": ((8, "03"), (6, "02"), (7, "09"), (5, "06 15")),
                "fonte": "Ailos, CNAB 400 como o ACBr o lê",
                "textos": {
                    "03": "Comando recusado",
                    "19": "Confirmação de instrução de protesto",
                    "24": "Sustar protesto",
                },
            },
            "240": {
                "efeitos": """
liquida 76 77
protesto 22
instrucao_recusada 89
instrucao_aceita 95 96 97 98
informa 91 92 93 94
""",
                "motivos": ((0, "02 03 26"), (3, "06 17 76 77", PARCIAL), (3, "09"), (2, "28"), (4, "89")),
                "fonte": "Ailos, Manual técnico CNAB 240",
                "herda": "febraban",
                "textos": {
                    "22": "Título enviado ao cartório",
                    "76": "Liquidação de boleto emitido e expedido pela cooperativa",
                    "77": "Liquidação após baixa ou de título não registrado, emitido e expedido pela cooperativa",
                    "89": "Rejeição cartorária",
                    "91": "Título em aberto não enviado ao pagador",
                    "92": "Inconsistência na negativação Serasa",
                    "93": "Inclusão na Serasa",
                    "94": "Exclusão da Serasa",
                    "95": "Instrução de SMS",
                    "96": "Cancelamento de instrução de SMS",
                    "97": "Confirmação de instrução automática de protesto",
                    "98": "Exclusão de protesto com carta de anuência",
                },
            },
        },
    ),
    "097": (
        "097-credisis",
        "CrediSIS",
        {
            "400": {
                "efeitos": """
confirma 02
rejeita 03
liquida 06
baixa 09 10
informa 05 07 08 11 12 13 14 15 16 19 20 21 22 23 24 25 28 31 32 33 34 35 36 37 38 39 44 46 72 96 97 98
""",
                "motivos": (),
                "fonte": "ACBr, que repete a tabela do Banco do Brasil; o manual da CrediSIS não imprime nenhuma",
                "textos": {
                    "03": "Comando recusado",
                    "05": "Liquidado sem registro",
                    "07": "Liquidação por conta (parcial)",
                    "08": "Liquidação por saldo",
                    "19": "Confirmação de instrução de protesto",
                    "23": "Indicação de encaminhamento a cartório",
                },
            },
        },
    ),
    "104": (
        "104-caixa",
        "Caixa",
        {
            "400": {
                "efeitos": """
confirma 01
rejeita 99
liquida 21 22
baixa 02 23 24 25
estorna 33
protesto 26
tarifa 31 32
instrucao_aceita 03 04 05 06 07 08 09 10 11 12 27
informa 20 28 29 30 34 35
""",
                "motivos": ((7, "99"), (6, "31 32")),
                "fonte": "Caixa, SIGCB CNAB 400 v015",
                "textos": {
                    "06": "Alteração do uso da empresa confirmada",
                    "09": "Alteração confirmada",
                    "10": "Alteração com reemissão de boleto confirmada",
                    "20": "Em ser",
                    "21": "Liquidação",
                    "22": "Liquidação em cartório",
                    "24": "Baixa por franco pagamento",
                    "33": "Estorno de baixa ou liquidação",
                    "34": "Transferência de carteira: entrada",
                    "35": "Transferência de carteira: baixa",
                    "99": "Rejeição do título",
                },
            },
        },
    ),
    "133": (
        "133-cresol",
        "Cresol",
        {
            "400": {
                "efeitos": C044_EFEITOS,
                "motivos": ((0, "02 03 26 30"), (2, "06 17", PARCIAL), (2, "09 25")),
                "fonte": "Cresol, layout CNAB 400 (C044 e C047 da FEBRABAN)",
                "textos": {"06": "Liquidação"},
            },
            "240": {
                "efeitos": "",
                "motivos": (),
                "fonte": "Cresol, CNAB 240 (C044 e C047 da FEBRABAN)",
                "herda": "febraban",
            },
        },
    ),
    "136": (
        "136-unicred",
        "Unicred",
        {
            # 02 and 03 answer every order; which one stands in *instrução de origem*.
            "400": {
                "efeitos": """
liquida 01 06 09
protesto 11
instrucao_recusada 03
instrucao_aceita 02 05 10 12 22 23
informa 04 07 08 13 14 25 26 40
""",
                "motivos": ((0, "03"),),
                "fonte": "Unicred, layout CNAB 400",
                "textos": {
                    "01": "Pago: título protestado pago em cartório",
                    "02": "Instrução confirmada",
                    "03": "Instrução rejeitada",
                    "04": "Sustado judicialmente: título protestado",
                    "08": "Sustado definitivamente: título protestado",
                    "05": "Cancelamento de abatimento concedido",
                    "22": "Alteração do seu número",
                },
            },
        },
    ),
    "208": (
        "208-btg",
        "BTG Pactual",
        {
            "240": {
                "efeitos": "",
                "motivos": (),
                "fonte": "BTG Pactual, V10.06 (C044 e C047 da FEBRABAN)",
                "herda": "febraban",
            },
        },
    ),
    "224": ("224-fibra", "Fibra", {"400": autbank("Fibra, layout CNAB 400, 2022")}),
    "246": (
        "246-abc-brasil",
        "ABC Brasil",
        {
            "400": autbank(
                "ABC Brasil, layout CNAB 400, 2024",
                efeitos=AUTBANK_EFEITOS
                + """
liquida 17
baixa 25
instrucao_recusada 26 30
instrucao_aceita 07 27 94 95
informa 04 11 29 53
""",
                textos=AUTBANK_TEXTOS
                | {
                    "04": "Transferência de carteira: entrada",
                    "94": "Confirmação do recebimento da instrução de sustar e alterar o vencimento",
                    "95": "Confirmação do recebimento da instrução de alteração do campo livre",
                },
            ),
        },
    ),
    "274": (
        "274-grafeno",
        "Grafeno",
        {
            "400": {
                "efeitos": """
confirma 02
rejeita 03 24
liquida 06 17
baixa 09 10
estorna 40
tarifa 28
instrucao_recusada 27 30 32
instrucao_aceita 12 13 14 21 33
informa 11 22 29 77
""",
                "motivos": tuple(
                    (index, code)
                    for index, code in enumerate(("03", "06", "09", "10", "17", "24", "27", "28", "30", "32"))
                ),
                "fonte": "Grafeno, retorno CNAB 400, 2022",
                "textos": {
                    "06": "Liquidação normal",
                    "09": "Baixado automaticamente via arquivo",
                    "10": "Baixado conforme instruções da agência",
                    "11": "Em ser (arquivo de títulos pendentes)",
                    "17": "Liquidação após baixa ou título não registrado",
                    "21": "Acerto do controle do participante",
                    "40": "Estorno de pagamento",
                    "77": "Mudança de titularidade",
                },
            },
        },
    ),
    "336": (
        "336-c6",
        "C6 Bank",
        {
            "400": {
                "efeitos": """
confirma 02
rejeita 03
liquida 06 07 08
liquida_parcial 75
baixa 09 10 32
estorna 69
protesto 23
tarifa 36 37 96 97 98 99
instrucao_recusada 15 16 17 90
instrucao_aceita 04 12 13 14 19 20 21
informa 05 29 35 38 65 71 72 74 95
""",
                "motivos": (
                    (2, "03"),
                    (3, "06"),
                    (4, "08"),
                    (5, "09"),
                    (6, "10"),
                    (7, "17"),
                    (8, "32"),
                    (9, "35"),
                    (13, "75"),
                    (14, "90"),
                ),
                "fonte": "C6 Bank, CNAB 400 como laravel-boleto e ACBr o leem",
                "textos": {
                    "04": "Alteração de dados: entrada",
                    "05": "Alteração de dados: baixa",
                    "07": "Liquidação após baixa",
                    "10": "Baixa comandada pelo cliente por arquivo",
                    "17": "Alterações de dados rejeitadas",
                    "19": "Confirmação de instrução de protesto",
                    "20": "Confirmação de instrução de sustação de protesto",
                    "21": "Confirmação de instrução de não protestar",
                    "29": "Pagador não retirou o boleto eletronicamente; enviado pelo correio",
                    "75": "Pagamento parcial",
                    "95": "Troca do uso da empresa",
                    "96": "Tarifa de extrato de movimentação da carteira",
                },
            },
        },
    ),
    "399": (
        "399-hsbc",
        "HSBC (encerrado)",
        {
            "400": {
                "efeitos": """
confirma 02
liquida 06 15 31 32 38 39
liquida_parcial 07 33
baixa 09 10 37
informa 03 11 16 36
""",
                "motivos": (),
                "fonte": "laravel-boleto, retorno CNAB 400 do HSBC",
                "textos": {
                    "02": "Entrada confirmada",
                    "03": "Entrada ou instrução rejeitada",
                    "06": "Liquidação normal em dinheiro",
                    "07": "Liquidação por conta em dinheiro (parcial)",
                    "09": "Baixa automática",
                    "10": "Baixado conforme instruções",
                    "11": "Títulos em ser (conciliação mensal)",
                    "15": "Liquidação em cartório em dinheiro",
                    "16": "Liquidação em dinheiro de título baixado ou devolvido em data anterior",
                    "31": "Liquidação normal em cheque, compensação ou banco correspondente",
                    "32": "Liquidação em cartório em cheque",
                    "33": "Liquidação por conta em cheque (parcial)",
                    "36": "Liquidação em cheque de título baixado ou devolvido em data anterior",
                    "37": "Baixa de título protestado",
                    "38": "Liquidação de título não registrado em dinheiro",
                    "39": "Liquidação de título não registrado em cheque",
                },
            },
        },
    ),
    "422": (
        "422-safra",
        "Safra",
        {
            "400": {
                "efeitos": """
confirma 02 17
rejeita 03
liquida 06 15 41
liquida_parcial 07
baixa 09 10 16 40
protesto 23
tarifa 43
instrucao_aceita 12 13 14 18 19 20 51 52 53 54 77
informa 04 05 11 21 42 44 45 60
""",
                "motivos": ((0, "03"),),
                "fonte": "Safra, cobrança CNAB 400, 2016",
                "textos": {
                    "07": "Liquidação parcial",
                    "16": "Baixado por entrega franco de pagamento",
                    "17": "Entrada por borderô manual",
                    "18": "Alteração do uso do beneficiário",
                    "21": "Transferência de beneficiário",
                    "40": "Baixa de título protestado",
                    "41": "Liquidação de título baixado",
                    "51": "Valor do título alterado",
                    "52": "Acerto da data de emissão",
                    "53": "Acerto do código da espécie do documento",
                    "54": "Alteração do seu número",
                    "60": "Equalização de vendor",
                    "77": "Alteração de instrução de cobrança: juros",
                },
            },
        },
    ),
    "435": (
        "435-delbank",
        "Delbank",
        {"400": autbank("Delbank, CNAB 400 como o laravel-boleto o lê", motivos=((0, "03 15 16"),))},
    ),
    "633": ("633-rendimento", "Rendimento", {"400": autbank("Rendimento, layout CNAB 400")}),
    "643": (
        "643-pine",
        "Pine",
        {
            "400": autbank(
                "Pine, layout CNAB 400 de 2024",
                efeitos=AUTBANK_EFEITOS.replace(" 99", ""),
                textos={code: text for code, text in AUTBANK_TEXTOS.items() if code != "99"},
            ),
        },
    ),
    "707": ("707-daycoval", "Daycoval", {"400": autbank("Daycoval, CNAB 400, carteira 6")}),
    "712": (
        "712-ourinvest",
        "Ourinvest",
        {
            "400": {
                "efeitos": """
confirma 02
rejeita 03
liquida 06 15 17
baixa 09 10
protesto 23
tarifa 28
instrucao_aceita 12 13 14 20
informa 00 16
""",
                "motivos": ((0, "09 10 28"),),
                "fonte": "Ourinvest, CNAB 400 como o laravel-boleto o lê",
                "textos": {
                    "02": "Entrada confirmada",
                    "03": "Entrada rejeitada",
                    "06": "Liquidação normal",
                    "09": "Baixado automaticamente via arquivo",
                    "10": "Baixado conforme instruções da agência",
                    "12": "Abatimento concedido",
                    "13": "Abatimento cancelado",
                    "14": "Vencimento alterado",
                    "15": "Liquidação em cartório",
                    "16": "Título pago em cheque: vinculado",
                    "17": "Liquidação após baixa ou título não registrado",
                    "20": "Confirmação do recebimento de instrução de sustação de protesto",
                    "23": "Entrada do título em cartório",
                },
            },
        },
    ),
    "748": (
        "748-sicredi",
        "Sicredi",
        {
            "400": {
                "efeitos": """
confirma 02
rejeita 03 24
liquida 06 15 17
baixa 09 10
protesto 23
tarifa 28
instrucao_recusada 27 30 32 81 83
instrucao_aceita 12 13 14 19 20 33 34 78 79 82
informa 07 29 35 80 84 85
""",
                "motivos": (
                    (7, "03"),
                    (8, "06"),
                    (11, "10"),
                    (16, "17"),
                    (19, "23"),
                    (20, "24"),
                    (22, "28"),
                    (24, "30"),
                    (0, "27 32 81 83"),
                    (26, "33"),
                    (27, "84"),
                    (28, "85"),
                    (17, "19", {"D": "instrucao_recusada"}),
                ),
                "fonte": "Sicredi, Manual CNAB 400, agosto de 2019",
                "textos": {
                    "07": "Intenção de pagamento",
                    "09": "Baixado automaticamente via arquivo",
                    "10": "Baixado conforme instruções da cooperativa de crédito",
                    "19": "Confirmação do recebimento de instrução de protesto",
                    "20": "Confirmação do recebimento de instrução de sustação de protesto",
                    "30": "Alteração rejeitada",
                    "33": "Confirmação do pedido de alteração de outros dados",
                    "34": "Retirado de cartório e manutenção em carteira",
                    "78": "Confirmação do recebimento do pedido de negativação",
                    "79": "Confirmação do recebimento do pedido de exclusão de negativação",
                },
            },
            "240": {
                "efeitos": "instrucao_recusada 36",
                "motivos": ((3, "02 03 26 30 36"), (5, "06 17", PARCIAL), (5, "09"), (4, "28")),
                "fonte": "Sicredi, Manual CNAB 240, agosto de 2019",
                "herda": "febraban",
                "textos": {"36": "Baixa rejeitada"},
            },
        },
    ),
    "756": (
        "756-sicoob",
        "Sicoob",
        {
            "400": {
                "efeitos": """
confirma 02
rejeita 03
liquida 05 06 15 17
baixa 09 10 25
protesto 23
tarifa 28 96 97 98
instrucao_recusada 26 30
instrucao_aceita 12 13 14 19 21 22 24 27 33 38 39 48 54 55 56 80
informa 04 11 20 37 50 51 52 53
""",
                "motivos": ((0, "03 26 30"),),
                "fonte": "Sicoob, planilha de leiautes de cobrança, fevereiro de 2017",
                "textos": {
                    "03": "Comando recusado",
                    "04": "Transferência de carteira: entrada",
                    "05": "Liquidação sem registro",
                    "10": "Baixa a pedido do beneficiário",
                    "19": "Confirmação do recebimento de instrução de protesto",
                    "20": "Débito em conta",
                    "25": "Protestado e baixado",
                    "54": "Confirmação de baixa ou cancelamento de título negativado sem protesto",
                    "80": "Confirmação de instrução de negativação",
                    "98": "Despesas de custas antecipadas",
                },
            },
        },
    ),
}
