"""How far the program may be trusted with a bank's boletos and remessas before the bank itself has tested them.

What two sources agree on, or the manual and independent code, is used at once. What only one source says, or what is
common to all banks, is on trial until the convênio's homologação is *ativa*: its remessas may be made and given to the
bank for its test, but none is marked as sent, because then boletos would wait for an answer nobody has promised.
"""

from collections.abc import Iterator
from functools import cache

from finbank_desktop.bancos import fichas
from finbank_desktop.bancos.fichas import Confianca, Ficha
from finbank_desktop.cnab import detect
from finbank_desktop.domain.convenios import Convenio, Homologacao
from finbank_desktop.domain.problems import Problem, RefusedError, Severity
from finbank_desktop.layouts import loader

PALAVRAS = {
    Confianca.MANUAL: "Conferido pelo manual do banco e por outro programa",
    Confianca.DUAS_FONTES: "Conferido por duas fontes que concordam",
    Confianca.UMA_FONTE: "Conferido por uma fonte só",
    Confianca.GENERICO: "Só o layout comum da FEBRABAN",
}
"""What the user reads for each degree of trust."""
_FEBRABAN = "000"


@cache
def of_layout(caminho: str) -> Ficha:
    """Return what a layout rests on."""
    layout = loader.load(caminho)
    # FEBRABAN's own layout is its manual, but of another bank's files it says only what is usual
    confianca = Confianca.GENERICO if layout.banco == _FEBRABAN else Confianca(layout.confianca)
    return Ficha(confianca=confianca, data=layout.data_fonte, fonte=layout.fonte)


def on_trial(convenio: Convenio) -> Iterator[tuple[str, Ficha]]:
    """Yield what of a convênio is not proven, with the words for it; nothing once its homologação is active."""
    if convenio.homologacao is Homologacao.ATIVA:
        return
    boleto = fichas.boleto(convenio.banco)
    if boleto is not None and not boleto.confianca.is_proven:
        yield "o boleto deste banco", boleto
    caminho = None
    if convenio.formato.isascii() and convenio.formato.isdigit():
        caminho = detect.layout_of(convenio.banco, int(convenio.formato), "remessa")
    if caminho is not None and not of_layout(caminho).confianca.is_proven:
        yield f"a remessa CNAB {convenio.formato} deste banco", of_layout(caminho)


def problems(convenio: Convenio) -> list[Problem]:
    """Return what the user is told of a convênio that is on trial: a warning at its format."""
    found = list(on_trial(convenio))
    if not found:
        return []
    what = " e ".join(words for words, _ in found)
    ficha = found[-1][1]
    return [
        Problem(
            message=f"{what[0].upper()}{what[1:]}: {_inside(ficha)}. Até a homologação ficar ativa, use só para "
            "testes com o banco.",
            fix="Faça a homologação do convênio e, quando o banco aprovar, passe-a a Ativa.",
            field="formato",
            severity=Severity.WARNING,
        )
    ]


def require_active(convenio: Convenio) -> None:
    """Refuse to call a remessa sent while its convênio is on trial.

    Raises:
        RefusedError: Something of it is not proven and its homologação is not active.
    """
    found = list(on_trial(convenio))
    if found:
        what, ficha = found[-1]
        raise RefusedError(
            "convenio_em_teste",
            f"Esta remessa é de teste: {what}: {_inside(ficha)}, e a homologação do convênio {convenio.codigo} está "
            f"{str(convenio.homologacao).lower()}. Entregue o arquivo ao banco para testes e, quando ele aprovar, "
            "passe a homologação a Ativa; então a remessa pode ser marcada como enviada.",
            "homologacao",
        )


def _inside(ficha: Ficha) -> str:
    words = PALAVRAS[ficha.confianca]
    source = ficha.fonte.rstrip(".") + (f", {ficha.data}" if ficha.data else "")
    return f"{words[0].lower()}{words[1:]} ({source})"
