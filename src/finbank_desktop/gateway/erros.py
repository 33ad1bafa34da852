"""What a bank says is wrong, whatever shape it says it in.

The shapes are those the banks document or were seen to send: a list of objects under one of `_LISTAS`, a map from field
to texts (Kobana), or one flat object. Code and words are kept as they came; field and advice come from the `Ficha`.
"""

from collections.abc import Iterable, Iterator, Mapping

from finbank_desktop.domain.pix import plain
from finbank_desktop.gateway.fichas import Ficha
from finbank_desktop.gateway.port import ErroBanco
from finbank_desktop.gateway.respostas import Json, achar, objetos, primeiro, texto

_LISTAS = (
    "violacoes",
    "_errors",
    "campos",
    "mensagens",
    "erros",
    "errors",
    "fields",
    "details",
    "violations",
    "ocorrencias",
)
_CODIGOS = ("codigo", "_code", "code", "codigoMensagem", "_errorCode", "codigo_erro", "cdErro")
_MENSAGENS = ("razao", "mensagem", "_message", "message", "description", "textoMensagem", "detail", "reason")
_CABECALHOS = ("mensagem_erro", "msgErro", "error_description", "_details", "title", "error", "value")
_CAMPOS = ("propriedade", "campo", "_field", "field", "property", "name")


def ler(dados: Json, ficha: Ficha) -> tuple[ErroBanco, ...]:
    """Return every fault that *dados* names, in order; empty when it names none that can be read."""
    achados = [erro for nome in _LISTAS for erro in _lista(achar(dados, nome), ficha)]
    return tuple(achados or (erro for objeto in objetos(dados) for erro in _um(objeto, ficha)))


def diz(erros: Iterable[ErroBanco], palavras: Iterable[str]) -> ErroBanco | None:
    """Return the first fault whose code or words hold one of *palavras*, accents and case aside."""
    procuradas = [_liso(palavra) for palavra in palavras]
    for erro in erros:
        dito = _liso(f"{erro.codigo} {erro.mensagem}")
        if any(palavra in dito for palavra in procuradas):
            return erro
    return None


def _lista(dados: Json, ficha: Ficha) -> Iterator[ErroBanco]:
    if isinstance(dados, list):
        for parte in dados:
            if isinstance(parte, str) and parte.strip():
                yield _erro("", parte.strip(), "", ficha)
        for objeto in objetos(dados):
            yield from _um(objeto, ficha)
    elif isinstance(dados, Mapping):
        for campo, textos in dados.items():
            for mensagem in textos if isinstance(textos, list) else [textos]:
                if dito := texto(mensagem):
                    yield _erro("", dito, str(campo), ficha)


def _um(objeto: Mapping[str, Json], ficha: Ficha) -> Iterator[ErroBanco]:
    codigo, campo = primeiro(objeto, _CODIGOS), primeiro(objeto, _CAMPOS)
    mensagem = primeiro(objeto, _MENSAGENS) or primeiro(objeto, _CABECALHOS)
    if mensagem:
        yield _erro(codigo, mensagem, campo, ficha)


def _erro(codigo: str, mensagem: str, campo: str, ficha: Ficha) -> ErroBanco:
    dito = _liso(f"{codigo} {mensagem}")
    sugestao = next((conselho for chave, conselho in ficha.sugestoes.items() if _liso(chave) in dito), "")
    return ErroBanco(codigo=codigo, mensagem=mensagem, campo=ficha.nomes.get(campo, campo), sugestao=sugestao)


def _liso(dito: str) -> str:
    return plain(dito).casefold()
