"""What keeps a debit out of a remessa: told before anything is written, one problem for each fault."""

from collections.abc import Iterator

from finbank_desktop.domain.debitos import DadosDebito, Debito, MovimentoDebito
from finbank_desktop.domain.documentos import has_letters
from finbank_desktop.domain.problems import Problem
from finbank_desktop.layouts.model import Layout

_SIM = "sim"
_BCB = "desde 13/10/2025 o débito em outro banco só é feito por Pix Automático (Resolução BCB 505)"
_DE_VALOR = (MovimentoDebito.DEBITAR, MovimentoDebito.CANCELAR)
_CADASTRO_DESDE = 6
_240 = 240


def problems(dados: DadosDebito, layout: Layout, versao: str) -> Iterator[Problem]:
    """Yield what is wrong with a remessa before it is written."""
    if not dados.convenio.convenio.strip():
        yield Problem(message="Falta o número do convênio no banco.", fix="Complete o convênio.", field="convenio")
    if layout.tamanho == _240 and has_letters(dados.empresa.documento) and layout.inscricao_alfanumerica != _SIM:
        yield _lettered("A empresa")
    for each in dados.debitos:
        for field, message, fix in _faults(each, dados, layout, versao):
            yield Problem(message=f"Débito {each.seu_numero}: {message}.", fix=fix, field=field)
        if has_letters(each.consentimento.documento) and layout.inscricao_alfanumerica != _SIM:
            yield _lettered(f"Débito {each.seu_numero}: o cliente")


def _lettered(who: str) -> Problem:
    return Problem(
        message=f"{who} tem CNPJ com letras, e o layout deste banco só leva números.",
        fix="Pergunte ao banco pela versão do layout que aceita o CNPJ alfanumérico, ou cobre por boleto.",
        field="documento",
    )


def _faults(each: Debito, dados: DadosDebito, layout: Layout, versao: str) -> Iterator[tuple[str, str, str]]:
    consentimento = each.consentimento
    if consentimento.banco != dados.convenio.banco:
        yield (
            "consentimento",
            f"a conta do cliente é do banco {consentimento.banco} e o convênio do banco {dados.convenio.banco}; {_BCB}",
            "Peça ao cliente uma conta neste banco ou cobre por boleto ou Pix Automático.",
        )
    if not consentimento.agencia.strip("0 ") or not consentimento.conta.strip("0 "):
        yield "conta", "faltam a agência ou a conta do cliente", "Complete o consentimento."
    if not each.cliente_empresa.strip():
        yield "cliente_empresa", "falta o que identifica o cliente na empresa", "Complete o consentimento."
    if each.movimento in _DE_VALOR:
        if each.valor <= 0:
            yield "valor", "o valor deve ser maior que zero", "Corrija o valor."
        if each.vencimento is None:
            yield "vencimento", "falta o vencimento", "Informe o dia do débito."
    if each.movimento is MovimentoDebito.DEBITAR and each.vencimento and each.vencimento < dados.geracao.date():
        yield "vencimento", "o vencimento já passou", "Escolha uma data futura, com o prazo que o banco pede."
    if each.movimento not in _DE_VALOR and layout.tamanho == _240:
        yield "movimento", "a remessa de 240 posições só leva débitos", "Use o convênio de 150 posições."
    if each.movimento is MovimentoDebito.CADASTRAR and int(versao or 0) < _CADASTRO_DESDE and layout.tamanho != _240:
        yield (
            "movimento",
            f"a versão {versao} do layout não cadastra consentimentos: o cliente autoriza no próprio banco",
            "Espere o cadastro no retorno (registro B) ou use a versão 06 ou 08.",
        )
