"""What a retorno says of consents alone: inclusions and exclusions at the bank (B), answers (F, H), files read (J)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from finbank_desktop.cnab import debito_regras
from finbank_desktop.domain.arquivos import Cabecalho
from finbank_desktop.domain.debitos import Consentimento, ConvenioDebito, SituacaoConsentimento
from finbank_desktop.domain.ocorrencias import Efeito, Ocorrencia
from finbank_desktop.domain.remessas import SituacaoRemessa
from finbank_desktop.persistence.records_debitos import RemessaDebito
from finbank_desktop.services.debitos.retorno_model import AcervoDebito, DebitoRow
from finbank_desktop.services.retorno_model import Tab

TAMANHO = 150
INCLUSAO = "5"
"""Movement of record F that answers the inclusion of a consent (version 06 on)."""
_AGENCIA = slice(26, 30)
_JA_EXISTE = "CE"


def answer(o: Ocorrencia, row: DebitoRow, consentimento: Consentimento) -> tuple[DebitoRow, Consentimento | None]:
    """Return what the bank's answer to an inclusion or exclusion does, and the consent afterwards."""
    row = row.but(
        consentimento_id=consentimento.id, cliente=consentimento.nome, documento=consentimento.documento, o_que_fazer=""
    )
    if o.efeito in (Efeito.CONFIRMA, Efeito.LIQUIDA) or o.codigo == _JA_EXISTE:
        if consentimento.situacao is SituacaoConsentimento.EXCLUSAO_ENVIADA:
            return row.but(tab=Tab.CONFIRMACOES, efeito="Consentimento excluído."), cancelled(consentimento, o.texto)
        feito = replace(
            consentimento,
            situacao=SituacaoConsentimento.ATIVO,
            detalhe=o.texto,
            desde=o.data_ocorrencia or consentimento.desde,
        )
        return row.but(tab=Tab.CONFIRMACOES, efeito="Consentimento ativo: já se pode debitar."), feito
    if o.efeito is Efeito.BAIXA:
        return row.but(tab=Tab.CONFIRMACOES, efeito=f"{o.texto}."), cancelled(consentimento, o.texto)
    if o.efeito is Efeito.REJEITA:
        palavras = "; ".join(motivo.texto for motivo in o.motivos) or o.texto
        feito = replace(consentimento, situacao=SituacaoConsentimento.RECUSADO, detalhe=palavras)
        return row.but(tab=Tab.REJEICOES, efeito=f"Consentimento recusado: {palavras}."), feito
    return row.but(tab=Tab.IGNORADOS, efeito=f"{o.texto}: só informa; nada muda."), None


def cancelled(consentimento: Consentimento, detalhe: str) -> Consentimento:
    """Return *consentimento* as it is when the bank knows it no more."""
    return replace(consentimento, situacao=SituacaoConsentimento.CANCELADO, detalhe=detalhe, cliente_empresa_novo="")


@dataclass(slots=True)
class CadastrosPlanner:
    """Plans the lines that speak of consents and of files, one after another.

    Attributes:
        consentimentos: Every consent touched, as it will be; shared with the planner of debits.
        novos: Consents that the bank took in and nobody here knew.
        remessas: The remessas that the bank says it has read, as they will be.
    """

    acervo: AcervoDebito
    cabecalho: Cabecalho
    convenio: ConvenioDebito
    consentimentos: dict[int, Consentimento]
    novos: list[Consentimento] = field(default_factory=list)
    remessas: dict[int, RemessaDebito] = field(default_factory=dict)

    def plan(self, records: Sequence[Ocorrencia], identidades: Sequence[str]) -> Iterable[DebitoRow]:
        """Yield one row per line."""
        for o, identidade in zip(records, identidades, strict=True):
            row = DebitoRow(
                tab=Tab.IGNORADOS,
                line=o.line,
                cliente_empresa=o.seu_numero,
                seu_numero=o.seu_numero,
                data_pagamento=o.data_ocorrencia,
                ocorrencia=o.codigo,
                texto=o.texto,
                motivos=o.motivos,
                identidade=identidade,
                raw=o.raw,
            )
            if processada := self.acervo.processadas.get(identidade):
                efeito = f"Já processado na importação {processada.codigo}; nada muda."
                yield row.but(tab=Tab.JA_PROCESSADOS, efeito=efeito)
            elif o.codigo.startswith("J"):
                yield self._file(o, row)
            else:
                yield self._consent(o, row)

    def _file(self, o: Ocorrencia, row: DebitoRow) -> DebitoRow:
        remessa = self.acervo.remessas.get(int(o.seu_numero)) if o.seu_numero.isdigit() else None
        if remessa is None or remessa.situacao is SituacaoRemessa.CANCELADA:
            return row.but(efeito=f"O banco leu o arquivo nº {o.seu_numero}, que não está nestes livros.")
        if remessa.situacao is SituacaoRemessa.ENVIADA:
            return row.but(efeito=f"O banco leu a remessa nº {remessa.sequencia}.")
        dia = self.cabecalho.data_geracao
        self.remessas[remessa.id] = replace(remessa, situacao=SituacaoRemessa.ENVIADA, enviada_em=dia)
        return row.but(tab=Tab.CONFIRMACOES, efeito=f"O banco leu a remessa nº {remessa.sequencia}.")

    def _consent(self, o: Ocorrencia, row: DebitoRow) -> DebitoRow:
        achado = self.acervo.clientes.get(o.seu_numero)
        if achado is None:
            return self._unknown(o, row)
        dono = self.consentimentos.get(achado.id, achado)
        row = row.but(consentimento_id=dono.id, cliente=dono.nome, documento=dono.documento)
        if o.codigo == "B2":
            self.consentimentos[dono.id] = replace(self._at(o, dono), situacao=SituacaoConsentimento.ATIVO)
            return row.but(tab=Tab.CONFIRMACOES, efeito="Consentimento ativo: o cliente autorizou no banco.")
        if o.codigo == "B1":
            self.consentimentos[dono.id] = cancelled(dono, o.texto)
            return row.but(tab=Tab.CONFIRMACOES, efeito="Consentimento cancelado: o cliente o excluiu no banco.")
        if o.codigo.startswith("H"):
            return self._answered(o, row, dono)
        return row.but(efeito=f"{o.texto}: só informa; nada muda.")

    def _answered(self, o: Ocorrencia, row: DebitoRow, dono: Consentimento) -> DebitoRow:
        """Take the bank's answer to an alteration or exclusion (record H); words or codes say that it was refused."""
        recusa = "; ".join(motivo.texto for motivo in o.motivos)
        if recusa:
            volta = SituacaoConsentimento.ATIVO if o.codigo == "H1" else dono.situacao
            self.consentimentos[dono.id] = replace(dono, situacao=volta, detalhe=recusa, cliente_empresa_novo="")
            return row.but(tab=Tab.REJEICOES, efeito=f"O banco não fez a mudança: {recusa}.")
        if o.codigo == "H1":
            self.consentimentos[dono.id] = cancelled(dono, o.texto)
            return row.but(tab=Tab.CONFIRMACOES, efeito="Consentimento excluído.")
        if not dono.cliente_empresa_novo:
            return row.but(efeito=f"{o.texto}: nada muda.")
        novo = replace(dono, cliente_empresa=dono.cliente_empresa_novo, cliente_empresa_novo="", detalhe=o.texto)
        self.consentimentos[dono.id] = novo
        return row.but(tab=Tab.CONFIRMACOES, efeito=f"Nova identificação do cliente: {novo.cliente_empresa}.")

    def _unknown(self, o: Ocorrencia, row: DebitoRow) -> DebitoRow:
        """Take in a consent under a number that is a customer's codigo here; any other is a person's to decide."""
        pessoa_id = self.acervo.por_codigo.get(o.seu_numero)
        if o.codigo != "B2" or pessoa_id is None:
            tab = Tab.NAO_LOCALIZADOS if o.codigo == "B2" else Tab.IGNORADOS
            return row.but(tab=tab, efeito=f"Nenhum consentimento ou cliente tem a identificação {o.seu_numero}.")
        nome, documento = self.acervo.pessoas.get(pessoa_id, ("", ""))
        novo = Consentimento(
            empresa_id=self.convenio.empresa_id,
            convenio_id=self.convenio.id,
            pessoa_id=pessoa_id,
            cliente_empresa=o.seu_numero,
            nome=nome,
            documento=documento,
            banco=self.convenio.banco,
            agencia="",
            conta="",
            situacao=SituacaoConsentimento.ATIVO,
        )
        self.novos.append(self._at(o, novo))
        return row.but(
            tab=Tab.CONFIRMACOES, cliente=nome, documento=documento, efeito="Consentimento novo, dado no banco: ativo."
        )

    def _at(self, o: Ocorrencia, consentimento: Consentimento) -> Consentimento:
        """Return *consentimento* at the account that the bank names."""
        regras = debito_regras.load(self.convenio.banco)
        agencia = o.raw[0][_AGENCIA].strip() if o.raw else ""
        if not o.nosso_numero or (
            consentimento.conta
            and regras.cliente_banco(consentimento).strip() == o.nosso_numero
            and consentimento.agencia.lstrip("0") == agencia.lstrip("0")
        ):
            return replace(consentimento, detalhe=o.texto, desde=o.data_ocorrencia)
        operacao, conta, dv = debito_regras.split_cliente_banco(regras, o.nosso_numero)
        return replace(
            consentimento,
            agencia=agencia or consentimento.agencia,
            operacao=operacao,
            conta=conta,
            conta_dv=dv,
            detalhe=o.texto,
            desde=o.data_ocorrencia,
        )
