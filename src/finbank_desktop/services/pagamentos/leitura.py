"""From a typed, scanned or printed slip to a conta a pagar that a person completes and saves."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from finbank_desktop.domain import arrecadacao, codigo_barras, pagamentos, pix
from finbank_desktop.domain.cadastros import Pessoa
from finbank_desktop.domain.codigo_barras import CodigoBarrasError
from finbank_desktop.domain.contas_pagar import ContaPagar
from finbank_desktop.domain.documentos import compact
from finbank_desktop.domain.pagamentos import FormaPagamento
from finbank_desktop.domain.pix import BrCode, BrCodeError
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.persistence.database import Database
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services.cadastros_problems import sentence

_BRCODE = "000201"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentoLido:
    """A slip as it was read.

    Attributes:
        conta: What it says, not saved; without a payee where nothing tells who that is.
        descricao: It in words: what it is, of which bank or business.
        pessoas: Pessoas of ours that the slip may be of: those whose CPF or CNPJ is printed on it.
        pagina: Of the PDF, from 1; 0 when it was typed.
        ja_existe: Codes of the contas a pagar that have this very document.
    """

    conta: ContaPagar
    descricao: str
    pessoas: Sequence[Pessoa] = ()
    pagina: int = 0
    ja_existe: Sequence[str] = ()


class LeituraService:
    """Reads slips."""

    def __init__(self, database: Database, *, agora: Callable[[], datetime]) -> None:
        """Work on *database*; *agora* tells which day it is."""
        self._database = database
        self._agora = agora

    def read(self, texto: str, empresa_id: int) -> DocumentoLido:
        """Return what a linha digitável, a barcode or a Pix copia e cola says.

        Raises:
            RefusedError: It is none of these, or a digit of it is wrong.
        """
        with self._database.read() as uow:
            return self._read(uow, texto, empresa_id)

    def read_pdf(self, path: Path, empresa_id: int) -> Sequence[DocumentoLido]:
        """Return the slips in a PDF, by its text or else by the barcodes on its pages.

        Raises:
            RefusedError: It is no PDF that can be opened, or holds no slip.
            OutsideError: It cannot be read.
        """
        from finbank_desktop.pdf import leitura  # noqa: PLC0415 - PDFium is loaded only when a PDF is read

        lidos = leitura.read_codes(path)
        if not lidos:
            message = (
                f"Nenhum código de barras, linha digitável ou QR Code Pix foi achado em {path.name}. Digite a linha "
                "digitável que está no boleto."
            )
            raise RefusedError("sem_codigo", message, path.name)
        with self._database.read() as uow:
            return [self._read(uow, each.texto, empresa_id, each.documentos, each.pagina) for each in lidos]

    def _read(
        self, uow: UnitOfWork, texto: str, empresa_id: int, documentos: Sequence[str] = (), pagina: int = 0
    ) -> DocumentoLido:
        conta, descricao = self._draft(texto.strip(), empresa_id)
        pessoas = _printed(uow, empresa_id, documentos)
        if len(pessoas) == 1:
            conta = _of(conta, pessoas[0])
        if conta.codigo_barras:
            iguais = uow.contas_pagar.with_codigo_barras(empresa_id, [conta.codigo_barras]).get(conta.codigo_barras, [])
        else:
            iguais = uow.contas_pagar.with_qr(empresa_id, conta.pix_qr, conta.pix_txid)
        return DocumentoLido(
            conta=conta,
            descricao=descricao,
            pessoas=pessoas,
            pagina=pagina,
            ja_existe=[each.codigo for each in iguais],
        )

    def _draft(self, texto: str, empresa_id: int) -> tuple[ContaPagar, str]:
        hoje = self._agora().date()
        if texto.startswith(_BRCODE):
            return _of_brcode(texto, empresa_id, hoje)
        try:
            forma, barras = pagamentos.read_linha(texto)
        except CodigoBarrasError as error:
            message = sentence(str(error))
            raise RefusedError("codigo_invalido", f"{message} Confira e digite outra vez.", "codigo_barras") from error
        if forma is FormaPagamento.CONCESSIONARIA:
            return _of_bill(barras, empresa_id, hoje)
        partes = codigo_barras.parse_codigo_barras(barras)
        vencimento = partes.vencimento(hoje) or hoje
        conta = _conta(empresa_id, hoje, vencimento, partes.valor, forma, codigo_barras=barras)
        return conta, f"Boleto do banco {partes.banco}"


def _of_bill(barras: str, empresa_id: int, hoje: date) -> tuple[ContaPagar, str]:
    lida = arrecadacao.parse_codigo_barras(barras)
    nome = arrecadacao.SEGMENTOS.get(lida.segmento, "Conta")
    forma = FormaPagamento.CONCESSIONARIA
    conta = _conta(empresa_id, hoje, hoje, lida.valor or 0, forma, codigo_barras=barras, nome=nome)
    return conta, f"Conta ou guia: {nome}"


def _of_brcode(texto: str, empresa_id: int, hoje: date) -> tuple[ContaPagar, str]:
    try:
        lido = pix.parse(texto)
    except BrCodeError as error:
        message = f"O código Pix não serve: {error}. Copie-o inteiro outra vez."
        raise RefusedError("pix_invalido", message, "pix_qr") from error
    conta = _conta(
        empresa_id,
        hoje,
        hoje,
        lido.valor or 0,
        FormaPagamento.PIX_QR,
        pix_qr=lido.url or lido.chave,
        pix_txid=lido.txid,
        nome=_nome(lido),
    )
    return conta, f"Pix QR Code {'dinâmico' if lido.url else 'estático'}"


def _nome(lido: BrCode) -> str:
    """Return the payee's name: field 59 (Manual de Padrões para Iniciação do Pix)."""
    return lido.campos.get("59", "")


def _conta(
    empresa_id: int,
    hoje: date,
    vencimento: date,
    valor: int,
    forma: FormaPagamento,
    *,
    codigo_barras: str = "",
    pix_qr: str = "",
    pix_txid: str = "",
    nome: str = "",
) -> ContaPagar:
    return ContaPagar(
        empresa_id=empresa_id,
        nome=nome,
        emissao=min(hoje, vencimento),
        vencimento=vencimento,
        valor=valor,
        forma=forma,
        codigo_barras=codigo_barras,
        pix_qr=pix_qr,
        pix_txid=pix_txid,
    )


def _of(conta: ContaPagar, pessoa: Pessoa) -> ContaPagar:
    return replace(conta, pessoa_id=pessoa.id)


def _printed(uow: UnitOfWork, empresa_id: int, documentos: Sequence[str]) -> list[Pessoa]:
    """Return the pessoas whose CPF or CNPJ is printed on the slip."""
    compactos = [compact(documento) for documento in documentos]
    achadas = uow.pessoas.find_many_by_documento(empresa_id, compactos)
    return [pessoa for documento in compactos for pessoa in achadas.get(documento, [])]
