"""Templates: texts with tags that each customer's own values take the place of."""

import re
from collections.abc import Mapping

from finbank_desktop.domain.problems import Problem

TAGS = {
    "cliente": "nome do cliente",
    "empresa": "nome da sua empresa",
    "valor": "valor do boleto, ou a soma de vários",
    "vencimento": "vencimento, ou os vencimentos",
    "prazo": "“vence em 3 dias”, “vence hoje”, “venceu há 5 dias”",
    "documento": "número do documento",
    "nosso_numero": "nosso número",
    "linha_digitavel": "linha digitável",
    "pix": "código Pix copia e cola, quando o boleto tem um",
    "boletos": "um parágrafo por boleto: documento, vencimento, valor, linha digitável e Pix",
    "aviso": "o que o cliente precisa saber antes de pagar, como boleto ainda não registrado",
}
"""Each tag and what stands in its place."""

_TAG = re.compile(r"\{([^{}\n]*)\}")


def render(texto: str, valores: Mapping[str, str]) -> str:
    r"""Return *texto* with its tags filled; a line that only held tags without a value is left out.

    >>> render("Olá, {cliente}!\n{pix}\nAté logo.", {"cliente": "Ana", "pix": ""})
    'Olá, Ana!\nAté logo.'
    """
    linhas = []
    for linha in texto.splitlines():
        cheia = _TAG.sub(lambda achado: valores.get(achado[1].strip(), achado[0]), linha)
        if cheia.strip() or not _TAG.search(linha):
            linhas.append(cheia.rstrip())
    return "\n".join(linhas)


def problems(assunto: str, texto: str) -> list[Problem]:
    """Return what is wrong with a template: an empty part, a tag that does not exist."""
    achados = []
    for campo, escrito, falta in (("assunto", assunto, "Escreva o assunto."), ("texto", texto, "Escreva o texto.")):
        if not escrito.strip():
            achados.append(Problem(message=falta, field=campo))
        for tag in _TAG.findall(escrito):
            if tag.strip() not in TAGS:
                mensagem = f"Não há a etiqueta {{{tag}}}."
                fix = f"Use: {', '.join(f'{{{nome}}}' for nome in TAGS)}."
                achados.append(Problem(message=mensagem, fix=fix, field=campo))
    return achados


ENVIO = "Envio do boleto"
LEMBRETE = "Lembrete antes do vencimento"
HOJE = "Vence hoje"
ATRASO = "Depois do vencimento"

PADROES: Mapping[str, tuple[str, str]] = {
    ENVIO: (
        "Boleto {documento} de {empresa}, vencimento {vencimento}",
        (
            "Olá, {cliente}.\n\nSegue em anexo o boleto:\n\n{boletos}\n\n{aviso}\n\n"
            "Confira no aplicativo do seu banco se o beneficiário é {empresa} antes de pagar.\n\nObrigado.\n{empresa}"
        ),
    ),
    LEMBRETE: (
        "Lembrete: boleto {documento} {prazo}",
        (
            "Olá, {cliente}.\n\nO boleto abaixo {prazo}. Ele vai outra vez em anexo:\n\n{boletos}\n\n"
            "Se já pagou, desconsidere esta mensagem.\n\nObrigado.\n{empresa}"
        ),
    ),
    HOJE: (
        "Boleto {documento} vence hoje",
        (
            "Olá, {cliente}.\n\nO boleto abaixo {prazo}. Ele vai outra vez em anexo:\n\n{boletos}\n\n"
            "Se já pagou, desconsidere esta mensagem.\n\nObrigado.\n{empresa}"
        ),
    ),
    ATRASO: (
        "Boleto {documento} {prazo}",
        (
            "Olá, {cliente}.\n\nAinda não recebemos o pagamento do boleto abaixo, que {prazo}:\n\n{boletos}\n\n"
            "Ele vai outra vez em anexo; o banco calcula o valor de hoje. Se já pagou, desconsidere esta mensagem.\n\n"
            "Obrigado.\n{empresa}"
        ),
    ),
}
"""What the program offers before anybody writes something better: subject and text by name."""
