"""A certificate authority of its own for each run of the tests, and the certificates it gives out, good and bad."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

CNPJ_DA_EMPRESA: Final = "11444777000161"
SENHA_PFX: Final = "s3nh4-d0-pfx-pl4nt4d4"
_ICP_CNPJ = x509.ObjectIdentifier("2.16.76.1.3.3")
_PEM = serialization.Encoding.PEM
_ABERTA = serialization.NoEncryption()


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificado:
    """A certificate and its key on disk: as two PEM files and, of a client, as a .pfx under `SENHA_PFX`."""

    certificado: Path
    chave: Path
    pfx: Path | None = None


class Autoridade:
    """Gives out certificates into *folder*; who trusts it reads `ca`."""

    def __init__(self, folder: Path, nome: str = "AC das Provas") -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder, self.ca = folder, folder / "ac.pem"
        self._chave = ec.generate_private_key(ec.SECP256R1())
        self._nome = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, nome)])
        self._ca = self._sign(
            self._nome,
            self._chave.public_key(),
            (-2, 30),
            [
                (x509.BasicConstraints(ca=True, path_length=0), True),
                (_usage(signs=True), True),
            ],
        )
        self.ca.write_bytes(self._ca.public_bytes(_PEM))

    def servidor(
        self,
        nome: str = "servidor",
        *,
        hosts: Sequence[str] = ("127.0.0.1", "localhost"),
        dias: tuple[int, int] = (-1, 2),
    ) -> Certificado:
        """Return a server's certificate for *hosts*, good between the two days counted from today."""
        alternativos = [x509.IPAddress(ip_address(host)) if host[0].isdigit() else x509.DNSName(host) for host in hosts]
        extensoes: list[tuple[x509.ExtensionType, bool]] = [
            (x509.SubjectAlternativeName(alternativos), False),
            (x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), False),
        ]
        chave = ec.generate_private_key(ec.SECP256R1())
        sujeito = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, hosts[0])])
        return self._write(nome, self._sign(sujeito, chave.public_key(), dias, extensoes), chave)

    def cliente(
        self,
        nome: str = "cliente",
        *,
        titular: str = "EMPRESA EXEMPLO DE SERVICOS LTDA",
        cnpj: str = CNPJ_DA_EMPRESA,
        dias: tuple[int, int] = (-1, 300),
        antigo: bool = False,
    ) -> Certificado:
        """Return an e-CNPJ in the manner of ICP-Brasil: the CNPJ after the colon of the name and in an own field.

        Args:
            nome: Of the files.
            titular: The company's name.
            cnpj: Whose it is.
            dias: From which to which day, counted from today.
            antigo: The .pfx is encrypted with 3DES and SHA-1, as many are still issued.
        """
        campo = x509.OtherName(_ICP_CNPJ, b"\x13" + bytes([len(cnpj)]) + cnpj.encode())
        extensoes: list[tuple[x509.ExtensionType, bool]] = [
            (x509.SubjectAlternativeName([campo, x509.RFC822Name("contato@exemplo.com.br")]), False),
            (x509.ExtendedKeyUsage([ExtendedKeyUsageOID.CLIENT_AUTH, ExtendedKeyUsageOID.EMAIL_PROTECTION]), False),
        ]
        chave = ec.generate_private_key(ec.SECP256R1())
        sujeito = x509.Name(
            [
                x509.NameAttribute(NameOID.COUNTRY_NAME, "BR"),
                x509.NameAttribute(NameOID.ORGANIZATION_NAME, "ICP-Brasil"),
                x509.NameAttribute(
                    NameOID.ORGANIZATIONAL_UNIT_NAME, "12345678000195"
                ),  # the AR's own, not the holder's
                x509.NameAttribute(NameOID.COMMON_NAME, f"{titular}:{cnpj}"),
            ]
        )
        feito = self._sign(sujeito, chave.public_key(), dias, extensoes)
        pares = self._write(nome, feito, chave)
        pfx = self.folder / f"{nome}.pfx"
        pfx.write_bytes(
            pkcs12.serialize_key_and_certificates(nome.encode(), chave, feito, [self._ca], _encryption(antigo=antigo))
        )
        return Certificado(certificado=pares.certificado, chave=pares.chave, pfx=pfx)

    def _sign(
        self,
        sujeito: x509.Name,
        chave: ec.EllipticCurvePublicKey,
        dias: tuple[int, int],
        extensoes: Sequence[tuple[x509.ExtensionType, bool]],
    ) -> x509.Certificate:
        agora = datetime.now(UTC)
        builder = (
            x509.CertificateBuilder()
            .subject_name(sujeito)
            .issuer_name(self._nome)
            .public_key(chave)
            .serial_number(x509.random_serial_number())
            .not_valid_before(agora + timedelta(days=dias[0]))
            .not_valid_after(agora + timedelta(days=dias[1]))
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(chave), critical=False)
            .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(self._chave.public_key()), critical=False)
        )
        for extensao, critica in extensoes:
            builder = builder.add_extension(extensao, critical=critica)
        return builder.sign(self._chave, hashes.SHA256())

    def _write(self, nome: str, feito: x509.Certificate, chave: ec.EllipticCurvePrivateKey) -> Certificado:
        certificado, arquivo = self.folder / f"{nome}.pem", self.folder / f"{nome}.key"
        certificado.write_bytes(feito.public_bytes(_PEM))
        arquivo.write_bytes(chave.private_bytes(_PEM, serialization.PrivateFormat.PKCS8, _ABERTA))
        return Certificado(certificado=certificado, chave=arquivo)


def _usage(*, signs: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=True,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=signs,
        crl_sign=signs,
        encipher_only=False,
        decipher_only=False,
    )


def _encryption(*, antigo: bool) -> serialization.KeySerializationEncryption:
    senha = SENHA_PFX.encode()
    if not antigo:
        return serialization.BestAvailableEncryption(senha)
    return (
        serialization.PrivateFormat.PKCS12.encryption_builder()
        .kdf_rounds(2048)
        .key_cert_algorithm(pkcs12.PBES.PBESv1SHA1And3KeyTripleDESCBC)
        .hmac_hash(hashes.SHA1())  # noqa: S303 - what older certificates come with
        .build(senha)
    )
