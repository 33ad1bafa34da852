"""A message as it goes over the wire (RFC 5322, MIME; accents by RFC 2047 in headers and RFC 2231 in file names)."""

from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from finbank_desktop.domain import emails
from finbank_desktop.domain.correio import Mensagem


def build(mensagem: Mensagem) -> bytes:
    """Return *mensagem* with CRLF line ends, 7-bit clean."""
    feita = EmailMessage(policy=SMTP)
    feita["From"] = _address(mensagem.remetente, mensagem.remetente_nome)
    feita["To"] = _address(mensagem.destinatario)
    if mensagem.responder_para:
        feita["Reply-To"] = _address(mensagem.responder_para)
    feita["Subject"] = one_line(mensagem.assunto)
    feita["Date"] = format_datetime(mensagem.quando)
    feita["Message-ID"] = mensagem.message_id
    feita["Auto-Submitted"] = "auto-generated"
    feita.set_content(mensagem.texto + "\n", charset="utf-8", cte="quoted-printable")
    for anexo in mensagem.anexos:
        tipo, _, subtipo = anexo.tipo.partition("/")
        feita.add_attachment(anexo.conteudo, maintype=tipo, subtype=subtipo, filename=one_line(anexo.nome))
    return feita.as_bytes()


def one_line(texto: str) -> str:
    r"""Return *texto* without line ends and control characters: nobody smuggles a header in by a customer's name.

    >>> one_line("Boleto\r\nBcc: x@y.z")
    'Boleto Bcc: x@y.z'
    """
    return " ".join("".join(letra if letra.isprintable() else " " for letra in texto).split())


def _address(endereco: str, nome: str = "") -> Address:
    return Address(display_name=one_line(nome), addr_spec=emails.envelope(endereco))
