"""Which commands there are, and which module runs each; nothing else is imported until one is chosen.

A module of a command has ``configure(parser)``, which names its arguments, and ``run(args, saida)``, which returns the
exit code.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One command, such as ``finbank boletos calcular``.

    Attributes:
        module: Name of the module within this package.
        ajuda: What it does, one Portuguese line.
    """

    noun: str
    verb: str
    module: str
    ajuda: str


COMMANDS = (
    Command(
        noun="boletos",
        verb="calcular",
        module="calcular",
        ajuda="calcula código de barras e linha digitável; lê JSON Lines da entrada padrão",
    ),
    Command(noun="boletos", verb="emitir", module="emitir", ajuda="faz boletos das contas a receber em aberto"),
    Command(noun="boletos", verb="listar", module="listas", ajuda="lista os boletos"),
    Command(noun="boletos", verb="pdf", module="pdf", ajuda="grava boletos em um PDF"),
    Command(noun="arquivos", verb="ler", module="ler", ajuda="mostra o que há em arquivos de remessa e retorno"),
    Command(noun="arquivos", verb="conferir", module="conferir", ajuda="confere arquivos de banco linha a linha"),
    Command(noun="arquivos", verb="explicar", module="explicar", ajuda="explica cada campo de um arquivo de banco"),
    Command(noun="arquivos", verb="comparar", module="comparar", ajuda="mostra em que campos dois arquivos diferem"),
    Command(noun="bancos", verb="listar", module="bancos", ajuda="lista os bancos e o que se faz com cada um"),
    Command(noun="dados", verb="importar", module="dados_importar", ajuda="importa cadastros e contas de um JSON"),
    Command(noun="dados", verb="exportar", module="dados_exportar", ajuda="mostra os cadastros e contas em JSON"),
    Command(noun="convenios", verb="listar", module="listas", ajuda="lista os convênios"),
    Command(noun="remessas", verb="listar", module="listas", ajuda="lista as remessas geradas"),
    Command(noun="retornos", verb="listar", module="listas", ajuda="lista os retornos importados"),
    Command(noun="importacoes", verb="listar", module="listas", ajuda="lista as importações"),
    Command(noun="importacoes", verb="desfazer", module="desfazer", ajuda="desfaz uma importação inteira"),
    Command(noun="remessa", verb="gerar", module="remessa", ajuda="gera o arquivo de remessa de um convênio"),
    Command(noun="retorno", verb="importar", module="retorno", ajuda="importa arquivos de retorno"),
    Command(
        noun="registro",
        verb="enviar",
        module="registro_enviar",
        ajuda="registra boletos de um convênio pela API do banco",
    ),
    Command(
        noun="registro",
        verb="consultar",
        module="registro_consultar",
        ajuda="pergunta ao banco pelos boletos registrados por API e importa pagamentos e baixas",
    ),
    Command(noun="extrato", verb="importar", module="extrato", ajuda="importa extratos de uma conta (OFX, OFC, CNAB)"),
    Command(noun="extrato", verb="listar", module="listas", ajuda="lista os extratos importados"),
    Command(noun="planilhas", verb="importar", module="planilhas", ajuda="importa clientes ou contas de .xlsx ou .csv"),
    Command(
        noun="planilhas", verb="desfazer", module="planilhas_desfazer", ajuda="desfaz a importação de uma planilha"
    ),
    Command(
        noun="conciliacao",
        verb="sugerir",
        module="conciliacao",
        ajuda="mostra o que do extrato parece pagar o quê; não muda nada",
    ),
    Command(noun="lotes", verb="listar", module="listas", ajuda="lista os lotes contábeis"),
    Command(noun="lotes", verb="exportar", module="lotes", ajuda="grava lançamentos contábeis em CSV, XLSX ou Domínio"),
    Command(noun="lotes", verb="fechar", module="lotes_fechar", ajuda="fecha lotes contábeis; fechados não mudam mais"),
    Command(noun="contas", verb="listar", module="listas", ajuda="lista as contas caixa com os seus saldos"),
    Command(noun="contas-pagar", verb="listar", module="listas", ajuda="lista as contas a pagar"),
    Command(noun="contas-pagar", verb="aprovar", module="pagamentos_acoes", ajuda="aprova o pagamento de contas"),
    Command(noun="contas-pagar", verb="desaprovar", module="pagamentos_acoes", ajuda="tira a aprovação de contas"),
    Command(noun="contas-pagar", verb="cancelar", module="pagamentos_acoes", ajuda="cancela contas a pagar"),
    Command(noun="contas-pagar", verb="reabrir", module="pagamentos_acoes", ajuda="reabre contas canceladas"),
    Command(
        noun="contas-pagar",
        verb="corrigir",
        module="pagamentos_acoes",
        ajuda="põe em aberto outra vez, com outro número, o que o banco recusou",
    ),
    Command(noun="pagamentos", verb="listar", module="listas", ajuda="lista as contas a pagar"),
    Command(noun="pagamentos", verb="aprovar", module="pagamentos_acoes", ajuda="aprova o pagamento de contas"),
    Command(noun="pagamentos", verb="gerar", module="pagamentos_remessa", ajuda="gera a remessa de pagamentos"),
    Command(
        noun="pagamentos",
        verb="remessa",
        module="pagamentos_remessa_acoes",
        ajuda="gera, cancela, marca como enviada ou salva outra vez",
    ),
    Command(noun="pagamentos", verb="importar", module="pagamentos_retorno", ajuda="importa retornos de pagamentos"),
    Command(
        noun="pagamentos", verb="retorno", module="pagamentos_retorno", ajuda="retorno importar: o mesmo que importar"
    ),
    Command(
        noun="pagamentos",
        verb="cancelar",
        module="pagamentos_cancelar",
        ajuda="cancela uma remessa de pagamentos que não foi ao banco",
    ),
    Command(noun="convenios-pagamento", verb="listar", module="listas", ajuda="lista os convênios de pagamento"),
    Command(noun="remessas-pagamento", verb="listar", module="listas", ajuda="lista as remessas de pagamentos"),
    Command(noun="retornos-pagamento", verb="listar", module="listas", ajuda="lista os retornos de pagamentos e o DDA"),
    Command(noun="debitos", verb="listar", module="listas", ajuda="lista os débitos automáticos"),
    Command(noun="debitos", verb="emitir", module="debitos_emitir", ajuda="cria débitos de contas a receber em aberto"),
    Command(noun="debitos", verb="gerar", module="debitos_gerar", ajuda="gera a remessa de débito de um convênio"),
    Command(noun="debitos", verb="importar", module="debitos_importar", ajuda="importa retornos de débito automático"),
    Command(noun="debitos", verb="cancelar", module="debitos_cancelar", ajuda="cancela débitos, ou pede isso ao banco"),
    Command(noun="debitos", verb="remessa", module="debitos_remessa", ajuda="gera, cancela ou marca como enviada"),
    Command(noun="debitos", verb="retorno", module="debitos_retorno", ajuda="importa retornos de débito automático"),
    Command(noun="debitos", verb="consentimentos", module="debitos_listas", ajuda="lista os consentimentos"),
    Command(noun="debitos", verb="convenios", module="debitos_listas", ajuda="lista os convênios de débito"),
    Command(noun="debitos", verb="layouts", module="debitos_listas", ajuda="lista os layouts bancários cadastrados"),
    Command(noun="debitos", verb="remessas", module="debitos_listas", ajuda="lista as remessas de débito"),
    Command(noun="debitos", verb="retornos", module="debitos_listas", ajuda="lista os retornos de débito importados"),
    Command(noun="dda", verb="importar", module="dda", ajuda="importa boletos do DDA e os casa com as contas a pagar"),
    Command(noun="dda", verb="listar", module="listas", ajuda="lista os boletos do DDA"),
    Command(
        noun="banco-simulado", verb="processar", module="simulado", ajuda="responde a remessas como um banco faria"
    ),
)


def of_noun(noun: str) -> tuple[Command, ...]:
    """Return the commands of *noun*; none when there is no such noun."""
    return tuple(command for command in COMMANDS if command.noun == noun)


def find(noun: str, verb: str) -> Command | None:
    """Return the command ``noun verb``."""
    return next((command for command in of_noun(noun) if command.verb == verb), None)
