"""What each line of a retorno will do to our books; pure, nothing is read or written here.

Lines are taken in the file's order and each sees what the lines before it did: a title confirmed and paid in one file
passes through both, and its second payment finds it settled.

A line's credit date may be missing (many CNAB 400 files leave it blank until the money is there): the header's date
stands in for it, and where that is missing too the baixa is made without one. A line without payment date or amount is
a person's to decide.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from finbank_desktop.domain.arquivos import Cabecalho
from finbank_desktop.domain.boletos import Boleto, NoBanco
from finbank_desktop.domain.contas_receber import ContaReceber, Situacao
from finbank_desktop.domain.ocorrencias import Efeito, Ocorrencia
from finbank_desktop.domain.valores import Centavos, format_brl
from finbank_desktop.services import pedidos, retorno_no_banco
from finbank_desktop.services.retorno_identidade import identities
from finbank_desktop.services.retorno_model import Acervo, ItemBaixa, PlanRow, Tab
from finbank_desktop.services.retorno_rateio import Aberto, share
from finbank_desktop.services.retorno_valores import Quitacao, settle


class Planner:
    """Plans the lines of one file one after another.

    Attributes:
        boletos: Every boleto touched so far, as it will be.
        contas: Every conta a receber touched so far, as it will be.
    """

    def __init__(
        self,
        acervo: Acervo,
        cabecalho: Cabecalho,
        convenios: Sequence[int],
        *,
        duvidas: Mapping[int, str] | None = None,
    ) -> None:
        """Begin a file.

        Args:
            acervo: What our books know.
            cabecalho: The file's.
            convenios: The convênios the file may speak of, the likeliest first.
            duvidas: What is wrong with a line, by its number; such a line is left to a person.
        """
        self._acervo = acervo
        self._cabecalho = cabecalho
        self._convenios = convenios
        self._duvidas = duvidas or {}
        self._baixado = dict(acervo.baixado)
        self.boletos: dict[int, Boleto] = {}
        self.contas: dict[int, ContaReceber] = {}
        self._actions: dict[Efeito, Callable[[Ocorrencia, Boleto, PlanRow], PlanRow]] = {
            Efeito.CONFIRMA: retorno_no_banco.confirm,
            Efeito.REJEITA: retorno_no_banco.reject,
            Efeito.LIQUIDA: self._settle,
            Efeito.LIQUIDA_PARCIAL: self._settle,
            Efeito.BAIXA: retorno_no_banco.drop,
            Efeito.INSTRUCAO_ACEITA: retorno_no_banco.accept_instruction,
            Efeito.INSTRUCAO_RECUSADA: retorno_no_banco.refuse_instruction,
            Efeito.PROTESTO: retorno_no_banco.protest,
        }

    def plan(self, records: Sequence[Ocorrencia]) -> Iterable[PlanRow]:
        """Yield one row per record."""
        for o, identidade in zip(records, identities(records), strict=True):
            yield self._row(o, identidade)

    def _row(self, o: Ocorrencia, identidade: str) -> PlanRow:
        achados = self._find(o)
        boleto = achados[0] if len(achados) == 1 else None
        row = self._blank(o, boleto, identidade)
        processada = self._acervo.processadas.get((row.convenio_id, identidade))
        if processada:
            return self._repeated(o, row, same_file=processada.is_same_file(self._cabecalho), codigo=processada.codigo)
        if o.line in self._duvidas:
            return replace(row, tab=Tab.CONFERIR, efeito=self._duvidas[o.line])
        if len(achados) > 1:
            return replace(row, tab=Tab.CONFERIR, efeito="Este nosso número é de mais de um boleto desta conta.")
        if boleto is None or o.efeito not in self._actions:
            return _without_change(o, row)
        feita = self._actions[o.efeito](o, boleto, row)
        if feita.depois:
            self.boletos[boleto.id] = feita.depois
        return feita

    def _find(self, o: Ocorrencia) -> list[Boleto]:
        """Return the boletos *o* may speak of, as the lines before left them: one, none, or several that look alike.

        One account may carry several carteiras, each with its own count: carteira, then seu número tell them apart.
        """
        chave = o.nosso_numero_chave
        achados = [b for c in self._convenios if (b := self._acervo.boletos.get((c, chave)))] if chave else []
        if len(achados) > 1:
            carteira = o.carteira.lstrip("0")
            achados = [b for b in achados if carteira and b.carteira_impressa.lstrip("0") == carteira] or achados
            achados = [b for b in achados if b.numero_documento == o.seu_numero] or achados
        return [self.boletos.get(b.id, b) for b in achados]

    def _blank(self, o: Ocorrencia, boleto: Boleto | None, identidade: str) -> PlanRow:
        """Return the row with all but what will happen."""
        de_nos: dict[str, Any] = {
            "boleto_id": None,
            "convenio_id": self._convenios[0],
            "vencimento": o.vencimento,
            "valor_titulo": o.valor_titulo,
        }
        if boleto:
            de_nos = {
                "boleto_id": boleto.id,
                "convenio_id": boleto.convenio_id,
                "vencimento": boleto.vencimento,
                "valor_titulo": boleto.valor,
                "versao": boleto.versao,
                "pagador": self._acervo.pagadores.get(boleto.pessoa_id, ""),
            }
        return PlanRow(
            tab=Tab.IGNORADOS,
            line=o.line,
            nosso_numero=o.nosso_numero,
            seu_numero=o.seu_numero or (boleto.numero_documento if boleto else ""),
            valor_pago=o.valor_pago,
            juros=o.juros,
            multa=o.multa,
            desconto=o.desconto,
            abatimento=o.abatimento,
            tarifa=o.valor_tarifa,
            despesas=o.outras_despesas,
            valor_creditado=o.valor_creditado,
            data_pagamento=o.data_ocorrencia,
            data_credito=o.data_credito,
            ocorrencia=o.codigo,
            texto=o.texto,
            motivos=o.motivos,
            identidade=identidade,
            raw=o.raw,
            **de_nos,
        )

    @staticmethod
    def _repeated(o: Ocorrencia, row: PlanRow, *, same_file: bool, codigo: str) -> PlanRow:
        """Answer a line equal to one applied before: only money from another file is worth a question."""
        dinheiro = o.efeito.moves_money or _charges(o)
        if same_file or not dinheiro:
            return replace(row, tab=Tab.JA_PROCESSADOS, efeito=f"Já processado na importação {codigo}; nada muda.")
        return replace(
            row,
            tab=Tab.CONFERIR,
            efeito=f"Linha igual à da importação {codigo}, mas de outro arquivo: repetição ou segundo pagamento?",
        )

    def _settle(self, o: Ocorrencia, boleto: Boleto, row: PlanRow) -> PlanRow:
        duvida = _why_not(o, boleto, self._contas_of(boleto))
        if duvida:
            return replace(row, tab=Tab.CONFERIR, efeito=duvida)
        abertos = self._abertos(boleto)
        devido = sum(aberto.valor for aberto in abertos)
        if not devido:
            return replace(row, tab=Tab.A_DEVOLVER, efeito=_again(o, boleto))
        quitacao = settle(
            o,
            devido=devido,
            vencimento=boleto.vencimento,
            encargos=boleto.encargos,
            abatimento=0 if boleto.valor_pago else boleto.abatimento,
        )
        if quitacao.duvida:
            return replace(row, tab=Tab.CONFERIR, efeito=quitacao.duvida)
        return self._book(boleto, row, quitacao, abertos)

    def _book(self, boleto: Boleto, row: PlanRow, quitacao: Quitacao, abertos: Sequence[Aberto]) -> PlanRow:
        baixas = share(quitacao, abertos, proporcional=boleto.convenio_id in self._acervo.proporcionais)
        for baixa in baixas:
            self._lower(boleto, baixa)
        resta = sum(aberto.valor for aberto in abertos) - quitacao.principal
        credito = row.data_credito or self._cabecalho.data_credito
        depois = replace(
            boleto if resta else pedidos.close(boleto),
            situacao=Situacao.BAIXADO_PARCIALMENTE if resta else Situacao.BAIXADO,
            no_banco=boleto.no_banco if resta else NoBanco.BAIXADO_NO_BANCO,
            no_banco_detalhe=boleto.no_banco_detalhe if resta else row.texto,
            valor_pago=boleto.valor_pago + quitacao.valor_pago,
            data_pagamento=row.data_pagamento,
            data_credito=credito,
        )
        return replace(
            row,
            tab=Tab.BAIXAS,
            efeito=_settled_text(quitacao, resta, len(baixas)),
            juros=quitacao.juros,
            multa=quitacao.multa,
            desconto=quitacao.desconto,
            abatimento=quitacao.abatimento,
            valor_pago=quitacao.valor_pago,
            data_credito=credito,
            depois=depois,
            baixas=baixas,
        )

    def _lower(self, boleto: Boleto, baixa: ItemBaixa) -> None:
        conta = self._conta(baixa.conta_receber_id)
        baixado = conta.valor_baixado + baixa.valor
        situacao = Situacao.BAIXADO if baixado >= conta.valor else Situacao.BAIXADO_PARCIALMENTE
        self.contas[conta.id] = replace(conta, valor_baixado=baixado, situacao=situacao)
        chave = (boleto.id, conta.id)
        self._baixado[chave] = self._baixado.get(chave, 0) + baixa.valor

    def _conta(self, conta_id: int) -> ContaReceber:
        return self.contas.get(conta_id) or self._acervo.contas[conta_id]

    def _contas_of(self, boleto: Boleto) -> list[ContaReceber]:
        return [self._conta(item.conta_receber_id) for item in boleto.itens]

    def _abertos(self, boleto: Boleto) -> list[Aberto]:
        """Return what is owed of each conta within *boleto*, the earliest due first; settled ones are left out.

        A conta may be in several boletos or settled by hand: no more than its own balance is owed.
        """
        if boleto.situacao is Situacao.BAIXADO:
            return []
        itens = sorted(
            boleto.itens, key=lambda item: (self._conta(item.conta_receber_id).vencimento, item.conta_receber_id)
        )
        abertos = [
            Aberto(
                conta_receber_id=item.conta_receber_id,
                valor=min(
                    item.valor - self._baixado.get((boleto.id, item.conta_receber_id), 0),
                    self._conta(item.conta_receber_id).saldo,
                ),
            )
            for item in itens
        ]
        return [aberto for aberto in abertos if aberto.valor > 0]


def _why_not(o: Ocorrencia, boleto: Boleto, contas: Sequence[ContaReceber]) -> str:
    """Return why the payment *o* cannot be taken without a person; empty when it can."""
    if o.data_ocorrencia is None:
        return "O banco diz que foi pago, mas a linha não traz uma data de pagamento válida."
    if not o.valor_pago:
        return "O banco diz que foi pago, mas a linha não diz quanto."
    if boleto.situacao is not Situacao.BAIXADO and not boleto.situacao.is_open:
        return f"Pago {format_brl(o.valor_pago)}, mas aqui o boleto está {str(boleto.situacao).lower()}."
    if not boleto.itens:
        return f"Pago {format_brl(o.valor_pago)}, mas o boleto não tem conta a receber."
    fechada = next((c for c in contas if c.situacao is not Situacao.BAIXADO and not c.situacao.is_open), None)
    if fechada:
        return (
            f"Pago {format_brl(o.valor_pago)}, mas a conta a receber {fechada.codigo} está "
            f"{str(fechada.situacao).lower()}."
        )
    return ""


def _again(o: Ocorrencia, boleto: Boleto) -> str:
    pago = format_brl(o.valor_pago or 0)
    if boleto.data_pagamento:
        return f"Pago outra vez: {pago}; o boleto já foi baixado em {boleto.data_pagamento:%d/%m/%Y}. A devolver."
    return f"Pago outra vez: {pago}; o boleto já foi baixado. A devolver."


def _settled_text(quitacao: Quitacao, resta: Centavos, contas: int) -> str:
    partes = [
        f"{nome} de {format_brl(valor)}"
        for nome, valor in (
            ("juros", quitacao.juros),
            ("multa", quitacao.multa),
            ("desconto", quitacao.desconto),
            ("abatimento", quitacao.abatimento),
        )
        if valor
    ]
    texto = f"Baixa de {format_brl(quitacao.principal)}"
    if contas > 1:
        texto += f" em {contas} contas"
    if partes:
        texto += f", com {' e '.join((', '.join(partes[:-1]), partes[-1])) if partes[1:] else partes[0]}"
    return f"{texto}; ficam {format_brl(resta)} em aberto." if resta else f"{texto}."


def _without_change(o: Ocorrencia, row: PlanRow) -> PlanRow:
    """Answer a line that changes no boleto: a charge, a notice, a reversal, or a title we do not know."""
    if o.efeito is Efeito.ESTORNA:
        return replace(row, tab=Tab.CONFERIR, efeito="O banco desfez um pagamento; confira e estorne a baixa.")
    if o.efeito is Efeito.TARIFA or (o.efeito is Efeito.INFORMA and _charges(o)):
        return _charge(o, row)
    if o.efeito is Efeito.INFORMA:
        return replace(row, tab=Tab.IGNORADOS, efeito="Só informa; nada muda.")
    return replace(
        row, tab=Tab.NAO_LOCALIZADOS, efeito="Nenhum boleto deste convênio tem este nosso número; nada muda."
    )


def _charges(o: Ocorrencia) -> bool:
    return bool(o.valor_tarifa or o.outras_despesas)


def _charge(o: Ocorrencia, row: PlanRow) -> PlanRow:
    total = (o.valor_tarifa or 0) + (o.outras_despesas or 0)
    if o.valor_tarifa is None and not total:
        return replace(row, tab=Tab.CONFERIR, efeito="O banco cobra uma tarifa, mas a linha não diz quanto.")
    if not total:
        return replace(row, tab=Tab.IGNORADOS, efeito="Aviso de tarifa sem valor; nada muda.")
    return replace(row, tab=Tab.TARIFAS, efeito=f"Tarifa de {format_brl(total)}: {retorno_no_banco.reasons(o)}.")
