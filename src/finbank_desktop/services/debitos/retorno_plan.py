"""What each line of a retorno of débito automático will do to our books; pure, nothing is read or written here.

A line is matched by our own number, which the bank repeats; else by the IDBOLETO, which settles all lançamentos of that
boleto, wholly or in part; else by the customer, the day and the amount. Lines are taken in the file's order and each
sees what the lines before it did.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from finbank_desktop.domain.arquivos import Cabecalho
from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.contas_receber import ContaReceber, Situacao
from finbank_desktop.domain.debitos import (
    Consentimento,
    Debito,
    SituacaoDebito,
    consent_of_mark,
    parse_idboleto,
)
from finbank_desktop.domain.ocorrencias import Efeito, Ocorrencia
from finbank_desktop.domain.valores import Centavos, format_brl
from finbank_desktop.services import pedidos
from finbank_desktop.services.debitos import retorno_cadastros, retorno_frases
from finbank_desktop.services.debitos.retorno_acervo import marks, own_numbers
from finbank_desktop.services.debitos.retorno_model import AcervoDebito, DebitoRow, Mudadas
from finbank_desktop.services.estornos import lowered
from finbank_desktop.services.retorno_model import Tab
from finbank_desktop.services.retorno_rateio import Aberto, share
from finbank_desktop.services.retorno_valores import Quitacao, settle

_CANCELAMENTO_RECUSADO = ("97", "98")
_CADASTRO_CANCELADO = "CD"
_SEVERAL = "Mais de um débito em aberto serve para esta linha."
_FORA = "A linha fala de um débito ou boleto que não está nestes livros."


@dataclass(frozen=True, slots=True, kw_only=True)
class Alvo:
    """What a line speaks of.

    Attributes:
        duvida: Why it cannot be told, one sentence; empty when it can.
    """

    debito: Debito | None = None
    boleto: Boleto | None = None
    duvida: str = ""


@dataclass(slots=True)
class Planner:
    """Plans the lines of one file one after another.

    Attributes:
        proporcional: A payment in part is shared in proportion instead of by due date.
        duvidas: What is wrong with a line, by its number; such a line is left to a person.
    """

    acervo: AcervoDebito
    cabecalho: Cabecalho
    proporcional: bool
    duvidas: Mapping[int, str] = field(default_factory=dict)
    debitos: dict[int, Debito] = field(default_factory=dict)
    consentimentos: dict[int, Consentimento] = field(default_factory=dict)
    boletos: dict[int, Boleto] = field(default_factory=dict)
    contas: dict[int, ContaReceber] = field(default_factory=dict)
    _baixado: dict[tuple[int, int], Centavos] = field(default_factory=dict)

    def plan(self, records: Sequence[Ocorrencia], identidades: Sequence[str]) -> Iterable[DebitoRow]:
        """Yield one row per debit of the file."""
        self._baixado = dict(self.acervo.baixado)
        for o, identidade in zip(records, identidades, strict=True):
            yield self._row(o, identidade)

    def mudadas(self) -> Mudadas:
        """Return what changes, as it was and as it will be."""
        a = self.acervo
        antes = {d.id: d for grupo in (a.debitos.values(), *a.por_idboleto.values()) for d in grupo}
        antes |= {d.id: d for grupo in a.por_consentimento.values() for d in grupo}
        return Mudadas(
            debitos={row: (antes[row], novo) for row, novo in self.debitos.items()},
            consentimentos={row: (a.consentimentos[row], novo) for row, novo in self.consentimentos.items()},
            boletos={row: (a.boletos[row], novo) for row, novo in self.boletos.items()},
            contas={row: (a.contas[row], novo) for row, novo in self.contas.items()},
        )

    # --- one line

    def _row(self, o: Ocorrencia, identidade: str) -> DebitoRow:
        alvo = self._find(o)
        row = self._blank(o, alvo, identidade)
        if processada := self.acervo.processadas.get(identidade):
            return self._repeated(o, row, processada.codigo, same_file=processada.is_same_file(self.cabecalho))
        falta = retorno_frases.missing(o) or self.duvidas.get(o.line, "")
        if falta:
            return row.but(tab=Tab.CONFERIR, efeito=falta)
        consentimento = self._consent(o)
        if consentimento is not None:
            feita, depois = retorno_cadastros.answer(o, row, self._now_consent(consentimento))
            if depois is not None:
                self.consentimentos[depois.id] = depois
            return feita
        if alvo.duvida:
            return row.but(tab=Tab.CONFERIR, efeito=alvo.duvida)
        return self._act(o, alvo, row)

    def _act(self, o: Ocorrencia, alvo: Alvo, row: DebitoRow) -> DebitoRow:
        if o.efeito.moves_money:
            found = alvo.debito is not None or alvo.boleto is not None
            return self._settle(o, alvo, row) if found else row.but(tab=Tab.NAO_LOCALIZADOS, efeito=_FORA)
        acao: Callable[[Ocorrencia, Debito, DebitoRow], DebitoRow] | None = {
            Efeito.REJEITA: self._refuse,
            Efeito.BAIXA: self._drop,
            Efeito.CONFIRMA: self._confirm,
            Efeito.ESTORNA: self._reversed,
        }.get(o.efeito)
        if alvo.debito is None:
            nada = acao is None
            tab = Tab.IGNORADOS if nada else Tab.NAO_LOCALIZADOS
            return row.but(tab=tab, efeito="Só informa; nada muda." if nada else _FORA)
        return acao(o, alvo.debito, row) if acao else self._inform(o, alvo.debito, row)

    @staticmethod
    def _repeated(o: Ocorrencia, row: DebitoRow, codigo: str, *, same_file: bool) -> DebitoRow:
        if same_file or not o.efeito.moves_money:
            return row.but(tab=Tab.JA_PROCESSADOS, efeito=f"Já processado na importação {codigo}; nada muda.")
        return row.but(
            tab=Tab.CONFERIR,
            efeito=f"Linha igual à da importação {codigo}, mas de outro arquivo: repetição ou segundo débito?",
        )

    def _blank(self, o: Ocorrencia, alvo: Alvo, identidade: str) -> DebitoRow:
        """Return the row with all but what will happen."""
        debito, boleto = alvo.debito, alvo.boleto
        pessoa = debito.consentimento.pessoa_id if debito else boleto.pessoa_id if boleto else 0
        nome, documento = self.acervo.pessoas.get(pessoa, (o.favorecido, o.favorecido_documento))
        marca = next((lida for mark in marks(o) if (lida := parse_idboleto(mark))), None)
        return DebitoRow(
            tab=Tab.IGNORADOS,
            line=o.line,
            debito_id=debito.id if debito else None,
            consentimento_id=debito.consentimento.id if debito else None,
            boleto_id=boleto.id if boleto else None,
            cliente=nome,
            documento=documento,
            cliente_empresa=o.seu_numero,
            seu_numero=debito.seu_numero if debito else o.uso_empresa or o.seu_numero,
            idboleto=f"Coligada {marca.coligada} · Boleto {marca.boleto}" if marca else "",
            vencimento=(debito.vencimento if debito else None) or o.vencimento,
            valor_titulo=o.valor_titulo,
            valor_pago=o.valor_pago,
            valor_creditado=o.valor_creditado,
            data_pagamento=o.data_ocorrencia,
            data_credito=o.data_credito,
            ocorrencia=o.codigo,
            texto=o.texto,
            motivos=o.motivos,
            o_que_fazer=retorno_frases.what_to_do(o.motivos) if o.efeito is Efeito.REJEITA else "",
            identidade=identidade,
            raw=o.raw,
        )

    # --- whose it is

    def _find(self, o: Ocorrencia) -> Alvo:
        for numero in own_numbers(o):
            if numero in self.acervo.debitos:
                return self._of_debito(self.acervo.debitos[numero])
        for mark in marks(o):
            if iguais := self.acervo.por_idboleto.get(mark):
                return self._of_debito(self._likeliest(iguais))
            lida = parse_idboleto(mark)
            boleto = self.acervo.boletos.get(lida.boleto) if lida else None
            if boleto is not None:
                return Alvo(boleto=self._now_boleto(boleto))
        return self._by_customer(o)

    def _by_customer(self, o: Ocorrencia) -> Alvo:
        cliente = self.acervo.clientes.get(o.seu_numero)
        seus = [self._now_debito(d) for d in self.acervo.por_consentimento.get(cliente.id, ())] if cliente else []
        esperam = [d for d in seus if d.situacao.waits_for_bank]
        certos = [d for d in esperam if d.valor == o.valor_titulo and d.vencimento == o.vencimento]
        certos = certos or [d for d in esperam if d.valor == o.valor_titulo]
        if len(certos) > 1:
            return Alvo(duvida=_SEVERAL)
        return self._of_debito(certos[0]) if certos else Alvo()

    def _of_debito(self, debito: Debito) -> Alvo:
        boleto = self.acervo.boletos.get(debito.boleto_id or 0)
        return Alvo(debito=self._now_debito(debito), boleto=self._now_boleto(boleto) if boleto else None)

    def _likeliest(self, iguais: Sequence[Debito]) -> Debito:
        """Return the one that waits for the bank, else the newest."""
        agora = [self._now_debito(each) for each in iguais]
        return next((each for each in agora if each.situacao.waits_for_bank), agora[-1])

    def _consent(self, o: Ocorrencia) -> Consentimento | None:
        """Return the consent that a line answers for, where no money was asked for."""
        numeros = (consent_of_mark(texto) for texto in own_numbers(o))
        row = next((each for each in numeros if each is not None), None)
        if row is not None:
            return self.acervo.consentimentos.get(row)
        movimento = o.raw[0][149:150] if o.raw and self.cabecalho.tamanho == retorno_cadastros.TAMANHO else ""
        return self.acervo.clientes.get(o.seu_numero) if movimento == retorno_cadastros.INCLUSAO else None

    def _now_debito(self, debito: Debito) -> Debito:
        return self.debitos.get(debito.id, debito)

    def _now_boleto(self, boleto: Boleto) -> Boleto:
        return self.boletos.get(boleto.id, boleto)

    def _now_consent(self, consentimento: Consentimento) -> Consentimento:
        return self.consentimentos.get(consentimento.id, consentimento)

    def _conta(self, row: int) -> ContaReceber:
        return self.contas.get(row) or self.acervo.contas[row]

    # --- money

    def _settle(self, o: Ocorrencia, alvo: Alvo, row: DebitoRow) -> DebitoRow:
        pago = o.valor_creditado or 0
        abertos = self._abertos(alvo)
        devido = sum(aberto.valor for aberto in abertos)
        pedido = alvo.debito.valor - alvo.debito.valor_debitado if alvo.debito else 0
        if not devido:
            return self._again(o, alvo, row, pago)
        quitacao, excedente = self._taken_apart(o, alvo, devido, pedido)
        if quitacao.duvida:
            return row.but(tab=Tab.CONFERIR, efeito=quitacao.duvida)
        baixas = share(quitacao, abertos, proporcional=self.proporcional)
        for baixa in baixas:
            self.contas[baixa.conta_receber_id] = lowered(self._conta(baixa.conta_receber_id), baixa.valor)
            if alvo.boleto is not None:
                chave = (alvo.boleto.id, baixa.conta_receber_id)
                self._baixado[chave] = self._baixado.get(chave, 0) + baixa.valor
        resta = devido - quitacao.principal
        self._mark_debito(o, alvo.debito, pago)
        ainda = self._mark_boleto(o, alvo.boleto, quitacao.valor_pago)
        return row.but(
            tab=Tab.BAIXAS,
            efeito=retorno_frases.settled(quitacao.principal, len(baixas), resta, excedente) + ainda,
            juros=quitacao.juros,
            multa=quitacao.multa,
            baixas=baixas,
            excedente=excedente,
        )

    def _taken_apart(self, o: Ocorrencia, alvo: Alvo, devido: Centavos, pedido: Centavos) -> tuple[Quitacao, Centavos]:
        """Return what the bank credited, taken apart, and what of it belongs to the customer.

        What we asked for ourselves and is no longer owed goes back; what nobody asked for and no interest of the boleto
        explains is a person's to decide.
        """
        pago = o.valor_creditado or 0
        if pago <= devido:
            return Quitacao(principal=pago), 0
        if alvo.debito is not None and pago == pedido:
            return Quitacao(principal=devido), pago - devido
        if alvo.boleto is not None and o.efeito is Efeito.LIQUIDA:
            quitacao = settle(
                replace(o, valor_pago=pago),
                devido=devido,
                vencimento=alvo.boleto.vencimento,
                encargos=alvo.boleto.encargos,
            )
            return quitacao, 0
        return Quitacao(duvida=f"Debitados {format_brl(pago)}, acima dos {format_brl(devido)} devidos."), 0

    def _again(self, o: Ocorrencia, alvo: Alvo, row: DebitoRow, pago: Centavos) -> DebitoRow:
        """Return the row of money that nobody owes any more."""
        self._mark_debito(o, alvo.debito, pago)
        texto = f"Debitados {format_brl(pago)}, mas nada está em aberto: o valor é do cliente, a devolver."
        return row.but(tab=Tab.A_DEVOLVER, efeito=texto, excedente=pago)

    def _abertos(self, alvo: Alvo) -> list[Aberto]:
        """Return what is owed of each lançamento, the earliest due first; settled ones are left out."""
        pares = [(item.conta_receber_id, item.valor) for item in (alvo.debito.itens if alvo.debito else ())]
        if not pares and alvo.boleto is not None:
            ja = {c: self._baixado.get((alvo.boleto.id, c), 0) for c in (i.conta_receber_id for i in alvo.boleto.itens)}
            pares = [(i.conta_receber_id, i.valor - ja[i.conta_receber_id]) for i in alvo.boleto.itens]
        pares.sort(key=lambda par: (self._conta(par[0]).vencimento, par[0]))
        abertos = [
            Aberto(conta_receber_id=row, valor=min(valor, self._conta(row).saldo))
            for row, valor in pares
            if self._conta(row).situacao.is_open
        ]
        return [aberto for aberto in abertos if aberto.valor > 0]

    def _mark_debito(self, o: Ocorrencia, debito: Debito | None, pago: Centavos) -> None:
        if debito is None:
            return
        total = debito.valor_debitado + pago
        parcial = total < debito.valor
        self.debitos[debito.id] = replace(
            debito,
            situacao=SituacaoDebito.DEBITADO_PARCIALMENTE if parcial else SituacaoDebito.DEBITADO,
            valor_debitado=total,
            data_debito=o.data_ocorrencia,
            data_credito=o.data_credito,
            detalhe=o.texto,
        )

    def _mark_boleto(self, o: Ocorrencia, boleto: Boleto | None, pago: Centavos) -> str:
        """Settle *boleto* and return what has to be done about it besides."""
        if boleto is None:
            return ""
        resta = any(
            item.valor > self._baixado.get((boleto.id, item.conta_receber_id), 0)
            and self._conta(item.conta_receber_id).situacao.is_open
            for item in boleto.itens
        )
        self.boletos[boleto.id] = replace(
            boleto,
            situacao=Situacao.BAIXADO_PARCIALMENTE if resta else Situacao.BAIXADO,
            valor_pago=boleto.valor_pago + pago,
            data_pagamento=o.data_ocorrencia,
            data_credito=o.data_credito,
        )
        cobra = boleto.no_banco in pedidos.CONHECIDOS and not resta
        return " O boleto continua registrado no banco: peça a baixa." if cobra else ""

    # --- no money

    def _refuse(self, o: Ocorrencia, debito: Debito, row: DebitoRow) -> DebitoRow:
        if debito.situacao in (SituacaoDebito.DEBITADO, SituacaoDebito.DEBITADO_PARCIALMENTE):
            return row.but(tab=Tab.CONFERIR, efeito="O banco recusa um débito que já foi baixado aqui.")
        palavras = "; ".join(motivo.texto for motivo in o.motivos) or o.texto
        self.debitos[debito.id] = replace(debito, situacao=SituacaoDebito.RECUSADO, detalhe=palavras)
        return row.but(tab=Tab.REJEICOES, efeito=f"Recusado: {palavras}. Os lançamentos continuam em aberto.")

    def _drop(self, o: Ocorrencia, debito: Debito, row: DebitoRow) -> DebitoRow:
        if debito.situacao in (SituacaoDebito.DEBITADO, SituacaoDebito.DEBITADO_PARCIALMENTE):
            return row.but(tab=Tab.CONFERIR, efeito="O banco cancela um débito que já foi baixado aqui.")
        self.debitos[debito.id] = replace(debito, situacao=SituacaoDebito.CANCELADO, detalhe=o.texto)
        if o.codigo == _CADASTRO_CANCELADO:
            dono = self._now_consent(debito.consentimento)
            self.consentimentos[dono.id] = retorno_cadastros.cancelled(dono, o.texto)
        return row.but(tab=Tab.CONFIRMACOES, efeito=f"{o.texto}; os lançamentos continuam em aberto.")

    def _confirm(self, o: Ocorrencia, debito: Debito, row: DebitoRow) -> DebitoRow:
        self.debitos[debito.id] = replace(debito, detalhe=o.texto)
        return row.but(tab=Tab.CONFIRMACOES, efeito=f"{o.texto}: o banco aceitou e ainda vai debitar.")

    def _inform(self, o: Ocorrencia, debito: Debito, row: DebitoRow) -> DebitoRow:
        if o.codigo in _CANCELAMENTO_RECUSADO and debito.situacao is SituacaoDebito.CANCELAMENTO_ENVIADO:
            self.debitos[debito.id] = replace(debito, situacao=SituacaoDebito.AGENDADO, detalhe=o.texto)
            return row.but(tab=Tab.REJEICOES, efeito=f"{o.texto}; o débito continua agendado.")
        return row.but(tab=Tab.IGNORADOS, efeito=f"{o.texto}: só informa; nada muda.")

    @staticmethod
    def _reversed(o: Ocorrencia, debito: Debito, row: DebitoRow) -> DebitoRow:
        return row.but(
            tab=Tab.CONFERIR,
            efeito=f"O banco estornou o débito {debito.codigo} ({o.texto}); estorne a baixa do lançamento à mão.",
        )
