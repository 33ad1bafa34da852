"""What the tables of payments and débito automático do not say themselves: names, keys, sources, trust per bank."""  # noqa: INP001 - a script, no package

FEBRABAN_106 = "FEBRABAN CNAB 240, versões 10.6 e 10.9"
FEBRABAN = ("10.6 a 10.9", "FEBRABAN, Layout padrão CNAB 240, versões 10.6 e 10.9", "2020", "manual")
ACBR = "ACBr, ACBrPagFor"
WHAT = {"pagamento": "Pagamentos", "debito": "Débito em conta"}
KEYS = ("tipo_registro", "segmento", "registro_opcional", "registro")
N_KEYS = ("tipo_registro", "segmento", "tributo_id")
N_KEYS_ITAU = N_KEYS

# All ways to begin a Pix (G100) are 01 to 05; the zero tells the record from one with an address.
PIX_FORMA = ["15-15 A pix_forma_zero =0", "16-16 N pix_forma_iniciacao #G100", "17-17 A cnab_1 =brancos"]

# Record, table, title, rows that replace the table's. One header and one trailer of a lot serve all lots: positions
# cannot tell them apart, the writer fills in what each kind of lot wants.
PAGAMENTO: tuple[tuple[str, str, str, list[str]], ...] = (
    ("header", "header_arquivo", "Header de arquivo (tipo 0)", []),
    (
        "header_lote",
        "pagamento.header_lote",
        "Header de lote (tipo 1)",
        [
            "14-16 N versao_layout_lote #G030 ; 10.6: 046 crédito, TED e Pix; 040 títulos; 012 contas e tributos",
            "223-224 A forma_pagamento =brancos #P014 ; 01 débito em conta; brancos nos lotes de títulos",
        ],
    ),
    ("A", "pagamento.A", "Segmento A (crédito em conta, TED, Pix)", []),
    ("B", "pagamento.B", "Segmento B (favorecido)", []),
    ("B_pix", "pagamento.B_pix", "Segmento B (chave Pix)", PIX_FORMA),
    ("C", "pagamento.C", "Segmento C (deduções)", []),
    ("J", "pagamento_titulo.J", "Segmento J (título)", []),
    (
        "J52",
        "pagamento_titulo.J52_pix",
        "Segmento J-52 (pagador, beneficiário, sacador avalista; QR Code Pix)",
        [
            "20-20 N pagador_tipo_inscricao #G005",
            "21-35 N pagador_inscricao #G006",
            "36-75 A pagador_nome #G013",
            "76-76 N beneficiario_tipo_inscricao #G005",
            "77-91 N beneficiario_inscricao #G006",
            "92-131 A beneficiario_nome #G013",
            "132-210 A pix_chave_ou_url #G102 ; de um boleto: 132 tipo, 133-147 número, 148-187 nome do sacador",
        ],
    ),
    ("O", "tributo.O", "Segmento O (conta ou tributo com código de barras)", []),
    ("N", "tributo.N", "Segmento N (tributo de outro tipo)", []),
    ("W", "tributo.W", "Segmento W (informações complementares)", []),
    ("Z", "tributo.Z", "Segmento Z (autenticação)", []),
    (
        "trailer_lote",
        "pagamento.trailer_lote",
        "Trailer de lote (tipo 5)",
        [
            "42-59 A soma_moedas =zeros #G058 ; brancos nos lotes de contas e tributos",
            "60-65 A numero_aviso_debito =zeros #G066 ; brancos nos lotes de contas e tributos",
        ],
    ),
    ("trailer", "trailer_arquivo", "Trailer de arquivo (tipo 9)", []),
)
RECORD_KEYS = {
    "B": ("tipo_registro", "segmento"),
    "B_pix": ("tipo_registro", "segmento", "pix_forma_zero"),
    "N": ("tipo_registro", "segmento"),
}
TRIBUTOS = (
    ("N_gps", "N1_gps", "Segmento N (GPS)", "17"),
    ("N_darf", "N2_darf", "Segmento N (DARF)", "16"),
    ("N_darf_simples", "N3_darf_simples", "Segmento N (DARF Simples)", "18"),
    ("N_gare_icms", "N4_gare", "Segmento N (GARE-SP ICMS)", "22"),
    ("N_gare_dr", "N4_gare", "Segmento N (GARE-SP DR)", "23"),
    ("N_gare_itcmd", "N4_gare", "Segmento N (GARE-SP ITCMD)", "24"),
    ("N_ipva", "N5_ipva", "Segmento N (IPVA)", "25"),
    ("N_licenciamento", "N7_licenciamento", "Segmento N (licenciamento)", "26"),
    ("N_dpvat", "N6_dpvat", "Segmento N (DPVAT)", "27"),
)
ORDER = (
    *("header", "header_lote", "A", "B", "B_pix", "C", "J", "J52", "O"),
    *(key for key, *_ in TRIBUTOS),
    *("N", "W", "Z", "trailer_lote", "trailer"),
)
DEBITO: tuple[tuple[str, str, str, list[str]], ...] = (
    ("header", "header_arquivo", "Header de arquivo (tipo 0)", []),
    (
        "header_lote",
        "debito.header_lote",
        "Header de lote (tipo 1)",
        [],
    ),
    ("A", "debito.A", "Segmento A (débito)", []),
    ("B", "debito.B", "Segmento B (pagador)", []),
    ("C", "debito.C", "Segmento C (deduções)", []),
    ("trailer_lote", "debito.trailer_lote", "Trailer de lote (tipo 5)", ["24-41 N2 soma_debitos #D008"]),
    ("trailer", "trailer_arquivo", "Trailer de arquivo (tipo 9)", []),
)

# Which overrides belong to a record of ours, and the common names of their fields.
OVERRIDE_NAMES = {"header": ("header_arquivo",), "trailer": ("trailer_arquivo",)}
NAMES_OVERRIDES = {
    "txid": "pix_txid",
    "mensagem_pix": "pix_informacao",
    "chave_pix": "pix_chave",
}
# Sicoob's table has the kind of Pix key in the address record; where the key itself goes it does not say.
NOT_TAKEN = {("756", "B")}
# What the override tables leave to notes, or what belongs to Pix only though the table has it for all.
MORE: dict[tuple[str, str], list[str]] = {
    ("745", "header"): ["164-166 N versao_layout_arquivo =060"],
}
UMA = "uma_fonte"
BANCOS = (
    (
        "001-banco-do-brasil",
        "Banco do Brasil",
        "003",
        "ACBr, ACBrPagFor; os demais registros como na FEBRABAN",
        "2026-06",
        UMA,
    ),
    ("033-santander", "Santander", "060", "ACBr, ACBrPagFor; os demais registros como na FEBRABAN", "2026-06", UMA),
    ("041-banrisul", "Banrisul", "107", "ACBr, ACBrPagFor; os demais registros como na FEBRABAN", "2026-06", UMA),
    ("077-inter", "Inter", "103", "ACBr, ACBrPagFor; os demais registros como na FEBRABAN", "2026-06", UMA),
    ("085-ailos", "Ailos", "088", "ACBr, ACBrPagFor; os demais registros como na FEBRABAN", "2026-06", UMA),
    ("104-caixa", "Caixa", "080", "ACBr, ACBrPagFor; os demais registros como na FEBRABAN", "2026-06", UMA),
    ("133-cresol", "Cresol", "087", "ACBr, ACBrPagFor; os demais registros como na FEBRABAN", "2026-06", UMA),
    ("136-unicred", "Unicred", "103", "ACBr, ACBrPagFor; os demais registros como na FEBRABAN", "2026-06", UMA),
    (
        *("237-bradesco", "Bradesco", "089"),
        *("ACBr, ACBrPagFor, e ERP-Bem-Comum/cnab-validator (Multipag)", "2026-08", "duas_fontes"),
    ),
    ("422-safra", "Safra", "103", "ACBr, ACBrPagFor; os demais registros como na FEBRABAN", "2026-06", UMA),
    (
        *("745-citibank", "Citibank", "060"),
        *("eduardordm/cnab240, transferências do Citibank (versão 060); demais registros da FEBRABAN", "2016", UMA),
    ),
    ("748-sicredi", "Sicredi", "082", "ACBr, ACBrPagFor; os demais registros como na FEBRABAN", "2026-06", UMA),
    (
        *("756-sicoob", "Sicoob", "087"),
        *("ACBr, ACBrPagFor, e eduardordm/cnab240 (versão 087), header, lote, segmento A", "2026-06", "duas_fontes"),
    ),
)

FONTE_SISPAG = "Itaú, SISPAG CNAB 240 v083 (jan/2017); registros Pix: wlrsilveira/cnab-sispag e ACBr"
HEAD_SISPAG = ("083 (jan/2017)", FONTE_SISPAG, "2017-01", "manual")
FONTE_SISDEB = "Itaú, SISDEB CNAB 240 v4.0 (jan/2012)"
HEAD_SISDEB = ("4.0 (jan/2012)", FONTE_SISDEB, "2012-01", "manual")
HEAD_BNB = ("CNAB 240", "BoletoNet/BoletoNetCore, Banco do Nordeste; segmento A igual ao da FEBRABAN", "2026-06", UMA)
NAMES_ITAU = {
    "sequencial": "sequencia_lote",
    "tipo_pagamento": "tipo_servico",
    "forma_pagamento": "forma_lancamento",
    "conta_dac": "conta_dv",
    "data_efetiva": "data_real",
    "valor_efetivo": "valor_real",
    "finalidade_detalhe": "informacao_2",
    "txid": "pix_txid",
    "informacao_usuario": "pix_informacao",
    "chave_pix": "pix_chave",
    "tipo_chave_pix": "pix_forma_iniciacao",
    "url_ou_chave_pix": "pix_chave_ou_url",
    "aviso": "aviso_favorecido",
    "favorecido_agencia_conta": "favorecido_agencia_conta",
    "valor_descontos": "desconto_abatimento",
    "valor_acrescimos": "mora_multa",
    "valor_pagar": "valor_pagamento",
    "valor_pago": "valor_real",
    "tributo": "tributo_id",
    "logradouro": "logradouro",
    "qtd_registros": "qtd_registros_lote",
    "valor_total": "soma_valores",
    "finalidade_lote": "finalidade_lote",
    "valor_arrecadado": "valor_pagamento",
    "data_arrecadacao": "data_pagamento",
    "codigo_pagamento": "receita",
    "identificador": "contribuinte_inscricao",
    "data_agendada": "data_debito",
    "valor_agendado": "valor_debito",
    "data_cobrada": "data_real",
    "valor_cobrado": "valor_real",
    "debitado_banco": "pagador_banco",
    "debitado_agencia": "pagador_agencia",
    "debitado_conta": "pagador_conta",
    "debitado_dac": "pagador_conta_dv",
    "debitado_nome": "pagador_nome",
    "debitado_inscricao": "pagador_inscricao",
    "codigo_movimento": "codigo_movimento",
}
ITAU_OPEN = ("versao_layout_lote", "moeda_tipo")
ITAU_J = ["18-61 N codigo_barras", "62-91 A beneficiario_nome"]
ITAU_J52 = [
    "132-208 A pix_chave_ou_url ; de um boleto: 132 tipo, 133-147 número, 148-187 nome do sacador avalista",
    "209-240 A pix_txid",
]
ITAU_KEYS = {
    "A_pix": ("tipo_registro", "segmento", "camara"),
    "B": ("tipo_registro", "segmento"),
    "B_pix": ("tipo_registro", "segmento", "pix_forma_zero"),
    "B_tributo": ("tipo_registro", "segmento", "reservado_1"),
    "N": ("tipo_registro", "segmento"),
}
SISPAG = [
    ("header", "header_arquivo", "SISPAG header de arquivo", []),
    (
        "header_lote",
        "transferencia.header_lote",
        "SISPAG header de lote",
        ["33-36 A lancamento_extrato_favorecido =brancos ; só nos lotes de crédito, TED e Pix"],
    ),
    ("A", "transferencia.A", "SISPAG segmento A (crédito, TED)", []),
    ("A_pix", "transferencia.A_pix", "SISPAG segmento A (Pix)", []),
    ("B", "transferencia.B", "SISPAG segmento B (favorecido)", []),
    ("B_pix", "transferencia.B_pix", "SISPAG segmento B (chave Pix)", PIX_FORMA),
    ("B_tributo", "tributo.B", "SISPAG segmento B (tributos)", []),
    ("C", "transferencia.C", "SISPAG segmento C (deduções)", []),
    ("D", "transferencia.D", "SISPAG segmento D (holerite, dados do funcionário)", []),
    ("E", "transferencia.E", "SISPAG segmento E (holerite, lançamentos)", []),
    ("F", "transferencia.F", "SISPAG segmento F (holerite, mensagem)", []),
    ("J", "titulo.J", "SISPAG segmento J (título)", ["168-182 N moeda_quantidade =zeros"]),
    ("J52", "titulo.J52_pix", "SISPAG segmento J-52 (pagador, beneficiário, sacador; QR Code Pix)", []),
    ("O", "concessionaria.O", "SISPAG segmento O (conta ou tributo com código de barras)", []),
    ("N_gps", "tributo.N_gps", "SISPAG segmento N (GPS)", []),
    ("N_darf", "tributo.N_darf", "SISPAG segmento N (DARF)", ["106-119 N2 valor_pagamento"]),
    ("N_darf_simples", "tributo.N_darf_simples", "SISPAG segmento N (DARF Simples)", ["106-119 N2 valor_pagamento"]),
    ("N_darj", "tributo.N_darj", "SISPAG segmento N (DARJ)", ["120-133 N2 valor_pagamento"]),
    ("N_gare_icms", "tributo.N_gare_icms", "SISPAG segmento N (GARE-SP ICMS)", []),
    ("N_ipva", "tributo.N_ipva_dpvat", "SISPAG segmento N (IPVA)", ["18-19 N tributo_id =07"]),
    ("N_dpvat", "tributo.N_ipva_dpvat", "SISPAG segmento N (DPVAT)", ["18-19 N tributo_id =08"]),
    ("N_fgts", "tributo.N_fgts", "SISPAG segmento N (FGTS)", []),
    ("N", "tributo.N", "SISPAG segmento N (tributo de outro tipo)", []),
    ("W", "tributo.W", "SISPAG segmento W (informações complementares)", []),
    ("Z", "Z", "SISPAG segmento Z (autenticação)", []),
    (
        "trailer_lote",
        "transferencia.trailer_lote",
        "SISPAG trailer de lote",
        [
            "24-79 A totais ; 24-41 valor total; nos tributos sem barras principal, outros, acréscimos e total, de 14",
            "80-230 A reservado_3 =brancos",
        ],
    ),
    ("trailer", "trailer_arquivo", "SISPAG trailer de arquivo", ["24-29 N qtd_registros"]),
]
# What only the bank's own file has there: the manual prints zeros, real returns carry the number of the file.
SISPAG_RETORNO = {"header": ["158-163 N nsa", "164-166 N reservado_8 =zeros"]}
SISDEB = [
    ("header", "header_arquivo", "SISDEB header de arquivo", ["158-163 N nsa"]),
    ("header_lote", "header_lote", "SISDEB header de lote", []),
    ("A", "A", "SISDEB segmento A (débito)", []),
    ("trailer_lote", "trailer_lote", "SISDEB trailer de lote", ["24-41 N2 soma_debitos"]),
    ("trailer", "trailer_arquivo", "SISDEB trailer de arquivo", ["24-29 N qtd_registros"]),
]

FONTE_150 = "FEBRABAN, débito automático, por quatro programas independentes e um manual de empresa (Claro, versão 04)"
FEBRABAN_150 = (FONTE_150, "2026-06", "duas_fontes")
FONTE_CAIXA = "Caixa, SIACC versão 04, por gabriellencina/layout-febraban-CNAB"
VERSIONS_150 = ("04", "05", "08")
VERSION_WORDS = {"04": "04", "05": "05 e 06", "08": "08"}
RECORDS_150 = {"remessa": "ACDEIJKLZ", "retorno": "ABFHJTXZ"}
NAMES_150 = {
    ("Z", "total_registros"): "qtd_registros",
    ("Z", "valor_total"): "soma_debitos",
    ("F", "data"): "data_debito",
    ("F", "valor"): "valor_debito",
    ("E", "data_vencimento"): "data_debito",
}
BANCOS_150 = (
    (
        *("001-banco-do-brasil", "08", ""),
        *("ACBr, ACBrDebitoAutomatico, e gabriellencina/layout-febraban-CNAB", "2026-06", "duas_fontes"),
    ),
    (
        *("033-santander", "05", ""),
        *("BoletoNet/BoletoNetCore, CNAB 150 do Santander (06), e ACBrDebitoAutomatico", "2026-06", "duas_fontes"),
    ),
    ("041-banrisul", "05", "", "ACBr, ACBrDebitoAutomatico", "2026-06", UMA),
    ("104-caixa", "04", "", FONTE_CAIXA, "2018", UMA),
    (
        *("748-sicredi", "05", ""),
        *("JoseSoluct/laravel-debito-em-conta (com um retorno) e ACBrDebitoAutomatico", "2026-06", "duas_fontes"),
    ),
    ("756-sicoob", "08", "", "BoletoNet/BoletoNetCore, CNAB 150 do Sicoob (08)", "2026-06", UMA),
)
