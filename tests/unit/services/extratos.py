"""Statements as tests write them: the smallest OFX with the lines they need."""

from collections.abc import Sequence
from pathlib import Path

_LINHA = "<STMTTRN><TRNTYPE>OTHER<DTPOSTED>{dia}<TRNAMT>{valor}<FITID>{fitid}<CHECKNUM>{doc}<MEMO>{texto}</STMTTRN>"
_CONTA = (
    "<STMTTRNRS><STMTRS><CURDEF>{moeda}<BANKACCTFROM><BANKID>{banco}<BRANCHID>{agencia}<ACCTID>{conta}</BANKACCTFROM>"
    "<BANKTRANLIST>{linhas}</BANKTRANLIST>{saldo}</STMTRS></STMTTRNRS>"
)


def linha(dia: str, valor: str, texto: str, fitid: str = "", doc: str = "") -> str:
    """Return a transaction of day *dia* (AAAAMMDD)."""
    return _LINHA.format(dia=dia, valor=valor, texto=texto, fitid=fitid, doc=doc)


def conta(
    linhas: Sequence[str],
    *,
    banco: str = "341",
    agencia: str = "",
    numero: str = "12345",
    moeda: str = "BRL",
    saldo: tuple[str, str] | None = None,
) -> str:
    """Return the statement of an account; *saldo* is amount and day."""
    ledger = f"<LEDGERBAL><BALAMT>{saldo[0]}<DTASOF>{saldo[1]}</LEDGERBAL>" if saldo else ""
    return _CONTA.format(moeda=moeda, banco=banco, agencia=agencia, conta=numero, linhas="".join(linhas), saldo=ledger)


def ofx(path: Path, *contas: str) -> Path:
    """Write the statements of *contas* and return the file."""
    body = f"<OFX><BANKMSGSRSV1>{''.join(contas)}</BANKMSGSRSV1></OFX>"
    path.write_text(f"OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nCHARSET:1252\n\n{body}", encoding="cp1252")
    return path
