"""Convert the collected occurrence and reason tables (``codes.json``) into ``resources/ocorrencias/*.toml``.

The texts there are shortened; they are written out here. What an occurrence does to a title (``efeito``) is decided
in this file, per bank and format, from the bank's own wording: where that is not plain it is ``informa``, which never
moves money. ``python tools/convert_codes.py CODES_JSON [--out resources/ocorrencias]``; afterwards the TOML files are
the source and are edited by hand.
"""  # noqa: INP001 - a script, no package

import argparse
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import codes_bancos

WORDS = (
    (r"\binstr\. instr\. ", "instrução "),
    (r"\binstr\. inst\. ", "instrução "),
    (r"\bconf\. pedido (?=(alt|canc|de|exclusão|negativação)\b)", "confirmação do pedido de "),
    (r"\bconf\. pedido ", "confirmação do pedido de "),
    (r"\bconf\. instr\. (?=(pedido|não)\b)", "confirmação de instrução de "),
    (r"\bconf\. instr\. canc\. protesto", "confirmação de instrução de cancelamento de protesto"),
    (r"\bconf\. instr\. canc\. ", "confirmação de instrução de cancelamento de "),
    (r"\bconf\. instr\. ", "confirmação de instrução de "),
    (r"\bconf\. canc\. ", "confirmação de cancelamento "),
    (r"\bconf\. (o )?", "confirmação de "),
    (r"\bde de\b", "de"),
    (r"\bconf\b\.?", "conforme"),
    (r"\binstr\. (?=(rejeitad|cancelad|incompatív|não|inexist|com o|permanente|negativação))", "instrução "),
    (r"\binstr\. cancelar protesto confirmada", "instrução de cancelar protesto confirmada"),
    (r"\binstr\. (?=(protesto|baixa|emissão|abatimento|desconto|entrada|exclusão))", "instrução de "),
    (r"\binstr\./", "instrução/"),
    (r"\binstr\b\.?", "instrução"),
    (r"\bcanc\. ", "cancelamento de "),
    (r"\balt\. (?=(igual|não|bloqueada|inválid|indevid))", "alteração "),
    (r"\balt\b\.? ", "alteração de "),
    (r"\bliq\b\.?", "liquidação"),
    (r"\btransf\. ", "transferência de "),
    (r"\brej\. (da|de|do|por) ", r"rejeição \1 "),
    (r"\brej\b\.?", "rejeição"),
    (r"\bid\. ", "identificação de "),
    (r"\bident(if)?\. (da |do )?", "identificação de "),
    (r"\bc[óo]d\. ", "código de "),
    (r"\bc[óo]d\b\.?", "código"),
    (r"\bnº/", "número/"),
    (r"\bnº\b|\bnº|\bnro\b|\bnum\.", "número"),
    (r"\bpagto\b|\bpgto\b", "pagamento"),
    (r"\bvencto?s?\b\.?|\bvcto\b\.?", "vencimento"),
    (r"\baut\b\.?|\bautomat\.", "automático"),
    (r"\bp/ ", "para "),
    (r"\bc/ ", "com "),
    (r"\bs/ ", "sem "),
    (r"\bc/c\b", "conta corrente"),
    (r"\bq(td|ti)e?ad?d?e?\b\.?|\bqtde\b\.?", "quantidade"),
    (r"\bperc\b\.?", "percentual"),
    (r"\bvlr\b|\bvl\b", "valor"),
    (r"\b[ae]g\.? (?=cobradora|beneficiário)", "agência "),
    (r"\bb(an)?co? (?=correspondente)", "banco "),
    (r"\bbco\b\.?", "banco"),
    (r"\bdt\b\.?", "data"),
    (r"\bprz\b", "prazo"),
    (r"\bmovto\b", "movimento"),
    (r"\bdocto\b", "documento"),
    (r"\bdesc\b\.?", "desconto"),
    (r"\bsegm\b", "segmentos"),
    (r"\bprot/dev\b", "protesto/devolução"),
    (r"\btp\b", "tipo"),
    (r"\btit\b\.?|\btít\b\.?", "título"),
    (r"\bgerencial serviços\b", "gerencial de serviços"),
    (r"\bterm\. ", "terminal "),
    (r"\bcx\b", "caixa"),
    (r"\bdéb\. ?", "débito "),
    (r"\bdebito\b", "débito"),
    (r"\breg\./", "registro/"),
    (r"\breg/", "registro/"),
    (r"\breg\. ", "registro "),
    (r"\bbaix\. ", "baixado "),
    (r"\bTR\b\.? ", "tarifa "),
    (r"\barq\b\.? ?", "arquivo "),
    (r"\brat\. ", "rateio de "),
    (r"\bobrigat?\b\.? ?", "obrigatório "),
    (r"\blay out\b", "leiaute"),
    (r"\btransferência de para\b", "transferência para"),
    (r"\boutras instrução\b", "outras instruções"),
    (r"\b(reapresentação|baixa) automático\b", r"\1 automática"),
    (
        r"\bdata (?=(emiss[ãa]o|entrada|vencimento|geração|apresenta[çc][ãa]o|inscrição|nascimento|avaliação)\b)",
        "data de ",
    ),
    (r"\bdata/hora geração", "data/hora de geração"),
    (r"\bdata (?=(juros|desconto|multa)\b)", "data de "),
    (r"\bdata (próxima|última|ocorrência)", r"data da \1"),
    (r"\bdata novo vencimento", "data do novo vencimento"),
    (r"\bvalor (?=(título|desconto|abatimento|IOF|reajuste|seguro|fundo)\b)", "valor do "),
    (r"\bvalor (?=(contribuição|diferença|nota|taxa|amortização|multa)\b)", "valor da "),
    (r"\bvalor (?=(cheques|outros)\b)", "valor de "),
    (
        r"\bnúmero (?=(título|celular|controle|contrato|banco|registro|documento|borderô|telefone|prestação)\b)",
        "número do ",
    ),
    (r"\bnúmero do prestação", "número da prestação"),
    (r"\bnúmero (?=(linha|autoriza[çc][ãa]o|remessa|parcela|próxima)\b)", "número da "),
    (r"\bnúmero (?=inscri[çc][ãa]o\b)", "número de "),
    (r"\bnúmero sequencial (?=do)", "número sequencial "),
    (r"\btarifa (?=[a-zà-ú])(?!(de|do|da|mensal|registro cobrada|título)\b)", "tarifa de "),
    (r"\btarifa (?=título)", "tarifa de "),
    (r"\bquantidade (?=(registros|lotes|boletos)\b)", "quantidade de "),
    (r"\bliquidação terminal", "liquidação no terminal"),
    (r"\bliquidado (?=(office|correspondente))", "liquidado por "),
    (r"\bdecurso prazo", "decurso de prazo"),
    (r"\bcomandada (?=(banco|cliente))", "comandada pelo "),
    (r"cliente arquivo", "cliente por arquivo"),
    (r"\bposterior a data", "posterior à data"),
    (r"\banterior a data", "anterior à data"),
    (r"\bpostal cheia", "postal cheia"),
    (r"≥", "maior ou igual ao"),
    (r"≤", "menor ou igual ao"),
    (r"≠", "diferente de"),
    (r" > ", " maior que "),
    (r" < ", " menor que "),
    (r"\binválid\b", "inválido"),
    (r"\bCGC\b", "CNPJ"),
)
ACCENTS = {
    "ocorrencia": "ocorrência",
    "inscricao": "inscrição",
    "emissao": "emissão",
    "operacao": "operação",
    "especie": "espécie",
    "endereco": "endereço",
    "nao": "não",
    "autorizacao": "autorização",
    "movimentacao": "movimentação",
    "caracteristicas": "características",
    "cobranca": "cobrança",
    "imcompativeis": "incompatíveis",
    "incompativel": "incompatível",
    "ja": "já",
    "digito": "dígito",
    "idetificacao": "identificação",
    "devolucao": "devolução",
    "cartorio": "cartório",
    "excluido": "excluído",
    "compensacao": "compensação",
    "eletronica": "eletrônica",
    "eletronico": "eletrônico",
    "funcao": "função",
    "cartao": "cartão",
    "maquinas": "máquinas",
    "oticas": "óticas",
    "moden": "modem",
    "papelatas": "papeletas",
    "sequencia": "sequência",
    "sustacao": "sustação",
    "insuficiencia": "insuficiência",
    "declaracao": "declaração",
    "documentacao": "documentação",
    "possivel": "possível",
    "apresentacao": "apresentação",
    "prestacao": "prestação",
    "servico": "serviço",
    "ilegivel": "ilegível",
    "conferencia": "conferência",
    "sao": "são",
    "traducao": "tradução",
    "publico": "público",
    "cambio": "câmbio",
    "grafica": "gráfica",
    "ausencia": "ausência",
    "fisico": "físico",
    "condominio": "condomínio",
    "intimacao": "intimação",
    "emprestimo": "empréstimo",
    "util": "útil",
    "vencto": "vencimento",
    "prostestável": "protestável",
    "bordero": "borderô",
    "orgão": "órgão",
    "convenio": "convênio",
    "existencia": "existência",
    "carne": "carnê",
    "ddd": "DDD",
    "pj": "pessoa jurídica",
    "negativatação": "negativação",
    "negatativação": "negativação",
    "assinaturab": "assinatura",
    "cod": "código",
    "codigo": "código",
    "vía": "via",
    "pagadors": "pagadores",
    "concessao": "concessão",
    "variavel": "variável",
    "impossivel": "impossível",
    "passivel": "passível",
    "próprio": "próprio",
    "proprio": "próprio",
    "apos": "após",
    "cnab240": "CNAB 240",
    "itaú": "Itaú",
    "caixa": "Caixa",
    "fatura": "fatura",
    "divida": "dívida",
    "email": "e-mail",
    "dac": "DAC",
    "iof": "IOF",
    "sispag": "Sispag",
    "b40x": "B40X",
    "y53": "Y-53",
    "y8": "Y-8",
    "bradesco": "Bradesco",
    "telebradesco": "Telebradesco",
    "ciope": "CIOPE",
    "dm": "DM",
    "dmi": "DMI",
}
SLIPS = (
    ("de dos ", "dos "),
    ("Identificação de inválida", "Identificação inválida"),
    ("Tarifa de por ", "Tarifa por "),
    ("qu eimpede", "que impede"),
    (" (ect)", ""),
    (" /ect/", ""),
    ("AG. ", "Agência "),
    ("Ag. ", "Agência "),
    ("alteração de simultânea", "alteração simultânea"),
    ("abati-mento", "abatimento"),
    ("corresp ", "correspondente "),
    ("coresp", "correspondente"),
    ("corresp.", "correspondente"),
    ("financto", "financiamento"),
    ("qtidade", "quantidade"),
    ("banco do brasil", "Banco do Brasil"),
    ("banco central do brasil", "Banco Central do Brasil"),
    (". gerada nos seguintes casos", ""),
    ("(telefone) baixa", "(telefone)"),
    ("número número", "nosso número"),
    ("nosso-número", "do nosso número"),
    ("sigla estado inválid", "sigla do estado inválid"),
    ("Sigla estado", "Sigla do estado"),
    ("sigla estada", "sigla do estado"),
    ("Tarifa registro cobrada", "Tarifa de registro cobrada"),
    ("Tarifa SMS", "Tarifa de SMS"),
    ("Instrução rejeitadas", "Instruções rejeitadas"),
    (
        "arquivo ret.inexis. para redisp. nesta data/número",
        "Arquivo de retorno inexistente para redisponibilização nesta data e número",
    ),
    (
        "Arquivo ret.inexis. para redisp. nesta data/número",
        "Arquivo de retorno inexistente para redisponibilização nesta data e número",
    ),
    ("correspondente/", "correspondente"),
)
CUT_SHORT = re.compile(
    r"(?<= )(do|de|da|nos|ou valor|o|em que foi|devendo ser|com|por|pelos|informado|com título|correspondente/)$"
)
KEEP_LOWER = {
    "caixa": (
        "guichê de caixa",
        "saldo de caixa",
        "disponibilizado em caixa",
        "guichê caixa",
        "caixa postal",
        "de caixa",
        "uma caixa",
    )
}
FEMININE = (
    "agência",
    "instrução",
    "ocorrência",
    "alteração",
    "autorização",
    "carteira",
    "conta",
    "data",
    "entrada",
    "espécie",
    "faixa",
    "forma",
    "identificação",
    "inscrição",
    "literal",
    "opção",
    "movimentação",
    "praça",
    "quantidade",
    "sequência",
    "sigla",
    "situação",
    "taxa",
    "unidade",
    "variação",
    "versão",
    "via",
    "chave",
    "cidade",
    "moeda",
)
TABLE_REFERENCE = re.compile(r"\s*\((nota \d+ ?[-\u2013] ?tabela \d+|sem motivo|novo|não tratar|não tratar DDA)\)")
REPEATED_HEAD = re.compile(r"^(?P<a>[\w /.-]{3,40}?) -?(?P=a)\b")


def feminine(text: str) -> str:
    """Make the adjectives at the end agree with a feminine first noun."""
    head = text.split(maxsplit=1)[0].strip("/,").split("/")[0].lower()
    if head not in FEMININE:
        return text
    for he, she in (("inválido", "inválida"), ("permitido", "permitida"), ("divergente", "divergente")):
        text = re.sub(rf"\b{he}\b(?=$|[ /]|, )", she, text)
    return text


def write_out(text: str) -> str:
    """Write a shortened text out in full Portuguese, first letter capital."""
    text = TABLE_REFERENCE.sub("", text).replace("\N{EN DASH}", "-").replace("\\", "/")
    text = re.sub(r"^\d\d-", "", text)
    for pattern, words in WORDS:
        text = re.sub(pattern, words, text)
    text = re.sub(r"\bde (de|da|do) ", r"\1 ", text)
    text = re.sub(r"\bde outros\b", "de outros", text)
    text = re.sub(r"[\w-]+", lambda m: accent(m.group(), text), text)
    text = re.sub(r"\s+", " ", REPEATED_HEAD.sub(r"\g<a>", text)).strip(" .,-")
    text = re.sub(r" -(?=\w)", " - ", text)
    text = feminine(text)
    text = text[:1].upper() + text[1:]
    for slip, right in SLIPS:
        text = text.replace(slip, right)
    return text + "…" if CUT_SHORT.search(text) else text


def accent(word: str, text: str) -> str:
    """Give a word its accent or its capital back."""
    if any(phrase in text for phrase in KEEP_LOWER.get(word, ())):
        return word
    return ACCENTS.get(word, word)


@dataclass(frozen=True)
class Motivos:
    """A reason table: where it is found in ``codes.json`` and which occurrences it belongs to."""

    index: int | str
    ocorrencias: str
    efeitos: dict[str, str] = field(default_factory=dict)
    textos: dict[str, str] = field(default_factory=dict)
    fonte: str = ""


@dataclass(frozen=True)
class Formato:
    """What is decided by hand about one bank's format."""

    efeitos: str
    motivos: tuple[Motivos, ...]
    fonte: str
    herda: str = ""
    textos: dict[str, str] = field(default_factory=dict)


MOVIMENTOS = {
    "remessa": "Entrada de título",
    "remessa PIX": "Entrada de título com Pix",
    "entrada de título": "Entrada de título",
    "pedido baixa": "Pedido de baixa",
    "pedido debito": "Pedido de débito em conta",
    "concessao abatimento": "Concessão de abatimento",
    "canc abatimento": "Cancelamento de abatimento",
    "canc abatimento concedido": "Cancelamento de abatimento concedido",
    "alt vencimento": "Alteração de vencimento",
    "alt controle participante": "Alteração do número de controle do participante",
    "alt seu numero": "Alteração do seu número",
    "alt seunumero": "Alteração do seu número",
    "pedido protesto": "Pedido de protesto",
    "protestar": "Protestar",
    "sustar protesto": "Sustar protesto",
    "dispensar juros": "Dispensar juros",
    "alt nome end pagador": "Alteração de nome e endereço do pagador",
    "conceder desc": "Conceder desconto",
    "nao conceder desc": "Não conceder desconto",
    "retificar desc": "Retificar desconto",
    "alt data desc": "Alterar data de desconto",
    "cobrar multa": "Cobrar multa",
    "dispensar multa": "Dispensar multa",
    "dispoensar indexador": "Dispensar indexador",
    "dispensar limite rec": "Dispensar prazo limite de recebimento",
    "alt limite rec": "Alterar prazo limite de recebimento",
    "alt limite recebimento": "Alterar prazo limite de recebimento",
    "canc limite recebimento": "Dispensar prazo limite de recebimento",
    "alt modalidade": "Alteração de modalidade",
    "concessao desconto": "Concessão de desconto",
    "canc desconto": "Cancelamento de desconto",
    "canc protesto": "Cancelamento de protesto",
    "canc protesto baixar": "Cancelamento de protesto e baixa",
    "canc protesto nao tratado": "Cancelamento de protesto",
    "recusa pagador": "Recusa da alegação do pagador",
    "alt outros dados": "Alteração de outros dados",
    "alt mora": "Alteração de juros de mora",
    "canc mora": "Dispensar juros de mora",
    "alt multa": "Alteração de multa",
    "canc multa": "Dispensar multa",
    "alt desconto": "Alteração de desconto",
    "nao conceder desconto": "Não conceder desconto",
    "nao conceder retorno": "Não conceder desconto",
    "alt abatimento": "Alteração de abatimento",
    "alt rateio": "Alteração do rateio de crédito",
    "canc rateio": "Cancelamento do rateio de crédito",
    "inc banco pagadores": "Inclusão no banco de pagadores",
    "alt banco pagadores": "Alteração no banco de pagadores",
    "exl banco pagadores": "Exclusão do banco de pagadores",
    "servicos": "Serviços",
    "alt valor": "Alteração do valor do título",
    "alt valor min max": "Alteração do valor mínimo ou máximo",
    "sustar protesto baixar título": "Sustar protesto e baixar título",
    "sustar protesto manter título": "Sustar protesto e manter título",
    "trans cessao credito id10": "Transferência por cessão de crédito",
    "trans carteiras": "Transferência entre carteiras",
    "trans carteira": "Transferência entre carteiras",
    "devolucao trans carteiras": "Devolução de transferência entre carteiras",
    "desagendamento debito aut": "Desagendamento do débito automático",
    "canc debito aut": "Desagendamento do débito automático",
    "acerto rateio credito": "Acerto dos dados do rateio de crédito",
    "canc rateio credito": "Cancelamento do rateio de crédito",
    "protesto familiar": "Protesto para fins falimentares",
    "protesto falimentares": "Protesto para fins falimentares",
    "alt nº título": "Alteração do número do título",
    "alt nº controle": "Alteração do número de controle do participante",
    "alt pagador": "Alteração de dados do pagador",
    "alt sacador": "Alteração de dados do beneficiário final",
    "alt carteira": "Alteração de carteira",
    "alt especie": "Alteração de espécie",
    "alt contrato cobranca": "Alteração de contrato de cobrança",
    "exc negativacao": "Exclusão de negativação",
    "canc negativacao": "Cancelamento de negativação",
    "ent negativacao": "Entrada em negativação",
    "nao negativar": "Não negativar",
    "baixa sem protesto": "Baixa de título negativado sem protesto",
    "nao protestar": "Não protestar",
    "excl avalista": "Exclusão do beneficiário final",
    "baixa pago diretamente": "Baixa por ter sido pago diretamente ao beneficiário",
    "canc instr": "Cancelamento de instrução",
    "alt venc sustar protesto": "Alteração do vencimento e sustação de protesto",
    "nao concorda pagador": "Não concorda com a alegação do pagador",
    "dispensa juros": "Dispensa de juros",
    "alt dados extras": "Alteração de dados extras",
    "descontar título dia": "Desconto de título",
}
PARCIAL = {"02": "liquida_parcial"}
C044_EFEITOS = """
confirma 02
rejeita 03
liquida 06 17
baixa 09 15 25
protesto 23
tarifa 28
instrucao_recusada 26 30
instrucao_aceita 07 08 12 13 14 19 20 24 27 33 34 35 38 39 40 41 42 43 46 47 48 54 55 56 57 58 59 60 61 64 65
informa 04 05 11 29 36 37 44 45 49 50 51 52 53 63
"""
C047 = (
    Motivos("C047-A", "02 03 26 30"),
    Motivos("C047-B", "28"),
    Motivos("C047-C", "06 17", PARCIAL),
    Motivos("C047-C", "09 25"),
)
C044_TEXTOS = {
    "04": "Transferência de carteira: entrada",
    "05": "Transferência de carteira: baixa",
    "06": "Liquidação",
    "15": "Franco de pagamento",
    "17": "Liquidação após baixa ou liquidação de título não registrado",
    "20": "Confirmação de instrução de sustação ou cancelamento de protesto",
    "34": "Confirmação do cancelamento dos dados do rateio de crédito",
    "35": "Confirmação do desagendamento do débito automático",
    "36": "Confirmação do envio de e-mail ou SMS",
    "38": "Confirmação de alteração do prazo limite de recebimento",
    "43": "Confirmação de alteração dos dados do beneficiário final",
    "47": "Instrução de protesto para fins falimentares confirmada",
    "48": "Confirmação de transferência de carteira ou modalidade de cobrança",
    "54": "Confirmação de instrução de baixa de título negativado sem protesto",
}
BANCOS: dict[str, tuple[str, str, dict[str, Formato]]] = {
    "000": (
        "febraban",
        "FEBRABAN",
        {"240": Formato(C044_EFEITOS, C047, "FEBRABAN CNAB 240, C044 e C047, versão 10.6", textos=C044_TEXTOS)},
    ),
    "001": (
        "001-banco-do-brasil",
        "Banco do Brasil",
        {
            "240": Formato(
                "",
                (Motivos("", "02 03 26 30", textos={"52": "Registro de título já liquidado (carteira 17)"}),),
                "Banco do Brasil, Cobrança CNAB 240, agosto de 2017",
                "febraban",
            ),
            "400": Formato(
                """
confirma 02
rejeita 03
liquida 05 06 08 15 17
liquida_parcial 07
baixa 09 10
protesto 23
tarifa 28 96 97 98
instrucao_aceita 12 13 14 16 19 21 22 24 25 26 31 32 33 34 35 36 37 38 39 41 42
informa 11 20 44 46 72
""",
                (
                    Motivos(0, "03"),
                    Motivos(4, "06 15 17", PARCIAL),
                    Motivos(4, "05 07 08 46"),
                    Motivos(5, "72"),
                    Motivos(13, "02"),
                    Motivos(14, "09 10 20"),
                ),
                "Banco do Brasil, Leiaute CNAB 400 do retorno (CBR643)",
                textos={
                    "03": "Comando recusado",
                    "05": "Liquidado sem registro",
                    "07": "Liquidação por conta (parcial)",
                    "08": "Liquidação por saldo",
                    "19": "Confirmação de instrução de protesto",
                    "20": "Débito em conta",
                    "26": "Alteração do número do título dado pelo beneficiário",
                    "41": "Alteração do número de controle do participante",
                    "42": "Alteração do CPF ou CNPJ do pagador",
                    "72": "Alteração de tipo de cobrança",
                    "98": "Débito de custas antecipadas",
                },
            ),
        },
    ),
    "104": (
        "104-caixa",
        "Caixa",
        {
            "240": Formato(
                """
confirma 02
rejeita 03 40
liquida 06
baixa 09 25
estorna 44
protesto 23
tarifa 28
instrucao_recusada 26 30
instrucao_aceita 07 08 12 13 14 19 20 24 27 45 61 62
informa 01 04 05 35 36 37 38 39 41 46 47 51 52 53
""",
                (Motivos(2, "02 03 26 30"), Motivos(1, "06 09 25"), Motivos(5, "28")),
                "Caixa, manual SIGCB CNAB 240",
                textos={
                    **{k: C044_TEXTOS[k] for k in ("04", "05", "06", "20")},
                    "01": "Pedido de impressão de título confirmado",
                    "35": "Confirmação de inclusão no banco de pagadores",
                    "36": "Confirmação de alteração no banco de pagadores",
                    "37": "Confirmação de exclusão do banco de pagadores",
                    "44": "Estorno de baixa ou liquidação",
                    "45": "Alteração de dados",
                    "46": "Liquidação on-line",
                    "47": "Estorno de liquidação on-line",
                },
            ),
        },
    ),
    "237": (
        "237-bradesco",
        "Bradesco",
        {
            "240": Formato(
                "instrucao_aceita 73",
                (),
                "Bradesco, Cobrança CNAB 240",
                "febraban",
                {"73": "Confirmação do pedido de negativação"},
            ),
            "400": Formato(
                """
confirma 02
rejeita 03 24
liquida 06 15 17
baixa 09 10
estorna 40
protesto 23
tarifa 28
instrucao_recusada 27 30 32
instrucao_aceita 12 13 14 19 20 21 25 33 34 68 69 73 74
informa 11 16 18 22 29 35 55
""",
                (
                    Motivos(3, "02"),
                    Motivos(
                        "",
                        "02",
                        textos={"P1": "Registrado com QR Code Pix", "P2": "Registrado sem QR Code Pix"},
                        fonte="FEBRABAN C047-A, 10.8; P1 em arquivos do banco de agosto de 2025",
                    ),
                    Motivos(4, "03"),
                    Motivos(5, "06"),
                    Motivos(6, "09"),
                    Motivos(7, "10"),
                    Motivos(8, "15 17"),
                    Motivos(10, "24"),
                    Motivos(11, "27"),
                    Motivos(12, "28"),
                    Motivos(13, "29"),
                    Motivos(14, "30"),
                    Motivos("26", "32"),
                    Motivos("35", "35"),
                    Motivos(
                        "",
                        "19",
                        {"D": "instrucao_recusada"},
                        {"A": "Instrução de protesto aceita", "D": "Instrução de protesto desprezada"},
                    ),
                ),
                "Bradesco, Cobrança, layout de arquivo 400 posições",
                textos={
                    "09": "Baixado automaticamente via arquivo",
                    "10": "Baixado conforme instruções da agência",
                    "11": "Em ser (arquivo de títulos pendentes)",
                    "15": "Liquidação em cartório",
                    "17": "Liquidação após baixa ou título não registrado",
                    "19": "Confirmação do recebimento da instrução de protesto",
                    "20": "Confirmação do recebimento da instrução de sustação de protesto",
                    "25": "Confirmação do recebimento da instrução de protesto falimentar",
                    "30": "Alteração de outros dados rejeitada",
                    "34": "Retirado de cartório e manutenção em carteira",
                    "35": "Desagendamento do débito automático",
                    "69": "Cancelamento dos dados do rateio",
                    "73": "Confirmação do pedido de negativação",
                    "74": "Confirmação do pedido de exclusão de negativação",
                },
            ),
        },
    ),
    "341": (
        "341-itau",
        "Itaú",
        {
            "400": Formato(
                """
confirma 02 64 73
rejeita 03 60
liquida 06 08
liquida_parcial 07
baixa 09 10 32 59
protesto 23
tarifa 26 27 28 29 30 33 34 35 36 37 38 39 40 41 42 43 44 45 46 48 51 52 53 54 55 56 61 62 80 82 83
tarifa 85 86 87 88 89 90 91 92 93
instrucao_recusada 15 16 17 18 24 74
instrucao_aceita 04 12 13 14 19 20 21 49 75 77 78
informa 05 11 25 47 57 63 65 69 71 72 76 79
""",
                (
                    Motivos(15, "02"),
                    Motivos(6, "03 60"),
                    Motivos(9, "15"),
                    Motivos(8, "16"),
                    Motivos(7, "17"),
                    Motivos(10, "18", {"42": "informa"}),
                    Motivos(12, "24"),
                    Motivos(11, "25"),
                    Motivos(13, "57"),
                    Motivos(14, "69"),
                    Motivos(16, "74"),
                    Motivos(17, "79"),
                ),
                "Itaú, Cobrança CNAB 400, julho de 2021, nota 20",
                textos={
                    "04": "Alteração de dados: nova entrada ou alteração acatada",
                    "05": "Alteração de dados: baixa",
                    "07": "Liquidação parcial (cobrança inteligente)",
                    "16": "Instruções rejeitadas",
                    "17": "Alterações de dados rejeitadas",
                    "18": "Cobrança contratual: instruções ou alterações rejeitadas ou pendentes",
                    "19": "Confirmação do recebimento da instrução de protesto",
                    "20": "Confirmação do recebimento da instrução de sustação de protesto",
                    "21": "Confirmação do recebimento da instrução de não protestar",
                    "23": "Título enviado a cartório",
                    "24": "Instrução de protesto rejeitada, sustada ou pendente",
                    "37": "Tarifa de emissão de boleto ou de envio de duplicata",
                    "40": "Tarifa mensal de emissão de boleto ou de envio de duplicata",
                    "49": "Alteração de dados extras",
                    "51": "Tarifa mensal de entradas em bancos correspondentes na carteira",
                    "59": "Baixa por crédito em conta corrente através do Sispag",
                    "72": "Baixa por crédito em conta corrente através do Sispag, sem título correspondente",
                    "73": "Confirmação de entrada na cobrança simples; entrada não aceita na cobrança contratual",
                    "77": "Confirmação do recebimento da instrução de exclusão de entrada em negativação expressa",
                    "83": "Confirmação da exclusão de negativação expressa por liquidação (tarifa)",
                },
            ),
            "240": Formato(
                """
confirma 02
rejeita 03 60
liquida 06 08
baixa 09 10 32
protesto 23
tarifa 26 27 28 29 30 33 34 35 36 37 38 39 40 41 42 43 44 45 46 48 51 52 53 54 55 56 61 62 80 82 83
tarifa 85 86 87 88 89 90 91 92 93
instrucao_recusada 15 16 17 18 24 74
instrucao_aceita 04 12 13 14 19 20 21 75 77 78 94
informa 05 11 25 47 57 63 79
""",
                (
                    Motivos(15, "02"),
                    Motivos(1, "03 60"),
                    Motivos(2, "15"),
                    Motivos(3, "16"),
                    Motivos(4, "17"),
                    Motivos(5, "18", {"42": "informa"}),
                ),
                "Itaú, Cobrança CNAB 240",
                textos={
                    "04": "Alteração de dados: nova entrada ou alteração/exclusão de dados acatada",
                    "05": "Alteração de dados: baixa",
                    "18": "Cobrança contratual: instruções ou alterações rejeitadas ou pendentes",
                    "23": "Protesto enviado a cartório",
                },
            ),
        },
    ),
    "756": (
        "756-sicoob",
        "Sicoob",
        {"240": Formato("", (), "Sicoob, planilha de leiautes de cobrança, fevereiro de 2017", "febraban")},
    ),
}


def more_bancos() -> None:
    """Add the banks of `codes_bancos`; a bank of both files gets the formats of both."""
    for code, (folder, nome, formatos) in codes_bancos.BANCOS.items():
        more = {
            size: Formato(
                facts["efeitos"],
                tuple(Motivos(index, codes, *efeitos) for index, codes, *efeitos in facts["motivos"]),
                facts["fonte"],
                facts.get("herda", ""),
                facts.get("textos", {}),
            )
            for size, facts in formatos.items()
        }
        known = BANCOS.get(code, (folder, nome, {}))
        BANCOS[code] = (known[0], known[1], known[2] | more)


def effects(formato: Formato) -> dict[str, str]:
    """Map each code to its effect."""
    found: dict[str, str] = {}
    for line in filter(None, formato.efeitos.splitlines()):
        efeito, *codes = line.split()
        found |= dict.fromkeys(codes, efeito)
    return found


def quote(text: str) -> str:
    """Write a TOML basic string."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def reasons(bank: dict[str, Any], febraban: dict[str, Any], motivos: Motivos) -> dict[str, str]:
    """Return the texts of one reason table, written out."""
    if motivos.textos:
        return motivos.textos
    if isinstance(motivos.index, int):
        table = bank["motivos"][motivos.index]["tabela"]
    elif motivos.index in febraban:
        table = febraban[motivos.index]
    else:  # named by the only occurrence it is listed under
        table = next(m["tabela"] for m in bank["motivos"] if m["ocorrencias"] == [motivos.index])
    return {code: write_out(text) for code, text in table.items()}


PEERS = {"laravel": "laravel-boleto", "acbr": "ACBr"}


def reason_source(bank: dict[str, Any], motivos: Motivos, size: str, manual: str) -> str:
    """Say where a reason table stands and how much of it was found again in the bank's manual."""
    if motivos.textos:
        return motivos.fonte or manual
    if isinstance(motivos.index, str) and motivos.index.startswith("C0"):
        return f"FEBRABAN CNAB 240, {motivos.index}"
    if isinstance(motivos.index, int):
        table = bank["motivos"][motivos.index]
    else:
        table = next(m for m in bank["motivos"] if m["ocorrencias"] == [motivos.index])
    if table["fonte"] not in PEERS:
        return manual
    found, total = (table.get("manual") or {}).get(size, [0, len(table["tabela"])])
    return f"{PEERS[table['fonte']]}; {found} de {total} conferidos no manual"


def render_format(size: str, formato: Formato, bank: dict[str, Any], febraban: dict[str, Any]) -> Iterator[str]:
    """Write one format's tables."""
    yield f"[cobranca_{size}]"
    yield f"fonte = {quote(formato.fonte)}"
    if formato.herda:
        yield f"herda = {quote(formato.herda)}"
    codes = bank["retorno_ocorrencias"].get(size, {})
    efeitos = effects(formato)
    wanted = efeitos
    if not formato.herda and set(codes) | set(formato.textos) != set(efeitos):
        sys.exit(f"{formato.fonte}: efeitos: {sorted((set(codes) | set(formato.textos)) ^ set(efeitos))}")
    movements = febraban["C004"] if bank.get("nome") is None else bank.get("remessa_ocorrencias", {}).get(size, {})
    movements = {} if formato.herda else movements
    if movements:
        yield f"\n[cobranca_{size}.remessa]"
        for code, text in sorted(movements.items()):
            words = (MOVIMENTOS | codes_bancos.MOVIMENTOS).get(text) or write_out(text)
            yield f"{quote(code)} = {quote(words)}"
    if wanted:
        yield f"\n[cobranca_{size}.retorno]"
    for code in sorted(wanted):
        texto = formato.textos.get(code) or write_out(codes[code])
        yield f"{quote(code)} = {{ efeito = {quote(efeitos[code])}, texto = {quote(texto)} }}"
    for motivos in formato.motivos:
        yield f"\n[[cobranca_{size}.motivos]]"
        yield f"ocorrencias = [{', '.join(quote(o) for o in motivos.ocorrencias.split())}]"
        yield f"fonte = {quote(reason_source(bank, motivos, size, formato.fonte))}"
        if motivos.efeitos:
            pairs = ", ".join(f"{quote(k)} = {quote(v)}" for k, v in motivos.efeitos.items())
            yield f"efeitos = {{ {pairs} }}"
        yield f"[cobranca_{size}.motivos.textos]"
        for code, text in sorted(reasons(bank, febraban, motivos).items()):
            yield f"{quote(code)} = {quote(text)}"
    yield ""


NO_TABLES: dict[str, Any] = {"nome": "", "retorno_ocorrencias": {}, "motivos": []}


def main() -> None:
    """Read the arguments and convert."""
    parser = argparse.ArgumentParser(description="Converte codes.json em tabelas de ocorrências.")
    parser.add_argument("source", type=Path)
    parser.add_argument("--out", type=Path, default=Path(__file__).parent.parent / "resources" / "ocorrencias")
    args = parser.parse_args()
    more_bancos()
    data = json.loads(args.source.read_text("utf-8"))
    banks = data["banks"] | {"000": {"retorno_ocorrencias": {"240": data["febraban"]["C044"]}, "motivos": []}}
    args.out.mkdir(parents=True, exist_ok=True)
    for code, (name, title, formats) in BANCOS.items():
        lines = [f"banco = {quote(code)}", f"nome = {quote(title)}", ""]
        for size, formato in formats.items():
            lines += render_format(size, formato, banks.get(code, NO_TABLES), data["febraban"])
        (args.out / f"{name}.toml").write_text("\n".join(lines), "utf-8")


if __name__ == "__main__":
    main()
