"""*Comando para o banco* and *Retirar instrução*."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from finbank_desktop.domain.comandos import Comando
from finbank_desktop.domain.encargos import TipoJuros, TipoMulta
from finbank_desktop.domain.problems import Problem
from finbank_desktop.gui.dialogs.action import Action
from finbank_desktop.gui.dialogs.fields import Choice, Field, Kind
from finbank_desktop.gui.dialogs.preview import Preview, of_operacao

if TYPE_CHECKING:
    from finbank_desktop.services.comandos import OpcaoComando

_BOTAO = {
    Comando.BAIXAR: "Pedir a baixa de {}",
    Comando.CONCEDER_ABATIMENTO: "Conceder abatimento a {}",
    Comando.CANCELAR_ABATIMENTO: "Cancelar o abatimento de {}",
    Comando.ALTERAR_VENCIMENTO: "Alterar o vencimento de {}",
    Comando.CONCEDER_DESCONTO: "Conceder desconto a {}",
    Comando.CANCELAR_DESCONTO: "Cancelar o desconto de {}",
    Comando.PROTESTAR: "Mandar protestar {}",
    Comando.SUSTAR_E_BAIXAR: "Sustar o protesto e baixar {}",
    Comando.SUSTAR_E_MANTER: "Sustar o protesto de {}",
    Comando.ALTERAR_JUROS: "Alterar os juros de {}",
    Comando.DISPENSAR_JUROS: "Dispensar os juros de {}",
    Comando.ALTERAR_MULTA: "Alterar a multa de {}",
    Comando.DISPENSAR_MULTA: "Dispensar a multa de {}",
    Comando.ALTERAR_PAGADOR: "Enviar os dados do pagador de {}",
}
_DADOS = ("vencimento", "valor", "data", "juros_tipo", "multa_tipo", "taxa")


@dataclass(frozen=True, slots=True)
class _Oferta:
    """What the banks of some boletos can be asked.

    Attributes:
        servem: What at least one of the boletos can be asked as it stands.
        fora: What their banks can be asked but none of these boletos now, with the reason.
    """

    servem: Sequence["OpcaoComando"]
    fora: Sequence[tuple["OpcaoComando", str]]


class ComandoAction(Action):
    """Asks the bank for something."""

    title = "Comando para o banco"
    sentence = (
        "O pedido muda os seus livros agora e vai ao banco na próxima remessa. Até o retorno responder, "
        "o boleto mostra Instrução pendente."
    )
    _efeitos: Mapping[str, str] = {}
    _pede: Mapping[str, tuple[str, ...]] = {}

    def load(self) -> _Oferta:
        """Return what can be asked, and why the rest cannot."""
        comandos, boletos = self.services.comandos, self.services.boletos
        servem = list(comandos.opcoes_de(self.ids))
        convenios = {int(linha["convenio_id"]) for linha in boletos.list_ids(self.ids).linhas}
        todas = {opcao.comando: opcao for convenio in convenios for opcao in comandos.opcoes(convenio)}
        tidas = {opcao.comando for opcao in servem}
        fora = [(opcao, self._reason(opcao.comando)) for opcao in todas.values() if opcao.comando not in tidas]
        return _Oferta(servem, sorted(fora, key=lambda each: str(each[0].comando)))

    def _reason(self, comando: Comando) -> str:
        return self.services.comandos.plan(self.ids[:1], comando).rows[0].efeito

    def fields(self, loaded: _Oferta) -> Sequence[Field]:
        """Offer the orders; what each needs comes into sight with it."""
        opcoes = [*loaded.servem, *(opcao for opcao, _reason in loaded.fora)]
        self._efeitos = {str(opcao.comando): opcao.efeito for opcao in opcoes}
        self._pede = {str(opcao.comando): opcao.pede for opcao in opcoes}
        choices = [Choice(value=str(opcao.comando), text=opcao.titulo) for opcao in loaded.servem]
        choices += [
            Choice(value=str(opcao.comando), text=f"{opcao.titulo} (agora não)", reason=reason)
            for opcao, reason in loaded.fora
        ]
        if not loaded.servem:
            choices.insert(0, Choice(value="", text="Nenhum comando serve a estes boletos agora"))
        first = str(loaded.servem[0].comando) if loaded.servem else ""
        juros = (("R$ por dia", TipoJuros.VALOR_DIA), ("% ao mês", TipoJuros.TAXA_MENSAL))
        multa = (("R$", TipoMulta.VALOR), ("% do valor", TipoMulta.PERCENTUAL))
        return (
            Field(name="comando", words="&Comando", kind=Kind.CHOICE, value=first, choices=choices, wide=True),
            Field(name="vencimento", words="&Novo vencimento", kind=Kind.DATE),
            Field(name="valor", words="&Valor em R$", kind=Kind.MONEY),
            Field(name="data", words="&Até o dia (vazio: o vencimento)", kind=Kind.DATE),
            Field(name="juros_tipo", words="Juros &em", kind=Kind.CHOICE, choices=_choices(juros)),
            Field(name="multa_tipo", words="Multa &em", kind=Kind.CHOICE, choices=_choices(multa)),
            Field(name="taxa", words="&Quanto", kind=Kind.MONEY),
        )

    def shown(self, values: Mapping[str, Any]) -> Collection[str]:
        """Show what the chosen order needs."""
        return {"comando", *self._pede.get(str(values["comando"]), ())}

    def explain(self, values: Mapping[str, Any]) -> str:
        """Say what the chosen order does."""
        return self._efeitos.get(str(values["comando"]), "")

    def plan(self, values: Mapping[str, Any]) -> Preview:
        """Plan the chosen order; with none to choose, say why for the boletos there are."""
        if values["comando"] is None:
            return Preview(plan=None, rows=(), commit=self.title, problems=(Problem(message="Escolha o comando."),))
        comando = Comando(values["comando"] or Comando.BAIXAR)
        dados = self.services.comandos.DADOS(
            vencimento=values["vencimento"],
            valor=values["valor"] or 0,
            data=values["data"],
            juros_tipo=TipoJuros(values["juros_tipo"]),
            multa_tipo=TipoMulta(values["multa_tipo"]),
            taxa=values["taxa"] or 0,
        )
        plan = self.services.comandos.plan(self.ids, comando, dados)
        antes = self.services.boletos.list_ids(self.ids).linhas
        campos = self._pede.get(str(comando), ()) if self._missing(comando, values) else ()
        return of_operacao(plan, _BOTAO[comando], antes, hoje=self.today, campos=campos)

    def _missing(self, comando: Comando, values: Mapping[str, Any]) -> bool:
        """Whether something was typed, so that what is wrong with it is said below it."""
        return any(values[nome] for nome in self._pede.get(str(comando), ()) if not nome.endswith("_tipo"))


class RetirarAction(Action):
    """Takes back orders no remessa carries yet."""

    title = "Retirar instrução"
    sentence = "O pedido ainda não foi ao banco: o boleto volta ao que era antes de ele ser feito."

    def plan(self, values: Mapping[str, Any]) -> Preview:
        """Plan it."""
        del values
        plan = self.services.comandos.plan_retirar(self.ids)
        antes = self.services.boletos.list_ids(self.ids).linhas
        return of_operacao(plan, "Retirar a instrução de {}", antes, hoje=self.today)


def _choices(pairs: Sequence[tuple[str, Any]]) -> Sequence[Choice]:
    return [Choice(value=value, text=text) for text, value in pairs]
