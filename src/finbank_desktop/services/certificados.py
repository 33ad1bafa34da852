"""The certificates companies show their banks: opened, looked at, and handed on in memory only.

ICP-Brasil A1 files are still made with RC2-40 and 3DES, which OpenSSL 3 calls legacy; ``cryptography`` opens them.
The CNPJ stands in the alternative name of OID 2.16.76.1.3.3 (ICP-Brasil, DOC-ICP-04, 7.1.2.3), and behind the colon
of the common name; digits elsewhere in the subject are of who issued it.
"""

import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from finbank_desktop.domain.documentos import TAMANHO_CNPJ, TAMANHO_CPF, compact
from finbank_desktop.domain.problems import OutsideError, RefusedError
from finbank_desktop.domain.registro import CertificadoApi
from finbank_desktop.gateway.port import ChaveCertificado

if TYPE_CHECKING:
    from cryptography import x509
    from cryptography.hazmat.primitives.asymmetric.types import PrivateKeyTypes

MAIOR_ARQUIVO = 1_000_000
_OID_CNPJ, _OID_PESSOA = "2.16.76.1.3.3", "2.16.76.1.3.1"
_CLIENTE = "1.3.6.1.5.5.7.3.2"
"""Extended key usage *client authentication* (RFC 5280, 4.2.1.12)."""
_SEM_LEGADO = "CRYPTOGRAPHY_OPENSSL_NO_LEGACY"
_PEM = re.compile(rb"-----BEGIN CERTIFICATE-----.+?-----END CERTIFICATE-----", re.DOTALL)
_NASCIMENTO = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificado:
    """A certificate with its key, opened.

    Attributes:
        publico: What may be shown.
    """

    publico: CertificadoApi
    chave: ChaveCertificado = field(repr=False)


def open_file(path: Path, senha: str, chave: Path | None = None) -> Certificado:
    """Return what is in a .pfx or .p12, or in a .pem or .crt whose key lies with it or in *chave*.

    Raises:
        RefusedError: It does not open, holds no key, or may not be shown to a server.
        OutsideError: It cannot be read.
    """
    conteudo = _read(path)
    if _PEM.search(conteudo):
        return _from_pem(path, conteudo, _read(chave) if chave else conteudo, senha)
    from cryptography.hazmat.primitives.serialization import pkcs12  # noqa: PLC0415 - loaded only when one is opened

    try:
        key, certificado, outros = pkcs12.load_key_and_certificates(conteudo, senha.encode() or None)
    except ValueError:
        mensagem = f"{path.name} não abre com esta senha, ou não é um certificado .pfx ou .p12."
        if os.environ.get(_SEM_LEGADO):
            mensagem = f"{path.name} não abre: a senha está errada, ou {_SEM_LEGADO} proíbe a cifra antiga dele."
        raise RefusedError("certificado_nao_abre", mensagem, path.name) from None
    if key is None or certificado is None:
        raise _no_key(path)
    return _opened(path, certificado, outros, key)


def _from_pem(path: Path, conteudo: bytes, chave: bytes, senha: str) -> Certificado:
    from cryptography import x509  # noqa: PLC0415 - as above
    from cryptography.hazmat.primitives.serialization import load_pem_private_key  # noqa: PLC0415 - as above

    if b"PRIVATE KEY-----" not in chave:
        raise _no_key(path)
    try:
        certificado, *outros = [x509.load_pem_x509_certificate(um) for um in _PEM.findall(conteudo)]
        cifrada = b"ENCRYPTED" in chave
        key = load_pem_private_key(chave, senha.encode() if cifrada else None)
    except (TypeError, ValueError):
        mensagem = f"{path.name} ou a chave dele não abre com esta senha."
        raise RefusedError("certificado_nao_abre", mensagem, path.name) from None
    return _opened(path, certificado, outros, key)


def _opened(
    path: Path, certificado: "x509.Certificate", outros: "list[x509.Certificate]", key: "PrivateKeyTypes"
) -> Certificado:
    from cryptography.hazmat.primitives import serialization as s  # noqa: PLC0415 - as above

    publica = (s.Encoding.DER, s.PublicFormat.SubjectPublicKeyInfo)
    if certificado.public_key().public_bytes(*publica) != key.public_key().public_bytes(*publica):
        raise RefusedError("chave_alheia", f"A chave não é do certificado {path.name}.", path.name)
    _check_use(path, certificado)
    cadeia = b"".join(um.public_bytes(s.Encoding.PEM) for um in (certificado, *outros))
    aberta = key.private_bytes(s.Encoding.PEM, s.PrivateFormat.PKCS8, s.NoEncryption())
    return Certificado(publico=_public(certificado), chave=ChaveCertificado(certificado=cadeia, chave=aberta))


def _check_use(path: Path, certificado: "x509.Certificate") -> None:
    from cryptography import x509  # noqa: PLC0415 - as above

    try:
        usos = certificado.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    except (x509.ExtensionNotFound, ValueError):
        return
    if not any(uso.dotted_string in (_CLIENTE, "2.5.29.37.0") for uso in usos):
        mensagem = f"{path.name} não serve para se apresentar a um banco; use o certificado A1 da empresa (e-CNPJ)."
        raise RefusedError("certificado_sem_uso", mensagem, path.name)


def _public(certificado: "x509.Certificate") -> CertificadoApi:
    from cryptography.x509.oid import NameOID  # noqa: PLC0415 - as above

    nomes = certificado.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    nome = str(nomes[0].value) if nomes else certificado.subject.rfc4514_string()
    titular, dois_pontos, resto = nome.rpartition(":")
    documento = _alternative(certificado) or (compact(resto) if dois_pontos else "")
    if len(documento) not in (TAMANHO_CNPJ, TAMANHO_CPF):
        documento = ""
    validade = certificado.not_valid_after_utc.astimezone().date()
    return CertificadoApi(
        titular=titular if dois_pontos and documento else nome, documento=documento, validade=validade
    )


def _alternative(certificado: "x509.Certificate") -> str:
    """Return the document in the alternative names; empty when there is none."""
    from cryptography import x509  # noqa: PLC0415 - as above

    try:
        nomes = certificado.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except (x509.ExtensionNotFound, ValueError):
        return ""
    outros = {um.type_id.dotted_string: _text(um.value) for um in nomes.get_values_for_type(x509.OtherName)}
    if cnpj := outros.get(_OID_CNPJ, ""):
        return compact(cnpj)[-TAMANHO_CNPJ:]
    pessoa = outros.get(_OID_PESSOA, "")
    return pessoa[_NASCIMENTO : _NASCIMENTO + TAMANHO_CPF]


def _text(der: bytes) -> str:
    """Return what a short DER string holds, whatever its kind (one byte of kind, one of length)."""
    return der[2:].decode("latin-1") if len(der) > 2 and der[1] == len(der) - 2 else ""  # noqa: PLR2004 - as said


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as arquivo:
            return arquivo.read(MAIOR_ARQUIVO)
    except OSError as error:
        raise OutsideError("certificado_ilegivel", f"O arquivo {path.name} não pôde ser lido.", path.name) from error


def _no_key(path: Path) -> RefusedError:
    mensagem = f"{path.name} não tem a chave privada; escolha também o arquivo .key, ou exporte o certificado com ela."
    return RefusedError("certificado_sem_chave", mensagem, path.name)
