"""What may wait to be done, as *Início* counts it: which list, what of it, and the button that leads on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from finbank_desktop.gui.pages.contas_api import VENCE
from finbank_desktop.gui.tokens import Tone
from finbank_desktop.gui.widgets.filter_bar import Opcao

ATE_HOJE = "até hoje"
"""In the place of a filter's value: everything until the day on which it is asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """Something that may wait.

    Attributes:
        section: Whose list is counted and opened.
        filters: What of it waits: filter key to what the user reads and what is asked.
        action: Words of the button.
        pending: Whether it counts as waiting at the bank.
        soma: Column whose sum is shown beside the count.
    """

    title: str
    sentence: str
    icon: str
    tone: Tone
    section: str
    filters: Mapping[str, Opcao] = field(default_factory=dict)
    action: str = "Ver lista"
    pending: bool = True
    soma: str = ""

    def asked(self, today: date) -> dict[str, Opcao]:
        """Return the filters as they are on the day *today*."""
        return {
            chave: Opcao(opcao.texto, (None, today)) if opcao.valor is ATE_HOJE else opcao
            for chave, opcao in self.filters.items()
        }


_PERTO = 5
"""Days before the due date from which a boleto that the bank does not have is urgent."""

TASKS = (
    Task(
        title="Recusados pelo banco",
        sentence="Corrija o motivo e envie de novo.",
        icon="erro",
        tone=Tone.DANGER,
        section="boletos",
        filters={"no_banco": Opcao("Recusado", "Recusado")},
        action="Corrigir",
        soma="valor",
    ),
    Task(
        title="Boletos que vencem sem registro",
        sentence="Vencem em até 5 dias e o banco ainda não confirmou: o cliente não consegue pagar.",
        icon="calendario",
        tone=Tone.DANGER,
        section="boletos",
        filters={"vence_sem_registro": Opcao("Vencem em até 5 dias sem registro", _PERTO)},
        action="Ver boletos",
        pending=False,  # each of them is counted by another card as well
        soma="valor",
    ),
    Task(
        title="Boletos por API sem registro",
        sentence="Vencem em até 5 dias e ainda não foram comunicados: o cliente não consegue pagar.",
        icon="enviado",
        tone=Tone.DANGER,
        section="registros",
        filters={
            "comunicado": Opcao("Não", valor=False),
            "vence_em": Opcao("Vencem em até 5 dias", _PERTO),
        },
        action="Comunicar",
        pending=False,  # each of them is counted by another card as well
        soma="valor",
    ),
    Task(
        title="Títulos sem resposta certa da API",
        sentence="O programa não sabe se o banco os registrou: consulte-os ou confira no site do banco.",
        icon="ajuda",
        tone=Tone.WARNING,
        section="registros",
        filters={"estado": Opcao("Sem resposta certa", ["CONFLITO", "DESCONHECIDO", "ENVIANDO"])},
        action="Ver títulos",
        soma="valor",
    ),
    Task(
        title="Certificados que vencem em até 30 dias",
        sentence="Sem certificado válido o banco não atende a conta de API: peça outro a tempo.",
        icon="relogio",
        tone=Tone.WARNING,
        section="contas-api",
        filters={"certificado": VENCE},
        action="Ver contas",
        pending=False,
    ),
    Task(
        title="Instruções que faltam enviar",
        sentence="Pedidos ao banco que esperam a próxima remessa.",
        icon="aviso",
        tone=Tone.WARNING,
        section="boletos",
        filters={"falta_enviar": Opcao("Falta enviar ao banco", valor=True)},
        action="Ver boletos",
    ),
    Task(
        title="Retornos com linhas a decidir",
        sentence="Títulos não localizados ou a conferir: diga o que fazer com cada um.",
        icon="retornos",
        tone=Tone.WARNING,
        section="retornos",
        filters={"espera": Opcao("Esperam uma decisão", valor=True)},
        action="Decidir",
    ),
    Task(
        title="Pagamentos a devolver",
        sentence="Dinheiro que os clientes pagaram a mais ou outra vez.",
        icon="importacoes",
        tone=Tone.WARNING,
        section="devolucoes",
        filters={"espera": Opcao("Esperam a devolução", valor=True)},
        action="Ver pagamentos",
        soma="valor",
    ),
    Task(
        title="Pagamentos recusados",
        sentence="O banco não pagou: corrija o motivo, aprove e envie de novo.",
        icon="erro",
        tone=Tone.DANGER,
        section="contas-pagar",
        filters={"situacao": Opcao("Recusado", "Recusado")},
        action="Corrigir",
        soma="a_pagar",
    ),
    Task(
        title="A pagar até hoje",
        sentence="Vencem hoje ou já venceram e ainda não foram ao banco.",
        icon="contas-pagar",
        tone=Tone.WARNING,
        section="contas-pagar",
        filters={"aberto": Opcao("A pagar", valor=True), "data_pagamento": Opcao("até hoje", ATE_HOJE)},
        action="Ver contas",
        pending=False,
        soma="a_pagar",
    ),
    Task(
        title="Pagamentos aprovados sem remessa",
        sentence="O banco ainda não sabe deles.",
        icon="remessas",
        tone=Tone.WARNING,
        section="contas-pagar",
        filters={"situacao": Opcao("Aprovado", "Aprovado")},
        action="Gerar remessa de pagamento",
        soma="a_pagar",
    ),
    Task(
        title="Pagamentos agendados",
        sentence="Estão com o banco: importe o retorno para saber o que foi pago.",
        icon="cadeado",
        tone=Tone.INFO,
        section="contas-pagar",
        filters={"situacao": Opcao("Agendado", "Agendado")},
        action="Importar retorno de pagamento",
        soma="a_pagar",
    ),
    Task(
        title="Extratos a conciliar",
        sentence="Têm lançamentos que os seus livros ainda não explicam.",
        icon="conciliacao",
        tone=Tone.WARNING,
        section="extratos",
        filters={
            "pendentes": Opcao("Com lançamentos a conciliar", (1, None)),
            "situacao": Opcao("Importada", "Importada"),
        },
        action="Ver extratos",
        pending=False,
    ),
    Task(
        title="E-mails incertos ou com falha",
        sentence="Confira se chegaram antes de tentar de novo.",
        icon="enviado",
        tone=Tone.WARNING,
        section="envios",
        filters={"estado": Opcao("Incerto ou falhou", ("Incerto", "Falhou"))},
        action="Ver e-mails",
        pending=False,
    ),
    Task(
        title="Boletos que o banco ainda não conhece",
        sentence="Estão prontos; falta a remessa.",
        icon="remessas",
        tone=Tone.WARNING,
        section="boletos",
        filters={"no_banco": Opcao("Não enviado", "Não enviado"), "situacao": Opcao("Em aberto", "Em aberto")},
        action="Gerar remessa",
        soma="valor",
    ),
    Task(
        title="Remessas geradas e não enviadas",
        sentence="Envie o arquivo no site do banco e marque como enviada.",
        icon="enviado",
        tone=Tone.WARNING,
        section="remessas",
        filters={"situacao": Opcao("Gerada", "Gerada")},
        action="Ver remessas",
        soma="valor",
    ),
    Task(
        title="Enviados sem resposta do banco",
        sentence="Importe o retorno quando o banco o devolver.",
        icon="retornos",
        tone=Tone.INFO,
        section="boletos",
        filters={"no_banco": Opcao("Enviado", "Enviado")},
        action="Importar retorno",
        soma="valor",
    ),
    Task(
        title="Boletos vencidos",
        sentence="Ninguém pagou até o vencimento.",
        icon="aviso",
        tone=Tone.DANGER,
        section="boletos",
        filters={"situacao": Opcao("Vencido", "Vencido")},
        action="Ver boletos",
        pending=False,
        soma="valor",
    ),
    Task(
        title="Contas a receber em aberto",
        sentence="Tudo o que os clientes ainda devem.",
        icon="contas-receber",
        tone=Tone.NEUTRAL,
        section="contas-receber",
        filters={"aberto": Opcao("Em aberto ou vencidas", valor=True)},
        action="Ver contas",
        pending=False,
        soma="saldo",
    ),
)
