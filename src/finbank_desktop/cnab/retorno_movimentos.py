"""What stops a whole return of payments or débito automático before a line of it is looked at."""

from finbank_desktop.cnab.detect import DDA, DEBITO, PAGAMENTO
from finbank_desktop.domain.arquivos import Arquivo, Cabecalho
from finbank_desktop.domain.problems import RefusedError

_PRODUTOS = {PAGAMENTO: "pagamentos", DEBITO: "débito automático", DDA: "DDA", "cobranca": "cobrança"}


def require(arquivo: Arquivo, produto: str, nome: str) -> None:
    """Refuse what is no complete return of *produto*.

    Args:
        arquivo: The file as read.
        produto: ``pagamento`` or ``debito``.
        nome: The file's name, for the sentence.

    Raises:
        RefusedError: With what it is, what was expected and what to do.
    """
    cabecalho = arquivo.cabecalho
    wanted = _PRODUTOS[produto]
    if cabecalho.kind == "remessa":
        raise RefusedError(
            "remessa_no_lugar_de_retorno",
            f"Este arquivo é uma remessa de {_what(cabecalho)}, que vai ao banco: não traz ocorrências. Aqui se "
            f"importa o retorno de {wanted} que o banco devolve; escolha o arquivo de retorno (.RET).",
            nome,
        )
    if cabecalho.product != produto:
        raise RefusedError(
            "outro_produto",
            f"Este arquivo é um retorno de {_what(cabecalho)}; aqui se importa o retorno de {wanted}. "
            f"Escolha o retorno de {wanted} do banco.",
            nome,
        )
    if not arquivo.has_end:
        lidos = "1 lançamento" if arquivo.totais.titles == 1 else f"{arquivo.totais.titles} lançamentos"
        raise RefusedError(
            "fim_ausente",
            f"O arquivo de retorno está cortado: tem {lidos}, mas falta o registro que o encerra. Nada foi importado; "
            "baixe-o de novo no site do banco.",
            nome,
        )


def _what(cabecalho: Cabecalho) -> str:
    return f"{_PRODUTOS.get(cabecalho.product, 'outro serviço')} do banco {cabecalho.banco}"
