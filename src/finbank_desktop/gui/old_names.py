"""What other programs call the same thing: who comes from one of them finds it by its old name.

The names are those of the help pages the program was asked for by: Omie (integração bancária manual), TOTVS RM
(cobrança eletrônica; retorno de débito automático), Koper (boletos-retornos) and IXC (comunicação em massa com
gateway).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OldName:
    """An old name and where it leads.

    Attributes:
        key: Key of a section, or of an action (see `destinations`).
    """

    program: str
    name: str
    key: str


OLD_NAMES = (
    OldName("Omie", "Remessa de Cobrança", "gerar-remessa"),
    OldName("Omie", "Gerar a remessa de cobrança", "gerar-remessa"),
    OldName("Omie", "Enviando o arquivo de Remessa de Cobrança", "remessas"),
    OldName("Omie", "Retorno de Cobrança", "importar-retorno"),
    OldName("Omie", "Importar o retorno de cobrança", "importar-retorno"),
    OldName("Omie", "Integração Bancária", "retornos"),
    OldName("Omie", "Cobranças emitidas", "boletos"),
    OldName("Omie", "Clientes e Fornecedores", "pessoas"),
    OldName("Omie", "Contas a Pagar", "contas-pagar"),
    OldName("Omie", "Remessa de Pagamento", "gerar-remessa-pagamento"),
    OldName("Omie", "Retorno de Pagamento", "importar-retorno-pagamento"),
    OldName("TOTVS RM", "Cobrança Eletrônica", "boletos"),
    OldName("TOTVS RM", "Movimentações Bancárias ▸ Integração Bancária ▸ Retorno Bancário", "importar-retorno"),
    OldName("TOTVS RM", "Remessa Bancária", "gerar-remessa"),
    OldName("TOTVS RM", "Menu Boletos ▸ Gerar arquivo de remessa", "gerar-remessa"),
    OldName("TOTVS RM", "Cancelar Remessa", "remessas"),
    OldName("TOTVS RM", "Cancelar Boleto", "boletos"),
    OldName("TOTVS RM", "Acordo", "boletos"),
    OldName("TOTVS RM", "STATUS.CNAB", "boletos"),
    OldName("TOTVS RM", "IPTE", "boletos"),
    OldName("TOTVS RM", "Lançamentos financeiros", "contas-receber"),
    OldName("TOTVS RM", "Cadastro do Banco, Agência e Conta Corrente", "contas"),
    OldName("TOTVS RM", "Conta Caixa", "contas-caixa"),
    OldName("TOTVS RM", "Gestão Contábil ▸ Manutenção de Lotes", "lotes"),
    OldName("TOTVS RM", "Contab.Financeiro ▸ Evento Contábil", "eventos-contabeis"),
    OldName("TOTVS RM", "Baixas a Receber ▸ Histórico", "eventos-contabeis"),
    OldName("TOTVS RM", "Anexos ▸ Baixas do Lançamento", "contas-receber"),
    OldName("TOTVS RM", "Convênio bancário", "convenios"),
    OldName("TOTVS RM", "Coligada e Filial", "empresas"),
    OldName("TOTVS RM", "Cliente/Fornecedor", "pessoas"),
    OldName(
        "TOTVS RM",
        "Movimentações Bancárias ▸ Integração Bancária ▸ Retorno Bancário ▸ Retorno de Débito Automático",
        "importar-debito",
    ),
    OldName("TOTVS RM", "Retorno de Débito Automático", "importar-debito"),
    OldName("TOTVS RM", "Cadastro do Banco ▸ Anexos ▸ Layout Bancário", "layouts-bancarios"),
    OldName("TOTVS RM", "Anexos ▸ Layout Bancário ▸ Retorno de Débito Automático", "layouts-bancarios"),
    OldName("TOTVS RM", "IDBOLETO", "debitos"),
    OldName("Koper", "Boletos - Retornos", "retornos"),
    OldName("Koper", "Financeiro ▸ Boletos - Retornos", "retornos"),
    OldName("Koper", "+ Selecionar arquivo .RET", "importar-retorno"),
    OldName("IXC", "Emissão de Boletos", "boletos"),
    OldName("IXC", "Relatórios Financeiros ▸ Relatórios de Saída ▸ Emissão de Boletos", "boletos"),
    OldName("IXC", "Emissão de Boletos", "registros"),
    OldName("IXC", "Relatórios Financeiros ▸ Relatórios de Saída ▸ Emissão de Boletos", "registros"),
    OldName("IXC", "Comunicação com Gateway", "registros"),
    OldName("IXC", "Carteira de Cobrança", "convenios"),
)
