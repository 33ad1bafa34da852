"""The sections of the main window, in the order they are shown."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from finbank_desktop.gui.desk import Desk
from finbank_desktop.gui.pages.ajuda import AjudaPage
from finbank_desktop.gui.pages.bancos import BancosPage
from finbank_desktop.gui.pages.boletos import BoletosPage
from finbank_desktop.gui.pages.cadastros import ContasPage, ConveniosPage, EmpresasFiliaisPage, PessoasPage
from finbank_desktop.gui.pages.conciliacao import ConciliacaoPage
from finbank_desktop.gui.pages.conferir import ConferirPage
from finbank_desktop.gui.pages.contas_api import ContasApiPage
from finbank_desktop.gui.pages.contas_caixa import ContasCaixaPage
from finbank_desktop.gui.pages.contas_pagar import ContasPagarPage
from finbank_desktop.gui.pages.contas_receber import ContasReceberPage
from finbank_desktop.gui.pages.convenios_pagamento import ConveniosPagamentoPage
from finbank_desktop.gui.pages.debito_cadastros import ConveniosDebitoPage, LayoutsPage
from finbank_desktop.gui.pages.debito_retornos import DebitoRetornosPage
from finbank_desktop.gui.pages.debitos import ConsentimentosPage, DebitosPage
from finbank_desktop.gui.pages.devolucoes import DevolucoesPage
from finbank_desktop.gui.pages.envios import EnviosPage
from finbank_desktop.gui.pages.eventos_contabeis import EventosHistoricosPage
from finbank_desktop.gui.pages.extratos import ExtratosPage
from finbank_desktop.gui.pages.inicio import InicioPage
from finbank_desktop.gui.pages.inspecionar import InspecionarPage
from finbank_desktop.gui.pages.lembretes import LembretesPage
from finbank_desktop.gui.pages.lotes import LotesPage
from finbank_desktop.gui.pages.plano_contas import PlanoContasPage
from finbank_desktop.gui.pages.registros import RegistrosPage
from finbank_desktop.gui.pages.remessas import RemessasPage
from finbank_desktop.gui.pages.remessas_pagamento import RemessasPagamentoPage
from finbank_desktop.gui.pages.retornos import RetornosPage
from finbank_desktop.gui.pages.retornos_pagamento import RetornosPagamentoPage
from finbank_desktop.gui.widgets.navigation import Place


@dataclass(frozen=True, slots=True)
class Section:
    """A section and how its page is made.

    Attributes:
        words: Further words it is found by, such as the name older programs give it.
    """

    place: Place
    build: Callable[[Desk], QWidget]
    words: str = ""


SECTIONS = (
    Section(Place("inicio", "Início", "inicio", "", "Ctrl+1"), InicioPage, "pendências fila de trabalho"),
    Section(
        Place("contas-receber", "Contas a receber", "contas-receber", "Cobrança", "Ctrl+2"),
        ContasReceberPage,
        "lançamentos títulos",
    ),
    Section(Place("boletos", "Boletos", "boletos", "Cobrança", "Ctrl+3"), BoletosPage, "cobrança títulos"),
    Section(
        Place("remessas", "Remessas", "remessas", "Cobrança", "Ctrl+4"), RemessasPage, "enviar ao banco cnab arquivo"
    ),
    Section(
        Place("retornos", "Retornos", "retornos", "Cobrança", "Ctrl+5"),
        RetornosPage,
        "importações retorno bancário integração cnab baixas boletos-retornos",
    ),
    Section(
        Place("registros", "Registro por API", "banco-ok", "Cobrança"),
        RegistrosPage,
        "emissão de boletos comunicação com gateway registrar online api em massa comunicar",
    ),
    Section(
        Place("devolucoes", "Pagamentos a devolver", "importacoes", "Cobrança"),
        DevolucoesPage,
        "devolução duplicidade pago duas vezes excedente estorno cliente",
    ),
    Section(
        Place("envios", "Envios", "enviado", "Cobrança"),
        EnviosPage,
        "e-mail email correio fila smtp mensagens enviados incerto",
    ),
    Section(
        Place("lembretes", "Lembretes", "calendario", "Cobrança"),
        LembretesPage,
        "régua de cobrança avisos vence hoje atrasados e-mail",
    ),
    Section(
        Place("contas-pagar", "Contas a pagar", "contas-pagar", "Pagamentos"),
        ContasPagarPage,
        "pagamentos fornecedores favorecidos boletos pix ted tributos despesas aprovar agendado",
    ),
    Section(
        Place("remessas-pagamento", "Remessas de pagamento", "remessas", "Pagamentos"),
        RemessasPagamentoPage,
        "enviar pagamentos ao banco cnab 240 sispag pagfor fornecedores salários",
    ),
    Section(
        Place("retornos-pagamento", "Retornos de pagamento", "retornos", "Pagamentos"),
        RetornosPagamentoPage,
        "aceite confirmação comprovante pagamentos efetuados importações dda",
    ),
    Section(
        Place("debitos", "Débitos", "agrupar", "Débito automático"),
        DebitosPage,
        "débito em conta automático remessa de débito cobrar agendar",
    ),
    Section(
        Place("consentimentos", "Consentimentos", "ok", "Débito automático"),
        ConsentimentosPage,
        "autorização cliente optante débito automático conta",
    ),
    Section(
        Place("debito-retornos", "Retornos de débito", "retornos", "Débito automático"),
        DebitoRetornosPage,
        "importar retorno de débito automático idboleto baixa",
    ),
    Section(Place("extratos", "Extratos", "extratos", "Bancos"), ExtratosPage, "ofx ofc importar banco movimentação"),
    Section(
        Place("conciliacao", "Conciliação", "conciliacao", "Bancos"),
        ConciliacaoPage,
        "conciliar bater extrato lançamentos fechamento regras",
    ),
    Section(
        Place("lotes", "Lotes", "agrupar", "Contabilidade"),
        LotesPage,
        "contábeis lançamentos partidas exportar domínio manutenção de lotes fechamento período",
    ),
    Section(
        Place("contas-caixa", "Contas caixa", "contas", "Contabilidade"),
        ContasCaixaPage,
        "saldo movimentos caixa dinheiro banco",
    ),
    Section(
        Place("plano-contas", "Plano de contas", "colunas", "Contabilidade"),
        PlanoContasPage,
        "contábil analítica sintética reduzido importar plano",
    ),
    Section(
        Place("eventos-contabeis", "Eventos e históricos", "tarefas", "Contabilidade"),
        EventosHistoricosPage,
        "configurações contábil evento histórico padrão contabilização",
    ),
    Section(
        Place("empresas", "Empresas e filiais", "empresas", "Cadastros", "Ctrl+6"), EmpresasFiliaisPage, "coligadas"
    ),
    Section(Place("pessoas", "Pessoas", "pessoas", "Cadastros", "Ctrl+7"), PessoasPage, "clientes pagadores sacados"),
    Section(Place("contas", "Contas correntes", "contas", "Cadastros", "Ctrl+8"), ContasPage, "bancos agências"),
    Section(Place("convenios", "Convênios", "convenios", "Cadastros", "Ctrl+9"), ConveniosPage, "carteiras contratos"),
    Section(
        Place("convenios-pagamento", "Convênios de pagamento", "convenios", "Cadastros"),
        ConveniosPagamentoPage,
        "contratos pagamento a fornecedores conta que paga aprovação",
    ),
    Section(
        Place("contas-api", "Contas de API", "banco-ok", "Cadastros"),
        ContasApiPage,
        "gateway certificado a1 pfx client id chave api homologação produção testar conexão",
    ),
    Section(
        Place("convenios-debito", "Convênios de débito", "convenios", "Cadastros"),
        ConveniosDebitoPage,
        "contrato débito automático nsa",
    ),
    Section(
        Place("layouts-bancarios", "Layouts bancários", "colunas", "Cadastros"),
        LayoutsPage,
        "leiaute cnab 150 240 anexos banco retorno remessa débito",
    ),
    Section(
        Place("conferir", "Conferir arquivo", "conferir", "Ferramentas"),
        ConferirPage,
        "validar remessa lint erros recusa validador",
    ),
    Section(
        Place("inspecionar", "Inspecionar arquivo", "inspecionar", "Ferramentas"),
        InspecionarPage,
        "explicar posições campos comparar cnab leiaute visualizar",
    ),
    Section(
        Place("bancos", "Bancos", "bancos", "Ferramentas"), BancosPage, "leiautes formatos confiança homologação fontes"
    ),
    Section(Place("ajuda", "Ajuda", "ajuda", " ", "F1"), AjudaPage, "manual"),
)
