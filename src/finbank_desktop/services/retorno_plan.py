"""What each line of a retorno will do to our books; pure, nothing is read or written here.

Lines are taken in the file's order and each sees what the lines before it did: a title confirmed and paid in one file
passes through both, and its second payment finds it settled.

A line's credit date may be missing (many CNAB 400 files leave it blank until the money is there): the header's date
stands in for it, and where that is missing too the baixa is made without one. A line without payment date or amount is
a person's to decide.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any

from finbank_desktop.cnab.orientacoes import o_que_fazer
from finbank_desktop.domain.arquivos import Cabecalho
from finbank_desktop.domain.boletos import Boleto, NoBanco
from finbank_desktop.domain.contas_receber import Situacao
from finbank_desktop.domain.ocorrencias import Efeito, Ocorrencia
from finbank_desktop.services import pedidos, retorno_busca, retorno_estorno, retorno_no_banco, retorno_novo
from finbank_desktop.services.retorno_andamento import Andamento
from finbank_desktop.services.retorno_busca import variants
from finbank_desktop.services.retorno_decisoes import Acao, Como, Decisao
from finbank_desktop.services.retorno_frases import again, charges, settled_text, too_early, why_not, without_change
from finbank_desktop.services.retorno_identidade import identities
from finbank_desktop.services.retorno_model import Acervo, PlanRow, Tab
from finbank_desktop.services.retorno_rateio import Aberto, share
from finbank_desktop.services.retorno_valores import Quitacao, decide, settle
from finbank_desktop.services.revising import revised

_SEVERAL = "Este nosso número é de mais de um boleto desta conta."
_OTHER_NUMBER = "O banco registrou com o nosso número {}; aqui o boleto é o {}."


class Planner:
    """Plans the lines of one file one after another.

    Attributes:
        andamento: The titles as the lines so far leave them.
    """

    def __init__(
        self,
        acervo: Acervo,
        cabecalho: Cabecalho,
        convenios: Sequence[int],
        *,
        duvidas: Mapping[int, str] | None = None,
        decisoes: Mapping[int, Decisao] | None = None,
        so_decididas: bool = False,
        pendentes: Collection[int] = (),
    ) -> None:
        """Begin a file.

        Args:
            acervo: What our books know.
            cabecalho: The file's.
            convenios: The convênios the file may speak of, the likeliest first.
            duvidas: What is wrong with a line, by its number; such a line is left to a person.
            decisoes: What a person decided about a line, by its number.
            so_decididas: The file was imported before; only lines that somebody decided are looked at.
            pendentes: Lines that are looked at nevertheless: they were put off and somebody wants to see them again.
        """
        self.andamento = Andamento(acervo)
        self._cabecalho = cabecalho
        self._convenios = convenios
        self._duvidas = duvidas or {}
        self._decisoes = decisoes or {}
        self._so_decididas = so_decididas
        self._pendentes = pendentes
        self._actions: dict[Efeito, Callable[[Ocorrencia, Boleto, PlanRow], PlanRow]] = {
            Efeito.CONFIRMA: self._confirm,
            Efeito.REJEITA: retorno_no_banco.reject,
            Efeito.LIQUIDA: self._settle,
            Efeito.LIQUIDA_PARCIAL: self._settle,
            Efeito.BAIXA: retorno_no_banco.drop,
            Efeito.INSTRUCAO_ACEITA: retorno_no_banco.accept_instruction,
            Efeito.INSTRUCAO_RECUSADA: retorno_no_banco.refuse_instruction,
            Efeito.PROTESTO: retorno_no_banco.protest,
            Efeito.ESTORNA: self._reverse,
        }

    @property
    def _acervo(self) -> Acervo:
        return self.andamento.acervo

    def plan(self, records: Sequence[Ocorrencia], identidades: Sequence[str] | None = None) -> Iterable[PlanRow]:
        """Yield one row per record; *identidades* are theirs, where other lines of the file came before."""
        for o, identidade in zip(records, identidades or identities(records), strict=True):
            yield self._row(o, identidade)

    def _row(self, o: Ocorrencia, identidade: str) -> PlanRow:
        decisao = self._decisoes.get(o.line)
        achados = self._find(o, decisao)
        boleto = achados[0] if len(achados) == 1 else None
        row = self._blank(o, boleto, identidade, decisao)
        parada = self._stopped(o, row)
        if parada is not None:
            return parada
        if (
            row.convenio_id,
            identidade,
        ) in self._acervo.processadas:  # somebody says that it is another payment
            row = row.but(identidade=f"{identidade}|{self._cabecalho.sequencia}|{self._cabecalho.data_geracao}")
        if len(achados) > 1:
            return row.but(tab=Tab.CONFERIR, efeito=_SEVERAL)
        if boleto is not None and o.efeito in self._actions:
            return self._act(o, boleto, row)
        if boleto is None and decisao is not None and decisao.acao is Acao.CRIAR:
            return retorno_novo.create(o, row, decisao, self._cabecalho)
        return without_change(o, row)

    def _stopped(self, o: Ocorrencia, row: PlanRow) -> PlanRow | None:
        """Return the row of a line that came before, that nobody decided, or that cannot be read; else ``None``."""
        processada = self._acervo.processadas.get((row.convenio_id, row.identidade))
        acao = row.decisao.acao if row.decisao else Acao.ADIAR
        if processada and (self._so_decididas or acao is not Acao.ACEITAR):
            return self._repeated(o, row, same_file=processada.is_same_file(self._cabecalho), codigo=processada.codigo)
        if self._so_decididas and acao is Acao.ADIAR and o.line not in self._pendentes:
            return row.but(tab=Tab.JA_PROCESSADOS, efeito="Fica para decidir depois.")
        if acao is Acao.IGNORAR:
            return row.but(tab=Tab.IGNORADOS, efeito="Decidido: não fazer nada.")
        if o.line in self._duvidas:
            return row.but(tab=Tab.CONFERIR, efeito=self._duvidas[o.line])
        return None

    def _act(self, o: Ocorrencia, boleto: Boleto, row: PlanRow) -> PlanRow:
        feita = self._actions[o.efeito](o, boleto, row)
        if feita.depois:
            self.andamento.boletos[boleto.id] = feita.depois
        return feita

    def _find(self, o: Ocorrencia, decisao: Decisao | None) -> list[Boleto]:
        """Return the boletos *o* may speak of, as the lines before left them; a person's word goes before all."""
        escolhido = self._acervo.por_id.get(decisao.boleto_id or 0) if decisao else None
        if decisao is not None and decisao.acao is Acao.ATRIBUIR and escolhido is not None:
            achados = [escolhido]
        else:
            achados = retorno_busca.find(o, self._acervo, self._convenios)
        return [self.andamento.now(boleto) for boleto in achados]

    def _blank(self, o: Ocorrencia, boleto: Boleto | None, identidade: str, decisao: Decisao | None) -> PlanRow:
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
            o_que_fazer=self._todo(o),
            identidade=identidade,
            decisao=decisao,
            raw=o.raw,
            **de_nos,
        )

    def _todo(self, o: Ocorrencia) -> str:
        return o_que_fazer(self._cabecalho.layout_banco, str(self._cabecalho.tamanho), o.efeito, o.motivos)

    @staticmethod
    def _repeated(o: Ocorrencia, row: PlanRow, *, same_file: bool, codigo: str) -> PlanRow:
        """Answer a line equal to one applied before: only money from another file is worth a question."""
        dinheiro = o.efeito.moves_money or charges(o)
        if same_file or not dinheiro:
            return row.but(tab=Tab.JA_PROCESSADOS, efeito=f"Já processado na importação {codigo}; nada muda.")
        return row.but(
            tab=Tab.CONFERIR,
            efeito=f"Linha igual à da importação {codigo}, mas de outro arquivo: repetição ou segundo pagamento?",
        )

    def _confirm(self, o: Ocorrencia, boleto: Boleto, row: PlanRow) -> PlanRow:
        """Confirm; a number given by the bank is learned, where the bank is the one that numbers."""
        numero = o.nosso_numero_chave
        if not numero or numero == boleto.nosso_numero or (boleto.convenio_id, numero) in self._acervo.boletos:
            return retorno_no_banco.confirm(o, boleto, row)
        if boleto.nosso_numero in variants(o, [len(boleto.nosso_numero)]):
            return retorno_no_banco.confirm(o, boleto, row)
        if boleto.convenio_id not in self._acervo.numerados_pelo_banco:
            return row.but(tab=Tab.CONFERIR, efeito=_OTHER_NUMBER.format(o.nosso_numero, boleto.nosso_numero_impresso))
        return retorno_no_banco.confirm(o, retorno_novo.learn(o, boleto), row)

    def _reverse(self, o: Ocorrencia, boleto: Boleto, row: PlanRow) -> PlanRow:
        contas = {conta.id: conta for conta in self.andamento.contas_of(boleto)}
        feita, novas = retorno_estorno.reverse(o, boleto, row, contas, self._acervo.baixas.get(boleto.id, ()))
        self.andamento.reopen(boleto, novas, feita.estornos)
        return feita

    def _settle(self, o: Ocorrencia, boleto: Boleto, row: PlanRow) -> PlanRow:
        como = row.decisao.como if row.decisao else None
        reabre = como is Como.REABRIR and boleto.situacao in (Situacao.CANCELADO, Situacao.INATIVO)
        if reabre:
            boleto = revised(boleto, situacao=Situacao.EM_ABERTO)
        aceita = row.decisao is not None and row.decisao.acao in (Acao.ACEITAR, Acao.ATRIBUIR)
        duvida = why_not(o, boleto, self.andamento.contas_of(boleto)) or (
            "" if aceita else too_early(o, self._cabecalho)
        )
        if duvida:
            return row.but(tab=Tab.CONFERIR, efeito=duvida)
        abertos = self.andamento.abertos(boleto)
        devido = sum(aberto.valor for aberto in abertos)
        if not devido:
            return row.but(tab=Tab.A_DEVOLVER, efeito=again(o, boleto))
        quitacao = settle(
            o,
            devido=devido,
            vencimento=boleto.vencimento,
            encargos=boleto.encargos,
            abatimento=0 if boleto.valor_pago else boleto.abatimento,
        )
        if quitacao.duvida and como is not None:
            quitacao = decide(quitacao, o.valor_pago or 0, devido, como)
        if quitacao.duvida:
            return row.but(tab=Tab.CONFERIR, efeito=quitacao.duvida)
        excedente = max(0, (o.valor_pago or 0) - quitacao.valor_pago) if como is Como.EXCEDENTE else 0
        return self._book(boleto, row.but(excedente=excedente) if excedente else row, quitacao, abertos)

    def _book(self, boleto: Boleto, row: PlanRow, quitacao: Quitacao, abertos: Sequence[Aberto]) -> PlanRow:
        baixas = share(quitacao, abertos, proporcional=boleto.convenio_id in self._acervo.proporcionais)
        resta = sum(aberto.valor for aberto in abertos) - quitacao.principal
        # only of a boleto paid in parts it has to be known how much of each conta was paid
        em_partes = bool(resta) or self.andamento.was_settled(boleto)
        for baixa in baixas:
            self.andamento.lower(boleto, baixa, em_partes=em_partes)
        credito = row.data_credito or self._cabecalho.data_credito
        depois = revised(
            boleto if resta else pedidos.close(boleto),
            situacao=Situacao.BAIXADO_PARCIALMENTE if resta else Situacao.BAIXADO,
            no_banco=boleto.no_banco if resta else NoBanco.BAIXADO_NO_BANCO,
            no_banco_detalhe=boleto.no_banco_detalhe if resta else row.texto,
            valor_pago=boleto.valor_pago + quitacao.valor_pago,
            data_pagamento=row.data_pagamento,
            data_credito=credito,
        )
        return row.but(
            tab=Tab.BAIXAS,
            efeito=settled_text(quitacao, resta, len(baixas), row.excedente),
            juros=quitacao.juros,
            multa=quitacao.multa,
            desconto=quitacao.desconto,
            abatimento=quitacao.abatimento,
            valor_pago=quitacao.valor_pago,
            data_credito=credito,
            depois=depois,
            baixas=baixas,
        )
