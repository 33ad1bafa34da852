"""What a bank tells of registered titles, as a retorno: the same plan, preview, import and undo as a file's.

A title's state is no event: a bank says *pago* for as long as it is asked. What an earlier import settled with the same
amount is left out; anything else goes through the plan, which knows second payments.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from finbank_desktop.domain.arquivos import Arquivo, Cabecalho, Totais
from finbank_desktop.domain.boletos import Boleto, NoBanco
from finbank_desktop.domain.ocorrencias import Efeito, Ocorrencia
from finbank_desktop.domain.problems import Problem, Severity
from finbank_desktop.domain.registro import Ambiente
from finbank_desktop.gateway.port import TituloNoBanco
from finbank_desktop.persistence.records_registros import Registro
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services.jobs import Watcher
from finbank_desktop.services.registros.conferencia import digits
from finbank_desktop.services.registros.titulos import Cadastro
from finbank_desktop.services.retorno_convenio import Candidato
from finbank_desktop.services.retorno_model import RetornoPlan
from finbank_desktop.services.retorno_montagem import Montagem, RetornoLido

LAYOUT = "api"
"""In place of a layout's path in the head of what no file was read from."""
_EFEITOS = {"pago": Efeito.LIQUIDA, "pago_parcial": Efeito.LIQUIDA_PARCIAL, "baixado": Efeito.BAIXA}
_EM_TESTE = Problem(
    message="Esta conta está no ambiente de homologação: o que o banco diz aqui não é dinheiro.",
    fix="Importe só para experimentar, e desfaça depois.",
    severity=Severity.WARNING,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Achado:
    boleto: Boleto
    dito: TituloNoBanco


def plan(
    uow: UnitOfWork, de: Cadastro, titulos: Iterable[TituloNoBanco], agora: datetime, watcher: Watcher
) -> RetornoPlan:
    """Return what the bank's words about *titulos* change, as the plan of a retorno.

    Raises:
        CancelledError: The watcher wants no more.
    """
    ditos = list(titulos)
    achados = _matched(uow, de, ditos)
    novos = _news(uow, achados)
    records = [_ocorrencia(n, um) for n, um in enumerate(novos, 1)]
    problems = [_EM_TESTE] if de.conta_api.ambiente is Ambiente.HOMOLOGACAO and records else []
    if alheios := len(ditos) - len(achados):
        texto = f"{alheios} títulos desta conta no banco não foram registrados por este programa e ficam de fora."
        problems.append(Problem(message=texto, severity=Severity.INFO))
    candidato = Candidato(convenio=de.convenio, conta=de.conta, empresa=de.empresa)
    arquivo = _arquivo(de, records, problems, agora)
    nome = f"Consulta a {de.adaptador.titulo} de {agora:%d/%m/%Y %H:%M}"
    lido = RetornoLido(nome=nome, sha256=_mark(de, records), arquivo=arquivo, candidatos=[candidato])
    return Montagem(uow, lido, {}, so_decididas=False).plan(watcher)


def _matched(uow: UnitOfWork, de: Cadastro, ditos: Sequence[TituloNoBanco]) -> list[_Achado]:
    """Return the titles that are ours: by the bank's name of them, by our key, by nosso número."""
    banco = de.convenio.id
    por_referencia = _by(
        uow.registros.find(banco, "referencia", [d.referencia for d in ditos if d.referencia]), "referencia"
    )
    por_chave = _by(uow.registros.find(banco, "chave", [d.chave for d in ditos if d.chave]), "chave")
    por_numero = uow.boletos.find_many_by_nosso_numero(banco, [digits(d.nosso_numero) for d in ditos if d.nosso_numero])
    registros = {r.boleto_id for r in (*por_referencia.values(), *por_chave.values())}
    boletos = uow.boletos.get_many(registros) | {boleto.id: boleto for boleto in por_numero.values()}
    achados: dict[int, _Achado] = {}
    for dito in ditos:
        registro = por_referencia.get(dito.referencia) or por_chave.get(dito.chave)
        boleto = boletos.get(registro.boleto_id) if registro else por_numero.get(digits(dito.nosso_numero))
        if boleto is not None and boleto.id not in achados:
            achados[boleto.id] = _Achado(boleto=boleto, dito=dito)
    return list(achados.values())


def _by(registros: Iterable[Registro], nome: str) -> Mapping[str, Registro]:
    return {getattr(registro, nome): registro for registro in registros}


def _news(uow: UnitOfWork, achados: Sequence[_Achado]) -> list[_Achado]:
    """Leave out what the books know: imports that settled the same amount, titles dropped before."""
    pagas: dict[int, int] = {}
    for baixa in uow.baixas.of_boletos(um.boleto.id for um in achados):
        if baixa.boleto_id is not None and baixa.importacao_id is not None and baixa.stands:
            pagas[baixa.boleto_id] = pagas.get(baixa.boleto_id, 0) + baixa.valor_pago
    novos = []
    for um in achados:
        efeito = _EFEITOS.get(um.dito.estado)
        paga = pagas.get(um.boleto.id, 0)
        sabida = paga > 0 and (um.dito.valor_pago is None or paga >= um.dito.valor_pago)
        baixada = efeito is Efeito.BAIXA and um.boleto.no_banco is NoBanco.BAIXADO_NO_BANCO
        if efeito is not None and not baixada and not (efeito.moves_money and sabida):
            novos.append(um)
    return novos


def _ocorrencia(numero: int, um: _Achado) -> Ocorrencia:
    dito, boleto, efeito = um.dito, um.boleto, _EFEITOS[um.dito.estado]
    return Ocorrencia(
        line=numero,
        nosso_numero=boleto.nosso_numero,
        nosso_numero_chave=boleto.nosso_numero,
        seu_numero=boleto.numero_documento,
        uso_empresa=str(boleto.id),
        codigo=dito.estado,
        texto=dito.situacao or dito.estado,
        efeito=efeito,
        data_ocorrencia=dito.data_pagamento,
        vencimento=dito.vencimento or boleto.vencimento,
        data_credito=dito.data_credito,
        valor_titulo=dito.valor if dito.valor is not None else boleto.valor,
        valor_pago=dito.valor_pago if efeito.moves_money else None,
        raw=(f"{dito.situacao or dito.estado} {dito.referencia}".strip(),),
    )


def _arquivo(de: Cadastro, records: Sequence[Ocorrencia], problems: Sequence[Problem], agora: datetime) -> Arquivo:
    cabecalho = Cabecalho(
        kind="retorno",
        product="cobranca",
        tamanho=0,
        layout=LAYOUT,
        banco=de.convenio.banco,
        layout_banco=de.convenio.banco,
        empresa=de.empresa.razao_social,
        empresa_documento=de.empresa.documento,
        data_geracao=agora.date(),
    )
    totais = Totais(
        titles=len(records),
        valor_titulo=sum(o.valor_titulo or 0 for o in records),
        valor_pago=sum(o.valor_pago or 0 for o in records),
    )
    return Arquivo(
        cabecalho=cabecalho,
        record_types={},
        segments={},
        totais=totais,
        has_end=True,
        records=records,
        problems=tuple(problems),
    )


def _mark(de: Cadastro, records: Sequence[Ocorrencia]) -> str:
    """Return what stands for the bytes of a file: who was asked, and what was said that is new."""
    linhas = [
        f"{o.nosso_numero}|{o.codigo}|{_iso(o.data_ocorrencia)}|{_iso(o.data_credito)}|{o.valor_pago}" for o in records
    ]
    return hashlib.sha256("\n".join((LAYOUT, str(de.convenio.id), *linhas)).encode()).hexdigest()


def _iso(dia: date | None) -> str:
    return dia.isoformat() if dia else ""
