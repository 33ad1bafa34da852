"""At the bank's door: wrong certificates, wrong secrets, redirects. Nothing is sent before the account is proved."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from finbank_desktop.domain.problems import OutsideError, RefusedError
from finbank_desktop.domain.registro import EstadoRegistro
from finbank_desktop.gateway import runner
from tests.banco_de_provas.autoridade import SENHA_PFX, Autoridade, Certificado
from tests.banco_de_provas.dialetos.chamadas import CLIENT_SECRET
from tests.banco_de_provas.escritorio import HOJE, Escritorio
from tests.banco_de_provas.faltas import Plano
from tests.banco_de_provas.lugar import NoProcesso

A_COMUNICAR = EstadoRegistro.PLANEJADO


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runner, "PRIMEIRA_ESPERA", 0.02)


@pytest.fixture
def ac(tmp_path: Path) -> Autoridade:
    return Autoridade(tmp_path / "ac")


def attempt(escritorio: Escritorio, banco: NoProcesso) -> Exception | None:
    """Communicate one boleto; return what the program said instead of doing it."""
    escritorio.boletos(1)
    registros = escritorio.registros(banco)
    try:
        registros.run(registros.plan(escritorio.convenio.id))
    except (RefusedError, OutsideError) as error:
        return error
    finally:
        escritorio.services.database.close()
    return None


SERVIDORES: dict[str, Callable[[Path, Autoridade], Certificado]] = {
    "outra autoridade": lambda folder, _ac: Autoridade(folder / "outra").servidor(),
    "vencido": lambda _folder, ac: ac.servidor("velho", dias=(-9, -1)),
    "ainda não vale": lambda _folder, ac: ac.servidor("novo", dias=(2, 9)),
    "outro endereço": lambda _folder, ac: ac.servidor("outro", hosts=("banco.exemplo.com.br",)),
}


@pytest.mark.parametrize("mal", SERVIDORES)
@pytest.mark.parametrize("nome", ["inter", "asaas"])
def test_a_bank_that_does_not_prove_to_be_the_bank_is_told_nothing(
    tmp_path: Path, ac: Autoridade, nome: str, mal: str
) -> None:
    with NoProcesso(tmp_path, nome, HOJE, servidor=SERVIDORES[mal](tmp_path, ac), autoridade=ac) as banco:
        dito = attempt(Escritorio(tmp_path / "livros", nome), banco)
        assert "não provou ser do banco" in str(dito)
        assert banco.dialeto.nucleo.eventos == []


@pytest.mark.parametrize("mal", ["de outra autoridade", "vencido no banco"])
def test_a_certificate_that_the_bank_does_not_take_stops_before_the_first_title(
    tmp_path: Path, ac: Autoridade, mal: str
) -> None:
    alheio = Autoridade(tmp_path / "outra").cliente("alheio")
    with NoProcesso(tmp_path, "inter", HOJE, autoridade=ac, cliente=alheio) as banco:
        dito = attempt(Escritorio(tmp_path / mal, "inter"), banco)
        assert "não aceitou o certificado" in str(dito)
        assert banco.calls("registrar") == banco.calls("token") == 0


@pytest.mark.parametrize(
    ("mal", "dito"), [("vencido", "venceu"), ("de outra empresa", "não da empresa"), ("senha errada", "senha")]
)
def test_a_certificate_that_cannot_serve_is_refused_when_it_is_chosen(
    tmp_path: Path, ac: Autoridade, mal: str, dito: str
) -> None:
    ruim = {
        "vencido": lambda: ac.cliente("v", dias=(-400, -35)),  # the office's day is fixed, so well before it
        "de outra empresa": lambda: ac.cliente("o", cnpj="11222333000181", titular="OUTRA EMPRESA LTDA"),
        "senha errada": lambda: ac.cliente("s"),
    }[mal]()
    escritorio = Escritorio(tmp_path / "livros", "inter")
    with NoProcesso(tmp_path, "inter", HOJE, autoridade=ac) as banco:
        contas = escritorio.registros(banco).contas
        info = contas.of_convenio(escritorio.convenio.id)
        assert info is not None
        assert ruim.pfx is not None
        senha = "outra" if mal == "senha errada" else SENHA_PFX
        pfx = ruim.pfx
        with pytest.raises(RefusedError, match=dito):
            contas.keep_certificate(info.conta, contas.open_certificate(pfx, senha))
    escritorio.services.database.close()


@pytest.mark.parametrize("antigo", [False, True])
def test_a_pfx_opens_in_the_new_and_in_the_older_encryption_and_says_whose_it_is(
    tmp_path: Path, ac: Autoridade, *, antigo: bool
) -> None:
    escritorio = Escritorio(tmp_path / "livros", "inter")
    with NoProcesso(tmp_path, "inter", HOJE, autoridade=ac) as banco:
        pfx = ac.cliente("antigo" if antigo else "novo", antigo=antigo).pfx
        assert pfx is not None
        publico = escritorio.registros(banco).contas.open_certificate(pfx, SENHA_PFX).publico
    assert (publico.documento, publico.titular) == ("11444777000161", "EMPRESA EXEMPLO DE SERVICOS LTDA")
    escritorio.services.database.close()


def test_without_a_certificate_nothing_is_tried_at_a_bank_that_asks_for_one(tmp_path: Path) -> None:
    escritorio = Escritorio(tmp_path / "livros", "inter")
    with NoProcesso(tmp_path, "inter", HOJE) as banco:
        escritorio.boletos(1)
        registros = escritorio.registros(banco)
        info = registros.contas.of_convenio(escritorio.convenio.id)
        assert info is not None
        registros.contas.save(replace(info.conta, certificado=None))
        with pytest.raises(RefusedError, match="certificado"):
            registros.run(registros.plan(escritorio.convenio.id))
        assert banco.dialeto.nucleo.eventos == []
    escritorio.services.database.close()


def test_a_wrong_secret_stops_before_the_first_title_and_is_not_repeated_in_the_words(tmp_path: Path) -> None:
    escritorio = Escritorio(tmp_path / "livros", "inter")
    with NoProcesso(tmp_path, "inter", HOJE) as banco:
        escritorio.boletos(1)
        registros = escritorio.registros(banco)
        info = registros.contas.of_convenio(escritorio.convenio.id)
        assert info is not None
        registros.contas.save(info.conta, {"client_secret": CLIENT_SECRET + "x"})
        with pytest.raises((RefusedError, OutsideError), match="credenciais") as dito:
            registros.run(registros.plan(escritorio.convenio.id))
        assert CLIENT_SECRET not in f"{dito.value!r} {dito.value}"
        assert banco.calls("registrar") == 0
    escritorio.services.database.close()


def test_tokens_that_end_in_the_middle_are_renewed(tmp_path: Path) -> None:
    escritorio = Escritorio(tmp_path / "livros", "sicoob")
    with NoProcesso(tmp_path, "sicoob", HOJE) as banco:
        boletos, tokens = escritorio.boletos(6), banco.dialeto.nucleo.tokens
        registros = escritorio.registros(banco, trabalhos=1)
        feito = registros.run(registros.plan(escritorio.convenio.id), ouvir=lambda _um: tokens.drop_all())
        assert feito.registrados == len(boletos)
        assert tokens.dados == len(boletos)
        assert len(banco.dialeto.nucleo.titulos) == len(boletos)
        assert banco.calls("registrar") == 2 * len(boletos) - 1  # but for the first, each is told 401 once
    escritorio.services.database.close()


def test_a_redirect_is_not_followed_and_nothing_more_is_sent(tmp_path: Path) -> None:
    plano = Plano(registrar=1.0, faltas_registrar=("redireciona",))
    escritorio = Escritorio(tmp_path / "livros", "asaas")
    with NoProcesso(tmp_path, "asaas", HOJE, plano=plano) as banco:
        boletos = escritorio.boletos(3)
        registros = escritorio.registros(banco, trabalhos=1)
        feito = registros.run(registros.plan(escritorio.convenio.id))
        assert "não vai" in feito.parou
        assert banco.calls("registrar") == 1
        estados = [um.resultado for um in feito.andamentos]
        assert estados.count(A_COMUNICAR) == len(boletos) - 1
        assert EstadoRegistro.DESCONHECIDO in estados
    escritorio.services.database.close()


def test_nobody_listening_is_said_so_and_nothing_counts_as_sent(tmp_path: Path) -> None:
    escritorio = Escritorio(tmp_path / "livros", "asaas")
    with NoProcesso(tmp_path, "asaas", HOJE) as banco:
        escritorio.boletos(1)
        registros = escritorio.registros(banco)
    with pytest.raises(OutsideError, match="Sem conexão"):
        registros.run(registros.plan(escritorio.convenio.id))
    escritorio.services.database.close()
