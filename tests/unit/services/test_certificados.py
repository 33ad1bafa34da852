"""Certificates opened as they are issued, and vaults that only their password opens."""

import stat
import sys
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from keyring.backends.fail import Keyring as NoKeyring

from finbank_desktop.domain.problems import OutsideError, RefusedError
from finbank_desktop.gateway import tls
from finbank_desktop.services import certificados
from finbank_desktop.services.cofre import Cofre, new_key
from finbank_desktop.services.credentials import LIMITE, Credentials, Guarda
from tests.banco_de_provas.autoridade import CNPJ_DA_EMPRESA, SENHA_PFX, Autoridade, Certificado
from tests.unit.services.test_credentials import Cofre as Chaveiro

GRANDE = "-----BEGIN PRIVATE KEY-----" + "x" * 3000


@pytest.fixture(scope="module")
def autoridade(tmp_path_factory: pytest.TempPathFactory) -> Autoridade:
    return Autoridade(tmp_path_factory.mktemp("ac"))


@pytest.fixture(scope="module", params=[False, True], ids=["aes", "3des"])
def cliente(autoridade: Autoridade, request: pytest.FixtureRequest) -> Certificado:
    return autoridade.cliente(f"cliente{request.param}", antigo=request.param)


# --- certificates


def test_a_pfx_opens_also_in_the_older_encryption_and_tells_whose_it_is(cliente: Certificado) -> None:
    assert cliente.pfx is not None
    aberto = certificados.open_file(cliente.pfx, SENHA_PFX)
    assert aberto.publico.titular == "EMPRESA EXEMPLO DE SERVICOS LTDA"
    assert aberto.publico.documento == CNPJ_DA_EMPRESA
    lido = x509.load_pem_x509_certificate(cliente.certificado.read_bytes())
    assert abs((aberto.publico.validade - lido.not_valid_after_utc.date()).days) <= 1
    assert aberto.chave.certificado.count(b"BEGIN CERTIFICATE") == 2  # with the one who issued it
    assert "PRIVATE" not in repr(aberto)


def test_two_files_of_a_bank_open_together(cliente: Certificado) -> None:
    aberto = certificados.open_file(cliente.certificado, "", cliente.chave)
    assert aberto.publico.documento == CNPJ_DA_EMPRESA


def test_a_pem_with_both_opens_alone_also_when_its_key_is_encrypted(cliente: Certificado, tmp_path: Path) -> None:
    chave = serialization.load_pem_private_key(cliente.chave.read_bytes(), None)
    cifrada = chave.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.BestAvailableEncryption(b"outra-senha"),
    )
    junto = tmp_path / "junto.pem"
    junto.write_bytes(cliente.certificado.read_bytes() + cifrada)
    assert certificados.open_file(junto, "outra-senha").publico.documento == CNPJ_DA_EMPRESA
    with pytest.raises(RefusedError, match="não abre com esta senha"):
        certificados.open_file(junto, "errada")


def test_what_does_not_open_says_why(cliente: Certificado, autoridade: Autoridade, tmp_path: Path) -> None:
    assert cliente.pfx is not None
    with pytest.raises(RefusedError, match="não abre com esta senha"):
        certificados.open_file(cliente.pfx, "errada")
    with pytest.raises(RefusedError, match="não tem a chave privada"):
        certificados.open_file(cliente.certificado, "")
    outro = autoridade.cliente("outro")
    with pytest.raises(RefusedError, match="A chave não é do certificado"):
        certificados.open_file(cliente.certificado, "", outro.chave)
    servidor = autoridade.servidor("www")
    with pytest.raises(RefusedError, match="não serve para se apresentar a um banco"):
        certificados.open_file(servidor.certificado, "", servidor.chave)
    with pytest.raises(OutsideError, match="não pôde ser lido"):
        certificados.open_file(tmp_path / "nenhum.pfx", "")
    qualquer = tmp_path / "foto.pfx"
    qualquer.write_bytes(bytes(range(256)))
    with pytest.raises(RefusedError):
        certificados.open_file(qualquer, "")


def test_the_sentence_names_the_setting_that_forbids_the_older_encryption(
    cliente: Certificado, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert cliente.pfx is not None
    monkeypatch.setenv("CRYPTOGRAPHY_OPENSSL_NO_LEGACY", "1")
    with pytest.raises(RefusedError, match="CRYPTOGRAPHY_OPENSSL_NO_LEGACY proíbe"):
        certificados.open_file(cliente.pfx, "errada")


def test_the_file_by_which_a_key_reaches_tls_is_gone_at_once(
    cliente: Certificado, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    aberto = certificados.open_file(cliente.certificado, "", cliente.chave)
    tls.contexto(aberto.chave)
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(ValueError, match="não abre"):
        tls.contexto(type(aberto.chave)(certificado=aberto.chave.certificado, chave=b"nada"))
    assert list(tmp_path.iterdir()) == []


# --- the vault


def test_a_vault_gives_back_what_it_keeps_and_nothing_to_another_key(tmp_path: Path) -> None:
    cofre = Cofre(tmp_path / "cofre")
    assert cofre.find("a") == ""
    cofre.open(new_key())
    cofre.keep("a", GRANDE)
    cofre.keep("b", "curto")
    assert (cofre.find("a"), cofre.find("b"), cofre.find("c")) == (GRANDE, "curto", "")
    alheio = Cofre(tmp_path / "cofre")
    alheio.open(new_key())
    assert alheio.find("a") == ""
    cofre.forget("a")
    assert cofre.find("a") == ""
    assert not any(b"PRIVATE" in arquivo.read_bytes() for arquivo in (tmp_path / "cofre").iterdir())


def test_a_file_of_the_vault_that_was_changed_or_exchanged_is_not_believed(tmp_path: Path) -> None:
    cofre = Cofre(tmp_path)
    cofre.open(new_key())
    cofre.keep("a", "um")
    (um,) = tmp_path.iterdir()
    cofre.keep("b", "dois")
    (dois,) = set(tmp_path.iterdir()) - {um}
    bom = um.read_bytes()
    um.write_bytes(dois.read_bytes())
    assert cofre.find("a") == ""
    um.write_bytes(bom[:-1] + bytes([bom[-1] ^ 1]))
    assert cofre.find("a") == ""
    um.write_bytes(b"")
    assert cofre.find("a") == ""


def test_a_master_password_opens_and_another_does_not(tmp_path: Path) -> None:
    senhas = Credentials(NoKeyring(), tmp_path)  # type: ignore[no-untyped-call] # keyring's own
    assert senhas.keep("a", "um") is Guarda.SESSAO
    assert senhas.open_master("senha comprida")
    assert (senhas.where(), senhas.find("a")) == (Guarda.ARQUIVO, "um")
    assert senhas.keep("b", GRANDE) is Guarda.ARQUIVO
    depois = Credentials(NoKeyring(), tmp_path)  # type: ignore[no-untyped-call] # as above
    assert (depois.has_master, depois.find("a"), depois.where()) == (True, "", Guarda.SESSAO)
    assert not depois.open_master("errada")
    assert depois.find("a") == ""
    assert depois.open_master("senha comprida")
    assert (depois.find("a"), depois.find("b")) == ("um", GRANDE)
    tudo = b"".join(arquivo.read_bytes() for arquivo in tmp_path.iterdir())
    assert b"senha comprida" not in tudo
    assert b"PRIVATE" not in tudo


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights")
def test_the_vaults_files_are_their_owners_alone(tmp_path: Path) -> None:
    cofre = Cofre(tmp_path / "cofre")
    cofre.open(new_key())
    cofre.keep("a", "um")
    assert stat.S_IMODE((tmp_path / "cofre").stat().st_mode) == 0o700
    (arquivo,) = (tmp_path / "cofre").iterdir()
    assert stat.S_IMODE(arquivo.stat().st_mode) == 0o600


def test_what_a_keyring_cannot_hold_is_a_file_whose_key_the_keyring_holds(tmp_path: Path) -> None:
    chaveiro = Chaveiro()
    senhas = Credentials(chaveiro, tmp_path)
    assert senhas.keep("certificado", GRANDE) is Guarda.COFRE
    assert senhas.keep("senha", "curta") is Guarda.COFRE
    assert max(map(len, chaveiro.dentro.values())) <= LIMITE
    depois = Credentials(chaveiro, tmp_path)
    assert (depois.find("certificado"), depois.find("senha")) == (GRANDE, "curta")
    depois.forget("certificado")
    assert Credentials(chaveiro, tmp_path).find("certificado") == ""


def test_a_folder_nobody_may_write_in_leaves_the_secret_in_memory(tmp_path: Path) -> None:
    (tmp_path / "cofre").write_text("um arquivo no lugar da pasta", encoding="utf-8")
    senhas = Credentials(Chaveiro(), tmp_path / "cofre")
    assert senhas.keep("certificado", GRANDE) is Guarda.SESSAO
    assert senhas.find("certificado") == GRANDE
    assert (tmp_path / "cofre").is_file()
