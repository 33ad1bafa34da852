"""Secrets are planted in an account and looked for in everything the program writes or says."""

import logging
import pickle
import traceback
from collections.abc import Iterator
from pathlib import Path

import pytest

from finbank_desktop.domain.problems import OutsideError, RefusedError
from finbank_desktop.gateway import runner
from tests.banco_de_provas.autoridade import SENHA_PFX
from tests.banco_de_provas.dialetos import asaas, sicredi
from tests.banco_de_provas.dialetos.chamadas import CHAVE_API, CLIENT_SECRET
from tests.banco_de_provas.escritorio import HOJE, Escritorio
from tests.banco_de_provas.faltas import Plano
from tests.banco_de_provas.lugar import NoProcesso

PLANTADOS = {"inter": CLIENT_SECRET, "bb": CHAVE_API, "sicredi": sicredi.SENHA, "asaas": asaas.CHAVE}


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runner, "PRIMEIRA_ESPERA", 0.02)


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    """All that anything logs, however talkative: the program, requests, urllib3, SQLAlchemy."""
    path, raiz = tmp_path / "tudo.log", logging.getLogger()
    antes, handler = raiz.level, logging.FileHandler(path, encoding="utf-8")
    raiz.addHandler(handler)
    raiz.setLevel(logging.DEBUG)
    yield path
    raiz.setLevel(antes)
    raiz.removeHandler(handler)
    handler.close()


def needles(banco: NoProcesso, nome: str) -> list[bytes]:
    """Return every secret there is: what was planted, tokens, the password of the .pfx, lines of the private key."""
    chave = banco.cliente.chave.read_text().splitlines()[1:-1]
    segredos = [PLANTADOS[nome], SENHA_PFX, *banco.dialeto.nucleo.tokens.all(), *chave]
    return [segredo.encode() for segredo in segredos]


@pytest.mark.parametrize("nome", sorted(PLANTADOS))
def test_no_secret_is_in_any_file_log_error_or_repr(tmp_path: Path, log: Path, nome: str) -> None:
    escritorio = Escritorio(tmp_path / "livros", nome)
    ditos = []
    plano = Plano(registrar=0.5, consultar=0.2, espera=0, cala=2.0, goteja=0.1)
    with NoProcesso(tmp_path, nome, HOJE, plano=plano, tokens_por_minuto=0) as banco:
        registros = escritorio.registros(banco)
        escritorio.boletos(12)
        for _ in range(3):
            plan = registros.plan(escritorio.convenio.id)
            if plan.going:
                ditos += [repr(plan), repr(registros.run(plan))]
        banco.dialeto.nucleo.tokens.drop_all()
        info = registros.contas.of_convenio(escritorio.convenio.id)
        assert info is not None
        canal = registros.contas.canal(info.conta)
        ditos += [repr(info), repr(canal), repr(registros), repr(escritorio.senhas), str(vars(registros.contas))]
        canal.fechar()
        registros.contas.save(info.conta, dict.fromkeys(escritorio.acesso.segredos, PLANTADOS[nome] + "-errada"))
        escritorio.boletos(1)
        ditos += _said(lambda: registros.run(registros.plan(escritorio.convenio.id)))
        ditos += _said(lambda: registros.contas.testar(info.conta.id))
        with pytest.raises(TypeError):
            pickle.dumps(escritorio.senhas)
        procurados = needles(banco, nome)
    escritorio.services.database.close()
    arquivos = [path for path in (tmp_path / "livros").rglob("*") if path.is_file()]
    assert escritorio.path in arquivos
    assert log.stat().st_size > 1000
    onde = {str(path): path.read_bytes() for path in [*arquivos, log]} | {"ditos": "\n".join(ditos).encode()}
    for segredo in procurados:
        assert [nome for nome, conteudo in onde.items() if segredo in conteudo] == [], segredo


def _said(call: object) -> list[str]:
    """Return all that an error of *call* says, also to somebody who prints the whole of it."""
    assert callable(call)
    try:
        call()
    except (RefusedError, OutsideError) as error:
        lines = traceback.TracebackException.from_exception(error, capture_locals=False).format()
        return [repr(error), str(error), *lines]
    return []
