"""What the tests of the adapters share: a title to ask for, answers to give, and bodies to compare.

The recorded requests and answers lie beside the golden files; what the tests need of them without that folder stands
in ``facts``, cut to codes and amounts, with its source.
"""

import json
from collections.abc import Generator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.cadastros import Conta, Empresa, Endereco, Pessoa
from finbank_desktop.domain.convenios import Convenio
from finbank_desktop.domain.registro import Ambiente, ContaApi, TituloRegistro
from finbank_desktop.gateway.port import Pedido, Resposta

FACTS = Path(__file__).parent / "facts"

ENDERECO = Endereco(
    logradouro="Rua das Acácias", numero="100", bairro="Centro", cidade="Curitiba", uf="PR", cep="80010000"
)
PAGADOR = Pessoa(empresa_id=1, codigo="1", nome="Pagador de Teste", documento="52998224725", endereco=ENDERECO)
EMPRESA = Empresa(codigo="001", razao_social="Empresa de Teste Ltda", documento="11222333000181")
CONTA = Conta(empresa_id=1, codigo="1", descricao="Conta", banco="001", agencia="1234", conta="12345", conta_dv="6")
CONVENIO = Convenio(
    empresa_id=1, codigo="1", descricao="Carteira", conta_id=1, banco="001", formato="240", carteira="17"
)
BOLETO = Boleto(
    empresa_id=1,
    convenio_id=1,
    pessoa_id=1,
    sequencial=1,
    numero_documento="NF-100",
    nosso_numero="1",
    nosso_numero_impresso="1",
    agencia_codigo_beneficiario="",
    codigo_barras="",
    linha_digitavel="",
    emissao=date(2026, 8, 25),
    vencimento=date(2026, 9, 25),
    valor=10000,
)


def titulo(
    *,
    chave: str = "ABC123",
    boleto: Mapping[str, Any] | None = None,
    convenio: Mapping[str, Any] | None = None,
    conta: Mapping[str, Any] | None = None,
    pagador: Mapping[str, Any] | None = None,
    endereco: Mapping[str, Any] | None = None,
    **resto: Any,
) -> TituloRegistro:
    """Return a title, the parts named otherwise than above."""
    pessoa = replace(PAGADOR, endereco=replace(ENDERECO, **(endereco or {})), **(pagador or {}))
    return TituloRegistro(
        chave=chave,
        boleto=replace(BOLETO, **(boleto or {})),
        convenio=replace(CONVENIO, **(convenio or {})),
        conta=replace(CONTA, **(conta or {})),
        empresa=EMPRESA,
        pagador=pessoa,
        **resto,
    )


def conta_api(adaptador: str, ambiente: Ambiente = Ambiente.PRODUCAO, /, **parametros: str) -> ContaApi:
    """Return an account at a bank's API."""
    return ContaApi(convenio_id=1, adaptador=adaptador, ambiente=ambiente, parametros=parametros)


def resposta(status: int, corpo: Any = None, **headers: str) -> Resposta:
    """Return an answer; anything but bytes is written as JSON."""
    texto = corpo if isinstance(corpo, bytes) else b"" if corpo is None else json.dumps(corpo, default=float).encode()
    return Resposta(
        status=status, corpo=texto, headers={nome.replace("_", "-"): valor for nome, valor in headers.items()}
    )


def play(passos: Generator[Pedido, Resposta, Any], *respostas: Resposta) -> tuple[list[Pedido], Any]:
    """Return the calls that were made and what became of them; too few or too many answers are an error."""
    pedidos = []
    fila = iter(respostas)
    try:
        pedidos.append(next(passos))
        while True:
            pedidos.append(passos.send(next(fila)))
    except StopIteration as fim:
        sobras = list(fila)
        assert not sobras, f"{len(sobras)} respostas a mais"
        assert len(pedidos) == len(respostas), f"{len(pedidos)} pedidos, {len(respostas)} respostas"
        return pedidos, fim.value


def first(passos: Generator[Pedido, Resposta, Any]) -> Pedido:
    """Return the first call."""
    return next(passos)


def fact(nome: str) -> Any:
    """Return a fact of the repository."""
    return json.loads((FACTS / f"{nome}.json").read_text(encoding="utf-8"), parse_float=Decimal)


def recorded(golden: Path, nome: str) -> Any:
    """Return a recorded request and answer; its folder lies beside the golden files."""
    return json.loads((golden.parent / "gateway" / f"{nome}.json").read_text(encoding="utf-8"), parse_float=Decimal)


def differences(pedido: Pedido, recorded_body: Mapping[str, Any]) -> set[str]:
    """Return where the body that is sent and the recorded one differ: + only ours, - only theirs, ~ another value."""
    ours = _flat(json.loads(pedido.corpo or b"{}", parse_float=Decimal))
    theirs = _flat(recorded_body)
    both = ours.keys() & theirs.keys()
    return (
        {f"+{path}" for path in ours.keys() - theirs.keys()}
        | {f"-{path}" for path in theirs.keys() - ours.keys()}
        | {f"~{path}" for path in both if ours[path] != theirs[path]}
    )


def _flat(valor: Any, path: str = "") -> dict[str, Any]:
    if isinstance(valor, Mapping):
        return {
            nome: v for chave, parte in valor.items() for nome, v in _flat(parte, f"{path}.{chave}".strip(".")).items()
        }
    if isinstance(valor, Sequence) and not isinstance(valor, str):
        return {nome: v for n, parte in enumerate(valor) for nome, v in _flat(parte, f"{path}.{n}").items()}
    return {path: Decimal(valor) if isinstance(valor, int) and not isinstance(valor, bool) else valor}
