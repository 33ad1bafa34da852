"""One conversation with a real server: protected, logged in, and never telling the password."""

import logging
from datetime import UTC, datetime
from pathlib import Path

import pytest

from finbank_desktop.domain.correio import Anexo, ContaEmail, Mensagem, Seguranca, Sorte
from finbank_desktop.domain.problems import OutsideError
from finbank_desktop.mail import messages
from finbank_desktop.mail.smtp import Conexao
from tests.correio import SENHA, USUARIO, Escritorio, Servidor, certificado

pytestmark = pytest.mark.filterwarnings("ignore:Requiring AUTH")  # on loopback, and to a server of our own


def conta(porta: int, seguranca: Seguranca, *, usuario: str = USUARIO) -> ContaEmail:
    return ContaEmail(
        empresa_id=1,
        servidor="127.0.0.1",
        porta=porta,
        seguranca=seguranca,
        usuario=usuario,
        nome="Ação",
        endereco=USUARIO,
    )


def mensagem(texto: str = "Olá", **mudado: object) -> Mensagem:
    valores: dict[str, object] = {
        "remetente_nome": "Ação & Cia",
        "remetente": USUARIO,
        "responder_para": "",
        "destinatario": "cliente@exemplo.com.br",
        "assunto": "Cobrança",
        "texto": texto,
        "message_id": "<1@exemplo.com.br>",
        "quando": datetime(2026, 11, 23, 9, 0, tzinfo=UTC),
    }
    return Mensagem(**(valores | mudado))  # type: ignore[arg-type] # fields by name


@pytest.mark.parametrize("seguranca", [Seguranca.STARTTLS, Seguranca.TLS])
def test_a_message_goes_over_tls_after_login(tmp_path: Path, seguranca: Seguranca) -> None:
    servidor_tls, cliente_tls = certificado(tmp_path)
    with (
        Servidor(tls=servidor_tls, direto=seguranca is Seguranca.TLS, login=True) as servidor,
        Conexao(conta(servidor.porta, seguranca), SENHA, contexto=cliente_tls) as conexao,
    ):
        assert conexao.enviar(mensagem()).sorte is Sorte.ACEITA
    assert servidor.para() == ["cliente@exemplo.com.br"]


@pytest.mark.parametrize("seguranca", [Seguranca.STARTTLS, Seguranca.TLS])
def test_a_certificate_nobody_vouches_for_is_refused(tmp_path: Path, seguranca: Seguranca) -> None:
    servidor_tls, _cliente = certificado(tmp_path)
    direto = seguranca is Seguranca.TLS
    with (
        Servidor(tls=servidor_tls, direto=direto) as servidor,
        pytest.raises(OutsideError, match="não é de confiança"),
    ):
        Conexao(conta(servidor.porta, seguranca, usuario=""), "").abrir()


def test_a_server_without_starttls_gets_no_password() -> None:
    with Servidor() as servidor, pytest.raises(OutsideError, match="não oferece a proteção"):
        Conexao(conta(servidor.porta, Seguranca.STARTTLS), SENHA).abrir()


def test_a_password_never_goes_over_an_open_network() -> None:
    aberta = ContaEmail(
        empresa_id=1,
        servidor="smtp.invalid",
        porta=25,
        seguranca=Seguranca.NENHUMA,
        usuario="a",
        nome="A",
        endereco=USUARIO,
    )
    with pytest.raises(OutsideError, match="seguiria aberta"):
        Conexao(aberta, SENHA).abrir()


def test_lines_that_begin_with_a_dot_and_every_accent_arrive_as_written() -> None:
    texto = ".\n..dois pontos\nAçúcar não é sal — “ok” €\n" + "x" * 2000
    anexo = Anexo(nome="Boleto João nº 1.pdf", tipo="application/pdf", conteudo=bytes(range(256)) * 40)
    with Servidor() as servidor, Conexao(conta(servidor.porta, Seguranca.NENHUMA, usuario=""), "") as conexao:
        conexao.enviar(mensagem(texto, anexos=(anexo,)))
    chegou = servidor.caixa[0].mensagem
    corpo = chegou.get_body()
    assert corpo is not None
    assert corpo.get_content().replace("\r\n", "\n").rstrip("\n") == texto
    (recebido,) = chegou.iter_attachments()
    assert recebido.get_content() == anexo.conteudo
    assert recebido.get_filename() == anexo.nome
    assert max(len(linha) for linha in servidor.caixa[0].crua.splitlines()) <= 998  # RFC 5322 section 2.1.1


def test_no_header_is_smuggled_in() -> None:
    feita = messages.build(mensagem(assunto="Boleto\r\nBcc: outro@exemplo.com.br", remetente_nome="A\nCc: b@c.de"))
    cabecalho = feita.partition(b"\r\n\r\n")[0]
    assert b"\nBcc:" not in cabecalho
    assert b"\nCc:" not in cabecalho


def test_a_planted_password_is_found_nowhere(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    escritorio = Escritorio(tmp_path)
    with Servidor(login=True) as servidor:
        feita = escritorio.conta_email(servidor.porta, senha=SENHA)
        assert escritorio.services.correio.testar(feita).startswith("Mensagem de teste enviada")
        errada = f"{SENHA}-errada"
        with pytest.raises(OutsideError, match="recusou usuário ou senha") as caught:
            escritorio.services.correio.testar(feita, errada)
    said = [str(caught.value), repr(caught.value), caught.value.where]
    ours = [record.getMessage() for record in caplog.records if not record.name.startswith("mail")]  # not the server's
    said += [*ours, *capsys.readouterr(), repr(escritorio.services), repr(Conexao(feita, SENHA))]
    escritorio.services.database.close()
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert any(path.name == "livros.db" for path in files)
    assert [path.name for path in files if SENHA.encode() in path.read_bytes()] == []
    assert [text for text in said if SENHA in text] == []
