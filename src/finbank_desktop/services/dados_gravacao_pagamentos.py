"""Writing the entries of a data file about payments: favorecidos' accounts and keys, convênios, contas a pagar."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, ClassVar

from finbank_desktop.domain import arrecadacao, chaves_pix, pix
from finbank_desktop.domain.chaves_pix import ChavePixError, TipoChave
from finbank_desktop.domain.contas_pagar import ChavePixFavorecido, ContaBancaria, ContaPagar
from finbank_desktop.domain.pagamentos import (
    ConvenioPagamento,
    FormaPagamento,
    SituacaoPagamento,
    forma_usual,
)
from finbank_desktop.domain.problems import Problem
from finbank_desktop.persistence.records_pagamentos import BaixaPagar
from finbank_desktop.services.dados_campos_pagamentos import BRCODE
from finbank_desktop.services.dados_gravacao import Gravacao
from finbank_desktop.services.dados_leitura import Entrada
from finbank_desktop.services.dados_secoes import Secao
from finbank_desktop.services.pagamentos import contas, convenios, destinos, favorecidos, limpeza

USUARIO = "Arquivo de dados"
_HISTORIA = ("situacao", "valor_pago", "pago_em", "autenticacao")
_FEITAS = (SituacaoPagamento.PAGO, SituacaoPagamento.CANCELADO)
_ALVOS = {
    "convenio": ("convenios_pagamento", "convênio de pagamento"),
    "conta_favorecido": ("pessoa_contas", "conta de favorecido"),
    "chave_favorecido": ("pessoa_chaves_pix", "chave Pix"),
}


@dataclass(slots=True)
class GravacaoPagamentos(Gravacao):
    """One import on its way, with what is about payments."""

    agora: datetime = field(kw_only=True)
    alvos: ClassVar[Mapping[str, Mapping[str, tuple[str, str]]]] = {"contas_pagar": _ALVOS}

    def _convenios_pagamento(self, secao: Secao, entradas: Sequence[Entrada], empresa_id: int) -> None:
        antes = self._before(self.uow.convenios_pagamento, entradas, empresa_id)
        refs = self._references(entradas, empresa_id, conta_id=self.uow.contas)
        proprias = {conta.id: conta for conta in self.uow.contas.all(empresa_id)}
        feitas: list[tuple[Entrada, ConvenioPagamento]] = []
        for entrada in self._complete(secao, entradas, antes):
            if entrada.onde not in refs:
                continue
            velho = antes.get(entrada.codigo)
            base = velho or ConvenioPagamento(empresa_id=empresa_id, codigo=entrada.codigo, banco="")
            extras = base.extras | entrada.grupos.get("extras", {})
            feito = limpeza.convenio(replace(base, **entrada.valores, **_filled(refs[entrada.onde]), extras=extras))
            conta = proprias.get(feito.conta_id)
            banco = feito.banco or (conta.banco if conta else "")
            descricao = feito.descricao or f"Convênio de pagamento {feito.codigo}"
            proxima = max(feito.proxima_remessa, velho.proxima_remessa if velho else 1)
            feitas.append((entrada, replace(feito, banco=banco, descricao=descricao, proxima_remessa=proxima)))
        self._keep(
            secao,
            self.uow.convenios_pagamento,
            feitas,
            antes,
            lambda convenio: convenios.convenio_problems(convenio, self.uow),
        )

    def _pessoa_contas(self, secao: Secao, entradas: Sequence[Entrada], empresa_id: int) -> None:
        antes = self._before(self.uow.pessoa_contas, entradas, empresa_id)
        refs = self._references(entradas, empresa_id, pessoa_id=self.uow.pessoas)
        com = {row for row, todas in self._accounts(refs).items() if any(each.principal for each in todas)}
        feitas: list[tuple[Entrada, ContaBancaria]] = []
        for entrada in self._complete(secao, entradas, antes):
            if entrada.onde not in refs:
                continue
            base = antes.get(entrada.codigo) or ContaBancaria(
                empresa_id=empresa_id, codigo=entrada.codigo, pessoa_id=0, banco="", agencia="", conta=""
            )
            feita = limpeza.conta_bancaria(replace(base, **entrada.valores, **_filled(refs[entrada.onde])))
            if not feita.id and feita.pessoa_id not in com:
                feita = replace(feita, principal=True)
            com.add(feita.pessoa_id)
            feitas.append((entrada, feita))
        self._keep(secao, self.uow.pessoa_contas, feitas, antes, _conta_problems)
        self._forget(antes, [feita for _, feita in feitas])

    def _pessoa_chaves_pix(self, secao: Secao, entradas: Sequence[Entrada], empresa_id: int) -> None:
        antes = self._before(self.uow.pessoa_chaves_pix, entradas, empresa_id)
        refs = self._references(entradas, empresa_id, pessoa_id=self.uow.pessoas)
        pessoas = [row for suas in refs.values() if (row := suas.get("pessoa_id"))]
        com = {
            row
            for row, todas in self.uow.pessoa_chaves_pix.of_pessoas(pessoas).items()
            if any(each.principal for each in todas)
        }
        feitas: list[tuple[Entrada, ChavePixFavorecido]] = []
        for entrada in self._complete(secao, entradas, antes):
            if entrada.onde not in refs:
                continue
            base = antes.get(entrada.codigo) or ChavePixFavorecido(
                empresa_id=empresa_id, codigo=entrada.codigo, pessoa_id=0, tipo=TipoChave.ALEATORIA, chave=""
            )
            feita = _read_key(replace(base, **entrada.valores, **_filled(refs[entrada.onde])), entrada)
            if not feita.id and feita.pessoa_id not in com:
                feita = replace(feita, principal=True)
            com.add(feita.pessoa_id)
            feitas.append((entrada, feita))
        self._keep(
            secao,
            self.uow.pessoa_chaves_pix,
            feitas,
            antes,
            lambda chave: _pessoa_problems(chave.pessoa_id) or favorecidos.chave_problems(chave, self.uow),
        )
        self._forget(antes, [feita for _, feita in feitas])

    def _contas_pagar(self, secao: Secao, entradas: Sequence[Entrada], empresa_id: int) -> None:
        antes = self._before(self.uow.contas_pagar, entradas, empresa_id)
        refs = self._references(
            entradas,
            empresa_id,
            filial_id=self.uow.filiais,
            pessoa_id=self.uow.pessoas,
            convenio_id=self.uow.convenios_pagamento,
            conta_favorecido_id=self.uow.pessoa_contas,
            chave_favorecido_id=self.uow.pessoa_chaves_pix,
        )
        for entrada in self._complete(secao, entradas, antes):
            if entrada.onde in refs:
                self._conta_pagar(secao, entrada, antes.get(entrada.codigo), empresa_id, refs[entrada.onde])

    def _conta_pagar(
        self, secao: Secao, entrada: Entrada, velha: ContaPagar | None, empresa_id: int, refs: dict[str, Any]
    ) -> None:
        conta = self._built(entrada, velha, empresa_id, refs)
        if conta == velha:
            self.iguais[secao.nome] += 1
            return
        achados = [*_history(velha, conta), *contas.conta_problems(conta, self.uow)]
        ditos = [self.placed(entrada, secao, problem) for problem in achados]
        self.problems += ditos
        if any(problem.is_error for problem in ditos):
            return
        if velha is not None:
            contas.save(self.uow, conta, usuario=USUARIO, agora=self.agora)
            self.alterados[secao.nome] += 1
            return
        feita = contas.add(self.uow, conta, usuario=USUARIO, agora=self.agora)
        self._bring_history(conta, feita)
        self.incluidos[secao.nome] += 1

    def _built(self, entrada: Entrada, velha: ContaPagar | None, empresa_id: int, refs: dict[str, Any]) -> ContaPagar:
        valores = {
            chave: valor for chave, valor in entrada.valores.items() if valor is not None or chave in _PODEM_FALTAR
        }
        vencimento = valores.get("vencimento") or (velha.vencimento if velha else self.hoje)
        base = velha or ContaPagar(
            empresa_id=empresa_id,
            codigo=entrada.codigo,
            emissao=min(self.hoje, vencimento),
            vencimento=vencimento,
            valor=0,
        )
        lidas: dict[str, Any] = {nome: row or None for nome, row in refs.items()}
        conta = limpeza.conta_pagar(replace(base, **valores, **lidas))
        conta = _with_qr(conta)
        return conta if conta.forma is not None else self._with_forma(conta)

    def _with_forma(self, conta: ContaPagar) -> ContaPagar:
        """Return *conta* with the forma that what it says leaves no doubt of."""
        if conta.codigo_barras:
            bill = arrecadacao.is_arrecadacao(conta.codigo_barras)
            forma: FormaPagamento | None = FormaPagamento.CONCESSIONARIA if bill else FormaPagamento.BOLETO
        elif conta.tributo is not None:
            forma = FormaPagamento.TRIBUTO
        elif conta.pix_qr:
            forma = FormaPagamento.PIX_QR
        else:
            paga = [each for each in self.uow.convenios_pagamento.all(conta.empresa_id) if each.ativo]
            paga = [each for each in paga if conta.convenio_id in (None, each.id)]
            destino = destinos.load(self.uow, [conta]).destino(conta)
            bancos = {each.banco for each in paga}
            forma = forma_usual(destino.favorecido(conta), bancos.pop()) if len(bancos) == 1 else None
        return replace(conta, forma=forma)

    def _bring_history(self, conta: ContaPagar, feita: ContaPagar) -> None:
        """Let a new conta come as paid or cancelled as it was elsewhere."""
        if conta.situacao not in _FEITAS:
            return
        historia = {nome: getattr(conta, nome) for nome in _HISTORIA}
        self.uow.contas_pagar.update(replace(feita, **historia))
        if conta.situacao is SituacaoPagamento.PAGO:
            diferenca = conta.valor_pago - conta.valor_a_pagar
            self.uow.baixas_pagar.add(
                BaixaPagar(
                    empresa_id=feita.empresa_id,
                    conta_pagar_id=feita.id,
                    data=conta.pago_em or conta.vencimento,
                    valor=conta.valor,
                    acrescimos=conta.acrescimos + max(diferenca, 0),
                    desconto=conta.desconto + max(-diferenca, 0),
                    valor_pago=conta.valor_pago,
                    forma=USUARIO,
                    autenticacao=conta.autenticacao,
                    usuario=USUARIO,
                )
            )

    def _accounts(self, refs: dict[str, dict[str, int | None]]) -> dict[int, list[ContaBancaria]]:
        pessoas = [row for suas in refs.values() if (row := suas.get("pessoa_id"))]
        return self.uow.pessoa_contas.of_pessoas(pessoas)

    def _forget(self, antes: dict[str, Any], feitas: Sequence[ContaBancaria] | Sequence[ChavePixFavorecido]) -> None:
        mudadas = {each.pessoa_id for each in feitas if antes.get(each.codigo) != each and each.pessoa_id}
        for pessoa_id in sorted(mudadas):
            favorecidos.forget_approvals(self.uow, pessoa_id, USUARIO, self.agora)


_PODEM_FALTAR = ("data_pagamento", "tributo", "pago_em")


def _filled(refs: dict[str, int | None]) -> dict[str, Any]:
    """Return *refs* for attributes that cannot be nothing: 0 is nobody, and judged as such."""
    return {nome: row or 0 for nome, row in refs.items()}


def _pessoa_problems(pessoa_id: int) -> list[Problem]:
    return [] if pessoa_id else [Problem(message="Diga de quem é.", field="pessoa")]


def _conta_problems(conta: ContaBancaria) -> list[Problem]:
    return _pessoa_problems(conta.pessoa_id) or favorecidos.conta_problems(conta)


def _read_key(chave: ChavePixFavorecido, entrada: Entrada) -> ChavePixFavorecido:
    """Return *chave* as the directory keeps it; its kind is told by itself where the entry does not say it."""
    limpa = limpeza.chave_pix(chave)
    with suppress(ChavePixError):
        lida = chaves_pix.parse(limpa.chave, limpa.tipo if limpa.id or "tipo" in entrada.valores else None)
        return replace(limpa, tipo=lida.tipo, chave=lida.chave)
    return limpa


def _with_qr(conta: ContaPagar) -> ContaPagar:
    """Return *conta* with what a Pix copia e cola says in its parts."""
    if not conta.pix_qr.startswith(BRCODE):
        return conta
    lido = pix.parse(conta.pix_qr)
    return replace(conta, pix_qr=lido.url or lido.chave, pix_txid=lido.txid or conta.pix_txid)


def _history(antes: ContaPagar | None, depois: ContaPagar) -> list[Problem]:
    """Return what a data file may not do to what was paid already; a new conta may bring its own history."""
    if antes is not None:
        mensagem = "Só muda por aprovação, baixa e retorno, nunca por um arquivo de dados."
        mudados = [campo for campo in _HISTORIA if getattr(antes, campo) != getattr(depois, campo)]
        return [Problem(message=mensagem, field=campo) for campo in mudados]
    if depois.situacao is SituacaoPagamento.PAGO and depois.valor_pago <= 0:
        return [Problem(message="Uma conta paga diz quanto foi pago.", field="valor_pago")]
    return []
