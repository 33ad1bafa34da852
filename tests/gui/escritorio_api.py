"""An office whose boletos go through the API of a bank for tests."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from finbank_desktop.domain.cadastros import Conta
from finbank_desktop.domain.convenios import Convenio
from finbank_desktop.domain.listas import ListQuery
from finbank_desktop.domain.registro import Ambiente, ContaApi
from finbank_desktop.gateway import adaptadores
from finbank_desktop.services.credentials import Credentials
from finbank_desktop.services.registros.modelo import Tempos
from finbank_desktop.services.registros.service import RegistrosService
from tests.banco_de_provas.dialetos.chamadas import CHAVE_API
from tests.banco_de_provas.dialetos.sicredi import BENEFICIARIO, COOPERATIVA, POSTO, SENHA
from tests.banco_de_provas.processo import BancoDeProvas

SEGREDOS: Mapping[str, str] = {"api_key": CHAVE_API, "codigo_acesso": SENHA}
RAPIDO = Tempos(
    carencia=timedelta(seconds=0.3),
    entre_ausencias=timedelta(seconds=0.2),
    primeira_consulta=timedelta(seconds=0.05),
    aceito=timedelta(seconds=0.1),
    indeterminada=timedelta(seconds=0.1),
    ler=1.0,
    tudo=2.0,
)


def banco(folder: Path, hoje: date, **faltas: Any) -> BancoDeProvas:
    """Return Sicredi for tests, to be entered; *faltas* are what goes wrong there."""
    return BancoDeProvas(folder, "sicredi", hoje=hoje, plano=faltas)


def join(office: Any, at: BancoDeProvas, hoje: date) -> ContaApi:
    """Let *office* bill through a convênio of Sicredi whose account is at *at*; return the account."""
    services = office.services
    cadastros = services.cadastros
    conta = cadastros.save_conta(
        Conta(
            empresa_id=office.empresa.id,
            codigo="",
            descricao="Sicredi matriz",
            banco="748",
            agencia=COOPERATIVA,
            conta=BENEFICIARIO,
        )
    )
    office.convenio = cadastros.save_convenio(
        Convenio(
            empresa_id=office.empresa.id,
            codigo="",
            descricao="Sicredi por API",
            conta_id=conta.id,
            banco="748",
            formato="240",
            carteira="1",
            codigo_beneficiario=BENEFICIARIO,
            extras={"posto": POSTO, "byte": "2"},
            nosso_numero_fim=99_999,
            especie="DMI",
        )
    )
    apis = {each.nome: each for each in adaptadores.todos()}
    registros = RegistrosService(
        services.database,
        Credentials(),
        apis,
        usuario="ana",
        agora=lambda: datetime.combine(hoje, datetime.now().astimezone().timetz()),
        tempos=RAPIDO,
        autoridade=at.ca,
    )
    office.services = replace(services, registros=registros)
    return registros.contas.save(
        ContaApi(
            convenio_id=office.convenio.id,
            adaptador="sicredi",
            ambiente=Ambiente.HOMOLOGACAO,
            parametros={"cooperativa": COOPERATIVA, "posto": POSTO, "codigo_beneficiario": BENEFICIARIO},
            base=at.endereco,
        ),
        SEGREDOS,
    )


def results(office: Any) -> Sequence[str]:
    """Return where the registration of each boleto stands, in the order of their ids."""
    page = office.services.registros.list(ListQuery(filtros={"por_api": True}, ordem="id"))
    return [str(row["resultado"]) for row in page.linhas]
