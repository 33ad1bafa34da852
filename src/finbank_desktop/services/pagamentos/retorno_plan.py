"""What each line of a retorno of payments will do to our books; pure, nothing is read or written here.

Lines are taken in the file's order and each sees what the lines before it did. *Aceite* only confirms: the payment
stays *Agendado*. What settles, refuses or returns is decided by the effect of the bank's code, and only where number
and amount are those that were sent; everything else is put before a person.

A settled line need not repeat the amount and the day (segments J, O and N of some banks leave them at zero): the amount
and the day that the payment was ordered for then count.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from finbank_desktop.domain.arquivos import Cabecalho
from finbank_desktop.domain.ocorrencias import Efeito, Ocorrencia
from finbank_desktop.domain.pagamentos import SituacaoPagamento
from finbank_desktop.domain.valores import Centavos, format_brl
from finbank_desktop.persistence.records_pagamentos import PagamentoEnviado, SituacaoEnvio
from finbank_desktop.services.pagamentos.retorno_efeitos import Efeitos, day, paid
from finbank_desktop.services.pagamentos.retorno_model import (
    AcaoLinha,
    AcervoPagamentos,
    DecisaoPagamento,
    RetornoPagamentoRow,
)
from finbank_desktop.services.retorno_model import Tab

_FOLGA = timedelta(days=3)
"""Days a payment may be dated after its file: some banks date by the next business day."""
_DECIDE = (AcaoLinha.ACEITAR, AcaoLinha.IGNORAR, AcaoLinha.ADIAR)
_SO_IGNORA = (AcaoLinha.IGNORAR, AcaoLinha.ADIAR)
_ABERTAS = (SituacaoPagamento.EM_ABERTO, SituacaoPagamento.APROVADO, SituacaoPagamento.RECUSADO)
_PAGA = (Efeito.LIQUIDA, Efeito.LIQUIDA_PARCIAL)


def numbers(o: Ocorrencia) -> tuple[str, ...]:
    """Return what our number of the payment may be: as the line has it, and with the zeros a bank may have dropped."""
    numero = o.seu_numero.strip()
    return (numero, numero.zfill(_LARGURA)) if numero.isdigit() and len(numero) < _LARGURA else (numero,)


_LARGURA = 8


class PlannerPagamentos:
    """Plans the lines of one file one after another.

    Attributes:
        efeitos: What the lines so far have changed.
    """

    def __init__(
        self,
        acervo: AcervoPagamentos,
        cabecalho: Cabecalho,
        convenio_id: int,
        *,
        duvidas: Mapping[int, str],
        decisoes: Mapping[int, DecisaoPagamento],
        hoje: date,
        only: frozenset[int] | None = None,
    ) -> None:
        """Begin a file.

        Args:
            acervo: What our books know.
            cabecalho: The file's.
            convenio_id: The convênio the file is of.
            duvidas: What is wrong with a line, by its number; such a line is left to a person.
            decisoes: What a person decided about a line, by its number.
            hoje: The day of the import.
            only: The file was imported before; only these lines are looked at.
        """
        self._acervo = acervo
        self._cabecalho = cabecalho
        self._convenio_id = convenio_id
        self._duvidas = duvidas
        self._decisoes = decisoes
        self._only = only
        self.efeitos = Efeitos(acervo, hoje)
        self._acoes: Mapping[Efeito, Callable[[Ocorrencia, PagamentoEnviado, RetornoPagamentoRow], RetornoPagamentoRow]]
        self._acoes = {
            Efeito.CONFIRMA: self._confirm,
            Efeito.LIQUIDA: self._settle,
            Efeito.LIQUIDA_PARCIAL: self._settle_part,
            Efeito.REJEITA: self._refuse,
            Efeito.BAIXA: self._refuse,
            Efeito.ESTORNA: self._reverse,
        }

    def plan(self, records: Sequence[Ocorrencia], identidades: Sequence[str]) -> Iterator[RetornoPagamentoRow]:
        """Yield one row per record."""
        for o, identidade in zip(records, identidades, strict=True):
            yield self._row(o, identidade)

    def _row(self, o: Ocorrencia, identidade: str) -> RetornoPagamentoRow:
        enviado = self._find(o)
        row = self._blank(o, enviado, identidade, self._decisoes.get(o.line))
        parada = self._stopped(o, row)
        if parada is not None:
            return parada
        if enviado is None:
            return self._stranger(o, row)
        return self._acoes[o.efeito](o, enviado, row)

    def _stopped(self, o: Ocorrencia, row: RetornoPagamentoRow) -> RetornoPagamentoRow | None:
        """Return the row of a line that came before, cannot be read or changes nothing; else ``None``."""
        codigo = self._acervo.aplicadas.get((row.convenio_id, row.identidade))
        if codigo:
            return replace(row, tab=Tab.JA_PROCESSADOS, efeito=f"Já processada na importação {codigo}.")
        if self._only is not None and o.line not in self._only:
            return replace(row, tab=Tab.JA_PROCESSADOS, efeito="Já processada na importação anterior deste arquivo.")
        if row.decisao is not None and row.decisao.acao is AcaoLinha.IGNORAR:
            return replace(row, tab=Tab.IGNORADOS, efeito="Posta de lado por decisão de quem importou; nada muda.")
        if o.line in self._duvidas:
            return replace(row, tab=Tab.CONFERIR, efeito=self._duvidas[o.line], pode=_SO_IGNORA)
        if o.efeito not in self._acoes:
            return replace(row, tab=Tab.IGNORADOS, efeito=f"{o.texto}: só informa; nada muda.")
        return None

    def _blank(
        self, o: Ocorrencia, enviado: PagamentoEnviado | None, identidade: str, decisao: DecisaoPagamento | None
    ) -> RetornoPagamentoRow:
        conta = self.efeitos.conta(enviado.conta_pagar_id) if enviado else None
        return RetornoPagamentoRow(
            tab=Tab.IGNORADOS,
            line=o.line,
            convenio_id=enviado.convenio_id if enviado else self._convenio_id,
            seu_numero=o.seu_numero,
            pagamento_id=enviado.id if enviado else None,
            conta_pagar_id=conta.id if conta else None,
            codigo=conta.codigo if conta else "",
            favorecido=enviado.favorecido if enviado else o.favorecido,
            data_prevista=enviado.data_pagamento if enviado else o.vencimento,
            valor=enviado.valor if enviado else o.valor_titulo,
            valor_pago=paid(o) if o.efeito in _PAGA else None,
            data_pagamento=day(o) if o.efeito in _PAGA else None,
            forma=str(enviado.forma) if enviado else o.forma,
            autenticacao=o.autenticacao,
            ocorrencia=o.codigo,
            texto=o.texto,
            motivos=o.motivos,
            identidade=identidade,
            decisao=decisao,
            raw=o.raw,
        )

    def _find(self, o: Ocorrencia) -> PagamentoEnviado | None:
        achados = [each for numero in numbers(o) for each in self._acervo.enviados.get(numero, ())]
        unicos = {each.id: each for each in achados}
        if len(unicos) > 1:  # the same number by several contracts of one account: the amount tells them apart
            unicos = {each.id: each for each in unicos.values() if each.valor == o.valor_titulo}
        achado = next(iter(unicos.values())) if len(unicos) == 1 else None
        return achado and self.efeitos.pagamentos.get(achado.id, achado)

    def _accepts(self, row: RetornoPagamentoRow) -> bool:
        return row.decisao is not None and row.decisao.acao is AcaoLinha.ACEITAR

    def _alive_elsewhere(self, enviado: PagamentoEnviado) -> PagamentoEnviado | None:
        """Return another payment by which money may leave for the same conta; ``None`` when there is none."""
        vivo = self._acervo.vivos.get(enviado.conta_pagar_id)
        vivo = vivo and self.efeitos.pagamentos.get(vivo.id, vivo)
        return vivo if vivo is not None and vivo.id != enviado.id and vivo.situacao.is_alive else None

    def _confirm(self, o: Ocorrencia, enviado: PagamentoEnviado, row: RetornoPagamentoRow) -> RetornoPagamentoRow:
        if o.valor_titulo not in (None, 0, enviado.valor) and not self._accepts(row):
            return _check(
                row, f"O banco agendou {format_brl(o.valor_titulo or 0)}, mas foram enviados {_sent(enviado)}."
            )
        if enviado.situacao in (SituacaoEnvio.ACEITO, SituacaoEnvio.PAGO):
            return replace(row, tab=Tab.IGNORADOS, efeito=f"Já estava {enviado.situacao.lower()}; nada muda.")
        if not enviado.situacao.is_alive:
            efeito = f"O banco aceitou um pagamento que aqui está {self._gone(enviado)}: ele vai ser pago."
            if self._blocked(enviado):
                return _check(row, f"{efeito} {self._blocked(enviado)}", _SO_IGNORA)
            if not self._accepts(row):
                return _check(row, f"{efeito} Aceite para voltar a agendado, ou cancele-o no site do banco.")
        detalhe = f"Aceito pelo banco, para {enviado.data_pagamento:%d/%m/%Y}"
        self.efeitos.put(enviado, SituacaoEnvio.ACEITO, o)
        self.efeitos.schedule(enviado, detalhe)
        return replace(row, tab=Tab.CONFIRMACOES, efeito=f"{detalhe}; continua agendado até ser pago.")

    def _settle(self, o: Ocorrencia, enviado: PagamentoEnviado, row: RetornoPagamentoRow) -> RetornoPagamentoRow:
        pago, dia = paid(o), day(o)
        why = self._why_not(o, enviado)
        if why:
            return _check(row, why, _SO_IGNORA)
        assert pago is not None  # noqa: S101 - asked above
        assert dia is not None  # noqa: S101 - asked above
        if enviado.situacao is SituacaoEnvio.PAGO:
            return self._paid_again(enviado, pago, row)
        if not enviado.situacao.is_alive:
            efeito = f"O banco pagou {format_brl(pago)} por um pagamento que aqui está {self._gone(enviado)}."
            if self._blocked(enviado):
                return _check(row, f"{efeito} {self._blocked(enviado)}", _SO_IGNORA)
            if not self._accepts(row):
                return _check(row, f"{efeito} Confira no extrato e aceite para baixar.")
        if pago != enviado.valor and not self._accepts(row):
            return _check(row, f"O banco pagou {format_brl(pago)}, mas foram enviados {_sent(enviado)}.")
        self.efeitos.put(enviado, SituacaoEnvio.PAGO, o)
        self.efeitos.pay(enviado.conta_pagar_id, enviado, o, row.line)
        return replace(row, tab=Tab.BAIXAS, efeito=f"Pago {format_brl(pago)} em {dia:%d/%m/%Y}.")

    def _settle_part(self, o: Ocorrencia, enviado: PagamentoEnviado, row: RetornoPagamentoRow) -> RetornoPagamentoRow:
        if self._accepts(row):
            return self._settle(o, enviado, row)
        return _check(row, f"O banco pagou só {format_brl(paid(o) or 0)} de {_sent(enviado)}.")

    def _why_not(self, o: Ocorrencia, enviado: PagamentoEnviado) -> str:
        dia, ate = day(o), self._cabecalho.data_geracao
        if dia is None:
            return "O banco diz que pagou, mas a linha não traz a data."
        if not paid(o):
            return "O banco diz que pagou, mas a linha não diz quanto."
        if ate is not None and dia > ate + _FOLGA:
            return f"Pago em {dia:%d/%m/%Y}, mas o arquivo é de {ate:%d/%m/%Y}: a data ainda não chegou."
        conta = self.efeitos.conta(enviado.conta_pagar_id)
        if conta.situacao is SituacaoPagamento.PAGO and enviado.situacao is not SituacaoEnvio.PAGO:
            return (
                f"O banco pagou {format_brl(paid(o) or 0)}, mas a conta {conta.codigo} já estava paga: saiu em dobro."
            )
        return ""

    def _paid_again(self, enviado: PagamentoEnviado, pago: Centavos, row: RetornoPagamentoRow) -> RetornoPagamentoRow:
        baixas = self._acervo.baixas.get(enviado.conta_pagar_id, ())
        iguais = [
            each for each in (*baixas, *self.efeitos.baixas.values()) if each.pagamento_id == enviado.id and each.stands
        ]
        if any(each.valor_pago == pago and each.data == row.data_pagamento for each in iguais):
            return replace(row, tab=Tab.JA_PROCESSADOS, efeito="Este pagamento já foi baixado, no mesmo dia e valor.")
        efeito = f"O banco diz que pagou {format_brl(pago)} outra vez; confira no extrato se saiu em dobro."
        return _check(row, efeito, _SO_IGNORA)

    def _refuse(self, o: Ocorrencia, enviado: PagamentoEnviado, row: RetornoPagamentoRow) -> RetornoPagamentoRow:
        if enviado.situacao is SituacaoEnvio.PAGO:
            if self._accepts(row):
                return self._reverse(o, enviado, row)
            return _check(row, f"O banco diz que não pagou ({reasons(o)}), mas já havia confirmado o pagamento.")
        if not enviado.situacao.is_alive:
            return replace(row, tab=Tab.IGNORADOS, efeito=f"Já estava {self._gone(enviado)}; nada muda.")
        cancelado = o.efeito is Efeito.BAIXA
        detalhe = f"Cancelado no banco: {reasons(o)}" if cancelado else f"Recusado: {reasons(o)}"
        self.efeitos.put(enviado, SituacaoEnvio.CANCELADO_NO_BANCO if cancelado else SituacaoEnvio.RECUSADO, o)
        self.efeitos.give_back(enviado, detalhe)
        fix = "Use Corrigir e reenviar na conta a pagar."
        return replace(row, tab=Tab.REJEICOES, efeito=f"{detalhe}.", o_que_fazer=fix)

    def _reverse(self, o: Ocorrencia, enviado: PagamentoEnviado, row: RetornoPagamentoRow) -> RetornoPagamentoRow:
        if not enviado.situacao.is_alive:
            return replace(row, tab=Tab.IGNORADOS, efeito=f"Já estava {self._gone(enviado)}; nada muda.")
        estornadas = self.efeitos.take_back(enviado)
        detalhe = f"Devolvido pelo banco: {reasons(o)}"
        self.efeitos.put(enviado, SituacaoEnvio.DEVOLVIDO, o)
        self.efeitos.give_back(enviado, detalhe)
        volta = f" {format_brl(estornadas)} voltam para a conta e ficam de novo a pagar." if estornadas else ""
        fix = "Corrija os dados e use Corrigir e reenviar na conta a pagar."
        return replace(row, tab=Tab.REJEICOES, efeito=f"{detalhe}.{volta}", o_que_fazer=fix)

    def _stranger(self, o: Ocorrencia, row: RetornoPagamentoRow) -> RetornoPagamentoRow:
        """Answer a line that speaks of no payment of ours: made elsewhere, or before these books."""
        decisao = row.decisao
        if decisao is None or decisao.acao is not AcaoLinha.ATRIBUIR or decisao.conta_pagar_id is None:
            pode = (AcaoLinha.ATRIBUIR, *_SO_IGNORA) if o.efeito is Efeito.LIQUIDA else _SO_IGNORA
            efeito = "Nenhuma remessa deste convênio tem este seu número; nada muda."
            return replace(row, tab=Tab.NAO_LOCALIZADOS, efeito=efeito, pode=pode)
        conta = self.efeitos.conta(decisao.conta_pagar_id)
        pago, dia = paid(o), day(o)
        row = replace(row, conta_pagar_id=conta.id, codigo=conta.codigo, favorecido=self._acervo.favorecidos[conta.id])
        if o.efeito is not Efeito.LIQUIDA or not pago or dia is None:
            return _check(row, "Só uma linha que diz quanto e quando foi pago pode ser atribuída.", _SO_IGNORA)
        if conta.situacao not in _ABERTAS:
            return _check(row, f"A conta {conta.codigo} está {conta.situacao.lower()}.", _SO_IGNORA)
        self.efeitos.pay(conta.id, None, o, row.line)
        efeito = f"Pago {format_brl(pago)} em {dia:%d/%m/%Y}, fora das remessas daqui: conta {conta.codigo}."
        return replace(row, tab=Tab.BAIXAS, efeito=efeito)

    def _blocked(self, enviado: PagamentoEnviado) -> str:
        """Return why a dead payment cannot come to life again; empty when it can."""
        outro = self._alive_elsewhere(enviado)
        if outro is not None:
            numero = self._acervo.remessas.get(outro.remessa_id, "")
            onde = f"A conta já está na remessa nº {numero} ({outro.situacao.lower()})"
            return f"{onde}: cancele um dos dois no site do banco."
        conta = self.efeitos.conta(enviado.conta_pagar_id)
        if conta.situacao not in (*_ABERTAS, SituacaoPagamento.AGENDADO):
            return f"A conta {conta.codigo} está {conta.situacao.lower()}."
        return ""

    def _gone(self, enviado: PagamentoEnviado) -> str:
        return {
            SituacaoEnvio.CANCELADO: f"na remessa nº {self._acervo.remessas.get(enviado.remessa_id, '')}, cancelada",
        }.get(enviado.situacao, str(enviado.situacao).lower())


def reasons(o: Ocorrencia) -> str:
    """Return what the bank says, in words: every code of the line once."""
    textos = dict.fromkeys(motivo.texto for motivo in o.motivos) or {o.texto: None}
    return "; ".join(textos)


def _sent(enviado: PagamentoEnviado) -> str:
    return format_brl(enviado.valor)


def _check(row: RetornoPagamentoRow, efeito: str, pode: tuple[AcaoLinha, ...] = _DECIDE) -> RetornoPagamentoRow:
    return replace(row, tab=Tab.CONFERIR, efeito=efeito, pode=pode)
