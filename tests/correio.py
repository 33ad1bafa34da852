"""A real SMTP server on loopback that misbehaves on demand, and an office whose customers have e-mail addresses."""

import email
import email.policy
import socket
import ssl
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from email.message import EmailMessage
from enum import Enum, auto
from pathlib import Path
from typing import Any, Self

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from finbank_desktop import wiring
from finbank_desktop.domain.boletos import Boleto, NoBanco
from finbank_desktop.domain.cadastros import Conta, Empresa, Endereco, Pessoa
from finbank_desktop.domain.contas_receber import ContaReceber
from finbank_desktop.domain.convenios import Convenio
from finbank_desktop.domain.correio import ContaEmail, Seguranca

HOJE = date(2026, 11, 23)
USUARIO, SENHA = "cobranca@exemplo.com.br", "s3nha-pl4ntada-7781"


class Ato(Enum):
    """What the server does with a message."""

    ACEITA = auto()
    ADIA = auto()
    RECUSA = auto()
    RECUSA_DESTINATARIO = auto()
    ADIA_CONTA = auto()
    CAI_ANTES = auto()
    CAI_NO_TEXTO = auto()
    CAI_DEPOIS_DE_ACEITAR = auto()
    CAI_DEPOIS_DE_PERDER = auto()


@dataclass(frozen=True, slots=True)
class Recebida:
    """A message the server took over."""

    destinatario: str
    crua: bytes

    @property
    def mensagem(self) -> EmailMessage:
        """Return it parsed."""
        return email.message_from_bytes(self.crua, policy=email.policy.default)


class Servidor:
    """Takes messages, each by the next of *atos*; without any left it accepts."""

    def __init__(
        self, atos: Sequence[Ato] = (), *, tls: ssl.SSLContext | None = None, direto: bool = False, login: bool = False
    ) -> None:
        self.atos = list(atos)
        self.caixa: list[Recebida] = []
        self.vistas = 0
        self.ao_receber: Callable[[int], object] = lambda _quantas: None
        with socket.socket() as livre:
            livre.bind(("127.0.0.1", 0))
            self.porta = int(livre.getsockname()[1])
        opcoes: dict[str, Any] = {"timeout": 60}
        if tls is not None and not direto:
            opcoes |= {"tls_context": tls, "require_starttls": True}
        if login:
            opcoes |= {
                "authenticator": self._login,
                "auth_required": True,
                "auth_require_tls": tls is not None and not direto,
            }
        self._controller = Controller(
            self, hostname="127.0.0.1", port=self.porta, ssl_context=tls if direto else None, **opcoes
        )

    def __enter__(self) -> Self:
        self._controller.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._controller.stop()

    def para(self) -> list[str]:
        """To whom messages were taken, in order."""
        return [cada.destinatario for cada in self.caixa]

    def _login(self, _server: SMTP, _session: Session, _envelope: Envelope, _mechanism: str, data: Any) -> AuthResult:
        certo = isinstance(data, LoginPassword) and data.password == SENHA.encode()
        dito = f"535 5.7.8 no, {data.password.decode()} is wrong"  # as a careless server might
        return AuthResult(success=certo, handled=False, message=None if certo else dito)

    def _ato(self) -> Ato:
        return self.atos[0] if self.atos else Ato.ACEITA

    def _next(self) -> Ato:
        return self.atos.pop(0) if self.atos else Ato.ACEITA

    async def handle_MAIL(  # noqa: N802 - aiosmtpd's own name
        self, server: SMTP, _session: Session, envelope: Envelope, address: str, _options: Sequence[str]
    ) -> str:
        """Hear from whom."""
        if self._ato() is Ato.ADIA_CONTA:
            self._next()
            return "452 4.7.0 daily limit reached"
        if self._ato() is Ato.CAI_ANTES:
            self._next()
            _drop(server)
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's own name
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: Sequence[str]
    ) -> str:
        """Hear to whom."""
        if self._ato() is Ato.RECUSA_DESTINATARIO:
            self._next()
            return "550 5.1.1 no such user"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802 - aiosmtpd's own name
        """Take the message, or not."""
        ato = self._next()
        self.vistas += 1
        assert isinstance(envelope.content, bytes)
        if ato in (Ato.ACEITA, Ato.CAI_DEPOIS_DE_ACEITAR):
            self.caixa += [Recebida(para, envelope.content) for para in envelope.rcpt_tos]
        self.ao_receber(self.vistas)
        if ato in (Ato.CAI_DEPOIS_DE_ACEITAR, Ato.CAI_DEPOIS_DE_PERDER):
            _drop(server)
        return {Ato.ADIA: "451 4.7.1 greylisted", Ato.RECUSA: "554 5.7.1 rejected"}.get(ato, "250 2.0.0 queued")


class Escritorio:
    """Books on disk with customers, boletos that the bank registered, and an account at a server."""

    def __init__(self, folder: Path, *, clientes: int = 3) -> None:
        self.path = folder / "livros.db"
        self.dia = HOJE
        self.services = wiring.build(str(self.path), usuario="ana", hoje=lambda: self.dia)
        cadastros = self.services.cadastros
        empresa = cadastros.get_empresa(1)
        endereco = Endereco(
            logradouro="Rua das Acácias", numero="1", bairro="Centro", cidade="São Paulo", uf="SP", cep="01001000"
        )
        cadastros.save_empresa(
            Empresa(
                id=1,
                versao=empresa.versao,
                codigo="001",
                razao_social="Empresa Exemplo de Serviços Ltda",
                documento="11444777000161",
                endereco=endereco,
            )
        )
        conta = cadastros.save_conta(
            Conta(empresa_id=1, codigo="", descricao="Itaú", banco="341", agencia="0057", conta="12345", conta_dv="7")
        )
        self.convenio = cadastros.save_convenio(
            Convenio(
                empresa_id=1,
                codigo="",
                descricao="Itaú 109",
                conta_id=conta.id,
                banco="341",
                formato="400",
                carteira="109",
            )
        )
        self.pessoas = [
            cadastros.save_pessoa(
                Pessoa(
                    empresa_id=1,
                    codigo="",
                    nome=f"Associação Fictícia nº {numero}",
                    documento=cpf(numero),
                    endereco=endereco,
                    email=f"cliente{numero}@exemplo.com.br",
                )
            )
            for numero in range(1, clientes + 1)
        ]

    def boletos(self, *, dias: int = 10, no_banco: NoBanco = NoBanco.REGISTRADO) -> list[Boleto]:
        """Make one boleto per customer, due in *dias* days, standing so at the bank."""
        contas = [
            self.services.contas_receber.save(
                ContaReceber(
                    empresa_id=1,
                    codigo="",
                    pessoa_id=pessoa.id,
                    convenio_id=self.convenio.id,
                    documento=f"NF {pessoa.id:03d}/{dias}",
                    emissao=self.dia - timedelta(days=60),
                    vencimento=self.dia + timedelta(days=dias),
                    valor=10_000 + pessoa.id,
                )
            )
            for pessoa in self.pessoas
        ]
        feitos = self.services.boletos.apply(self.services.boletos.plan_emissao([conta.id for conta in contas]))
        with self.services.database.write() as uow:
            return uow.boletos.update_many([replace(boleto, no_banco=no_banco) for boleto in feitos])

    def conta_email(self, porta: int, *, seguranca: Seguranca = Seguranca.NENHUMA, senha: str = "") -> ContaEmail:
        """Set the account."""
        antes = self.services.correio.conta(1)
        nova = ContaEmail(
            id=antes.id if antes else 0,
            versao=antes.versao if antes else 0,
            empresa_id=1,
            servidor="127.0.0.1",
            porta=porta,
            seguranca=seguranca,
            usuario=USUARIO if senha else "",
            nome="Cobrança da Empresa Exemplo",
            endereco=USUARIO,
        )
        return self.services.correio.save_conta(nova, senha)[0]


def _drop(server: SMTP) -> None:
    transport: Any = server.transport
    transport.abort()


def cpf(numero: int) -> str:
    """Return a made-up CPF with right check digits (módulo 11, Receita Federal)."""
    digitos = [int(letra) for letra in f"{100_000_000 + numero}"]
    for peso in (10, 11):
        resto = sum(d * p for d, p in zip(digitos, range(peso, 1, -1), strict=True)) * 10 % 11
        digitos.append(resto % 10)
    return "".join(map(str, digitos))


def certificado(folder: Path) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """Make a certificate for 127.0.0.1 and return the server's context and that of a client who trusts it."""
    from ipaddress import ip_address  # noqa: PLC0415 - as above

    from cryptography import x509  # noqa: PLC0415 - comes with keyring where there is a Secret Service
    from cryptography.hazmat.primitives import hashes, serialization  # noqa: PLC0415 - as above
    from cryptography.hazmat.primitives.asymmetric import ec  # noqa: PLC0415 - as above

    chave = ec.generate_private_key(ec.SECP256R1())
    nome = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    agora = datetime.now().astimezone()
    feito = (
        x509.CertificateBuilder()
        .subject_name(nome)
        .issuer_name(nome)
        .public_key(chave.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(agora - timedelta(days=1))
        .not_valid_after(agora + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(chave, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    (folder / "cert.pem").write_bytes(feito.public_bytes(pem))
    (folder / "chave.pem").write_bytes(
        chave.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    servidor = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    servidor.load_cert_chain(folder / "cert.pem", folder / "chave.pem")
    return servidor, ssl.create_default_context(cafile=str(folder / "cert.pem"))


def until(reached: Callable[[], bool], seconds: float = 20) -> None:
    """Wait until *reached* says yes.

    Raises:
        AssertionError: It never does.
    """
    ate = time.monotonic() + seconds
    while not reached():
        assert time.monotonic() < ate
        time.sleep(0.01)
