"""Acontecimentos become a retorno of the same bank, through the engine that writes every file."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time

from finbank_desktop.cnab import papeis
from finbank_desktop.cnab.papeis import Lugar, Papeis
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.domain.registros import Valor
from finbank_desktop.domain.valores import Centavos
from finbank_desktop.layouts import writer
from finbank_desktop.layouts.model import Layout, Papel
from finbank_desktop.simulator.acontecimentos import Acontecimento
from finbank_desktop.simulator.rascunho import Molde, Rascunho
from finbank_desktop.simulator.remessa import Pedido, RemessaLida

_HORA = time(6, 0, 0)
_DATAS_DO_ARQUIVO = ("data_geracao", "data_gravacao")
_SEQUENCIAS = ("numero_remessa_retorno", "numero_aviso", "sequencial_retorno", "nsa")
_TOTAIS = ("simples", "cobranca", "detalhes")
_POR_OCORRENCIA = re.compile(r"ocorrencia_(?P<codigos>\d\d(?:_\d\d)*)_(?P<que>qtd|valor)(?:_2)?")
_COPIADOS = ("carteira", "nosso_numero", "seu_numero", "uso_empresa")
_PRIMEIRO_LOTE = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Capa:
    """What a retorno says about itself.

    Attributes:
        dia: When the bank made it.
        sequencia: Its number.
        data_credito: When the money is there; ``None`` without payments.
    """

    dia: date
    sequencia: int
    data_credito: date | None


def render(remessa: RemessaLida, capa: Capa, acontecimentos: Sequence[Acontecimento]) -> bytes:
    """Return the bytes of the retorno that tells *acontecimentos*.

    Raises:
        RefusedError: A value does not fit the bank's layout.
    """
    escrita = writer.write(remessa.retorno, _Retorno(remessa, capa).records(acontecimentos))
    error = next((problem for problem in escrita.problems if problem.is_error), None)
    if error is not None:
        message = f"O retorno de {remessa.nome} não pôde ser escrito: {error.message} {error.fix}".strip()
        raise RefusedError("retorno_nao_escrito", message, remessa.nome)
    return escrita.data


class _Retorno:
    """Puts the records of one file together."""

    def __init__(self, remessa: RemessaLida, capa: Capa) -> None:
        self._remessa = remessa
        self._capa = capa
        self._layout: Layout = remessa.retorno
        self._papeis: Papeis = papeis.load(self._layout)
        self._moldes = {registro.nome: Molde(registro) for registro in self._layout.registros}

    def records(self, acontecimentos: Sequence[Acontecimento]) -> list[tuple[str, Mapping[str, Valor]]]:
        """Return all records in the order of the file."""
        drafts = [*self._frame(Papel.ABERTURA, acontecimentos), *self._frame(Papel.ABERTURA_LOTE, acontecimentos)]
        before = len(drafts)
        for each in acontecimentos:
            drafts += self._title(each, len(drafts) - before + 1)
        closing = self._frame(Papel.ENCERRAMENTO_LOTE, acontecimentos)
        lote = len(drafts) - before + 1 + len(closing)
        drafts += [*closing, *self._frame(Papel.ENCERRAMENTO, acontecimentos)]
        for number, draft in enumerate(drafts, 1):
            draft.put("sequencial", number)
            draft.put("qtd_registros_lote", lote)
            draft.put("qtd_registros", len(drafts))
        return [(draft.registro.nome, draft.values()) for draft in drafts]

    def _frame(self, papel: Papel, acontecimentos: Sequence[Acontecimento]) -> list[Rascunho]:
        """Return the record that opens or closes file or lot; none where the layout has no lots."""
        registros = self._layout.of(papel)
        if not registros:
            return []
        draft = Rascunho(self._moldes[registros[0].nome])
        draft.copy(self._remessa.texts_of(papel))
        self._identify(draft, acontecimentos[0].pedido)
        self._date(draft)
        if papel in (Papel.ABERTURA_LOTE, Papel.ENCERRAMENTO_LOTE):
            draft.put("lote", _PRIMEIRO_LOTE)
        if papel in (Papel.ENCERRAMENTO_LOTE, Papel.ENCERRAMENTO):
            _total(draft, acontecimentos)
        return [draft]

    def _identify(self, draft: Rascunho, pedido: Pedido) -> None:
        """Write whose file or title it is, where this bank's retorno wants it."""
        own, asked = self._papeis, self._remessa.papeis
        for to, source in ((own.convenio, asked.convenio), (own.arquivo, asked.arquivo)):
            for role, lugar in to.items():
                if lugar.registro != draft.registro.nome or role not in source or role.startswith("data_"):
                    continue
                draft.put_text(lugar, self._remessa.text_at(source[role], pedido))

    def _date(self, draft: Rascunho) -> None:
        for nome in _DATAS_DO_ARQUIVO:
            draft.put(nome, self._capa.dia)
        draft.put("hora_geracao", _HORA)
        draft.put("data_credito", self._capa.data_credito)
        for nome in _SEQUENCIAS:
            draft.put(nome, self._capa.sequencia)

    def _title(self, each: Acontecimento, first: int) -> list[Rascunho]:
        """Return the records of one title, the first of them the *first*-th of its lot."""
        nomes = (self._papeis.titulo, *self._papeis.exige)
        drafts = {nome: Rascunho(self._moldes[nome]) for nome in nomes}
        codigo = self._papeis.campos["codigo"]
        for number, draft in enumerate(drafts.values(), first):
            draft.copy(each.pedido.textos)
            self._identify(draft, each.pedido)
            draft.put("lote", _PRIMEIRO_LOTE)
            draft.put("sequencia_lote", number)
            draft.put(codigo.campo, each.codigo)
        self._copy_roles(drafts, each.pedido)
        for role, valor in self._amounts(each).items():
            lugar = self._papeis.campos.get(role)
            if lugar is not None and lugar.registro in drafts:
                drafts[lugar.registro].put(lugar.campo, valor)
        if each.motivos:
            self._reason(drafts, each)
        return list(drafts.values())

    def _copy_roles(self, drafts: Mapping[str, Rascunho], pedido: Pedido) -> None:
        asked = self._remessa.papeis.campos
        for role in _COPIADOS:
            lugar = self._papeis.campos.get(role)
            if lugar is not None and role in asked and lugar.registro in drafts:
                drafts[lugar.registro].put_text(lugar, self._remessa.text_at(asked[role], pedido))

    def _amounts(self, each: Acontecimento) -> dict[str, Valor]:
        """Return amounts and dates by role.

        Where a layout has one field for interest and fine they go together; where what was paid is told less the fee,
        the fee is taken off.
        """
        has_multa = "multa" in self._papeis.campos
        creditado = max(0, each.valor_pago - each.tarifa)
        amounts: dict[str, Centavos] = {
            "valor_titulo": each.pedido.valor,
            "valor_tarifa": each.tarifa,
            "valor_creditado": creditado,
            "valor_pago": creditado if self._papeis.valor_pago_sem_tarifa else each.valor_pago,
            "juros": each.juros if has_multa else each.juros + each.multa,
            "multa": each.multa,
            "desconto": each.desconto,
            "abatimento": each.abatimento,
        }
        dates: dict[str, Valor] = {
            "vencimento": each.pedido.vencimento,
            "data_ocorrencia": each.data,
            "data_credito": each.data_credito,
        }
        return {**amounts, **dates}

    def _reason(self, drafts: Mapping[str, Rascunho], each: Acontecimento) -> None:
        lugar = self._papeis.motivos_of(each.codigo)
        if lugar is None or lugar.registro not in drafts:
            return
        together = "".join(each.motivos)
        _require_room(lugar, each, together)
        drafts[lugar.registro].put_text(lugar, together)


def _require_room(lugar: Lugar, each: Acontecimento, together: str) -> None:
    size = lugar.fim - lugar.inicio + 1
    if len(together) > size:
        message = (
            f"O cenário dá {len(each.motivos)} motivos a um título, e no retorno deste banco cabem "
            f"{size // len(each.motivos[0])}. Tire os que sobram da chave “motivo”."
        )
        raise RefusedError("motivos_demais", message)


def _total(draft: Rascunho, acontecimentos: Sequence[Acontecimento]) -> None:
    """Write numbers and sums of a trailer, of all titles and by occurrence, by the names of its fields."""
    draft.put("qtd_lotes", _PRIMEIRO_LOTE)
    draft.put("valor_informado", _sum(acontecimentos))
    draft.put("qtd_detalhes", len(acontecimentos))
    for nome in _TOTAIS:
        draft.put(f"{nome}_qtd", len(acontecimentos))
        draft.put(f"qtd_{nome}", len(acontecimentos))
        draft.put(f"{nome}_valor", _sum(acontecimentos))
        draft.put(f"valor_{nome}", _sum(acontecimentos))
    for campo in draft.registro.campos:
        if found := _POR_OCORRENCIA.fullmatch(campo.nome):
            codes = found["codigos"].split("_")
            these = [each for each in acontecimentos if each.codigo in codes]
            draft.put(campo.nome, len(these) if found["que"] == "qtd" else _sum(these))


def _sum(acontecimentos: Iterable[Acontecimento]) -> Centavos:
    return sum(each.pedido.valor for each in acontecimentos)
