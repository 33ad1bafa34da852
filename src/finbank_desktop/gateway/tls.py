"""How a bank is known to be the bank, and how it knows us: TLS with the account's certificate."""

import os
import secrets
import ssl
import tempfile
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from requests.utils import DEFAULT_CA_BUNDLE_PATH

from finbank_desktop.gateway.port import ChaveCertificado

PROTOCOLO = ssl.TLSVersion.TLSv1_2


def contexto(certificado: ChaveCertificado | None = None, *, autoridade: Path | None = None) -> ssl.SSLContext:
    """Return the rules of our connections: TLS 1.2 at least, the other side proved, its name compared.

    Args:
        certificado: What is shown to the bank; ``None`` where it asks for none.
        autoridade: A further authority to believe, of tests; the computer's own and Mozilla's are believed anyway.

    Raises:
        ValueError: The key does not open or does not fit the certificate.
    """
    feito = ssl.create_default_context()
    feito.minimum_version = PROTOCOLO
    feito.load_verify_locations(DEFAULT_CA_BUNDLE_PATH)
    if autoridade is not None:
        feito.load_verify_locations(autoridade)
    if certificado is not None:
        _load(feito, certificado)
    return feito


def _load(feito: ssl.SSLContext, certificado: ChaveCertificado) -> None:
    """Load the pair by way of a file, as OpenSSL wants it: encrypted with a password nobody knows, gone at once."""
    senha = secrets.token_bytes(32).hex().encode()
    try:
        chave = serialization.load_pem_private_key(certificado.chave, password=None)
    except (TypeError, ValueError) as error:
        raise ValueError("a chave do certificado não abre") from error
    cifrada = chave.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.BestAvailableEncryption(senha),
    )
    numero, nome = tempfile.mkstemp(suffix=".pem")  # readable by its owner alone
    try:
        with os.fdopen(numero, "wb") as arquivo:
            arquivo.write(certificado.certificado.rstrip() + b"\n" + cifrada)
        feito.load_cert_chain(nome, password=senha)
    except ssl.SSLError as error:
        raise ValueError("a chave não é deste certificado") from error
    finally:
        Path(nome).unlink(missing_ok=True)
