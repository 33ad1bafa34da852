"""A remessa of débito automático: 150 positions (FEBRABAN, versions 04 to 08) or débito em conta in 240."""

from collections.abc import Mapping

from finbank_desktop.bancos import registry
from finbank_desktop.cnab import debito_avulsos, debito_problemas, debito_regras
from finbank_desktop.cnab.debito_regras import Regras
from finbank_desktop.cnab.detect import DEBITO, layout_150, layout_of
from finbank_desktop.cnab.linhas_remessa import LinhasRemessa
from finbank_desktop.cnab.valores_remessa import plain
from finbank_desktop.domain.debitos import ConvenioDebito, DadosDebito, Debito, MovimentoDebito
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.domain.registros import Valor
from finbank_desktop.layouts import loader
from finbank_desktop.layouts.model import Layout
from finbank_desktop.layouts.writer import Escrita

_150, _240 = 150, 240
_FEBRABAN = "000"
_NOME_150 = 20
_REMESSA = "remessa"
_REAL = "03"
_CNPJ = 14
_CODIGOS_150 = {MovimentoDebito.DEBITAR: 0, MovimentoDebito.CANCELAR: 1, MovimentoDebito.CADASTRAR: 5}
_ALTERACAO_150, _EXCLUSAO_150 = 0, 1
_REGISTRO_D = (MovimentoDebito.ALTERAR, MovimentoDebito.EXCLUIR)
_OUTRA_OPERACAO = 3
_SIM, _NAO = 1, 2
_INCLUSAO, _EXCLUSAO = (0, 0), (9, 99)  # G060 and G061
_INTEIROS = dict.fromkeys(
    (
        *("seu_numero", "cliente_empresa", "cliente_empresa_anterior", "cliente_empresa_atual"),
        *("cliente_banco", "uso_empresa"),
    ),
    "Encurte-o: cortado, a resposta não seria achada.",
)


def render(dados: DadosDebito) -> Escrita:
    """Return the file that tells the bank of *dados*.

    With an error among the problems there is no data; each problem of a debit names it by its seu número.

    Raises:
        RefusedError: There are no debits, or this program has no layout of the bank's.
    """
    layout = _layout(dados)
    if not dados.debitos and not dados.avulsos:
        message = "A remessa não tem débitos. Escolha ao menos um débito ou consentimento."
        raise RefusedError("remessa_sem_debitos", message)
    regras = debito_regras.load(dados.convenio.banco)
    versao = dados.convenio.versao_layout or regras.versao
    found = list(debito_problemas.problems(dados, layout, versao))
    return Escrita(data=b"", problems=found) if found else _Writing(dados, layout, regras, versao).escrita()


def filename(dados: DadosDebito) -> str:
    """Return the name the file gets: two letters, day, month and the file's number."""
    return f"DA{dados.geracao:%d%m}{dados.sequencia % 100:02d}.REM"


def _layout(dados: DadosDebito) -> Layout:
    convenio = dados.convenio
    regras = debito_regras.load(convenio.banco)
    if dados.generico:
        return loader.load(_generic(convenio, regras))
    path = None
    if convenio.formato in regras.formatos:
        path = (
            layout_150(convenio.banco, _REMESSA, convenio.versao_layout or regras.versao, written=True)
            if convenio.formato == str(_150)
            else layout_of(convenio.banco, _240, _REMESSA, produto=DEBITO)
        )
    if path is None:
        message = (
            f"Este programa não tem o layout da remessa de débito automático de {convenio.formato} posições do banco "
            f"{convenio.banco}. Troque o formato no cadastro do convênio de débito."
        )
        raise RefusedError("banco_sem_layout", message)
    return loader.load(path)


def _generic(convenio: ConvenioDebito, regras: Regras) -> str:
    if convenio.formato == str(_240):
        return "febraban/debito_240_remessa"
    return layout_150(_FEBRABAN, _REMESSA, convenio.versao_layout or regras.versao) or ""


class _Writing:
    """One remessa on its way to bytes."""

    def __init__(self, dados: DadosDebito, layout: Layout, regras: Regras, versao: str) -> None:
        self.dados = dados
        self.layout = layout
        self.regras = regras
        self.versao = versao
        self.linhas = LinhasRemessa(layout, dados.convenio.extras, quem="Débito", inteiros=_INTEIROS)
        self.comuns = self._arquivo()

    def escrita(self) -> Escrita:
        if self.layout.tamanho == _150:
            self._render_150()
        else:
            self._render_240()
        return self.linhas.escrita()

    def _render_150(self) -> None:
        self.linhas.add("A", self.comuns)
        for each in self.dados.debitos:
            cadastro = each.movimento in _REGISTRO_D
            self.linhas.add(
                "D" if cadastro else "E", self._cadastro(each) if cadastro else self._debito_150(each), each
            )
        for avulso in self.dados.avulsos:
            self._add_avulso(*debito_avulsos.values(avulso, self.regras))
        soma = sum(each.valor for each in self.dados.debitos if each.movimento not in _REGISTRO_D)
        self.linhas.add("Z", {"qtd_registros": len(self.linhas) + 1, "soma_debitos": soma})

    def _add_avulso(self, nome: str, values: Mapping[str, Valor]) -> None:
        if nome not in self.layout:
            message = (
                f"O layout de {self.layout.tamanho} posições do banco {self.dados.convenio.banco} não tem o registro "
                f"{nome}. Tire-o da remessa, ou use outra versão do layout."
            )
            raise RefusedError("registro_sem_layout", message, nome)
        self.linhas.add(nome, values)

    def _render_240(self) -> None:
        for avulso in self.dados.avulsos:
            self._add_avulso(*debito_avulsos.values(avulso, self.regras))
        self.linhas.add("header", self.comuns)
        self.linhas.add("header_lote", self.comuns)
        start = len(self.linhas)
        for each in self.dados.debitos:
            for nome in ("A", "B") if "B" in self.layout else ("A",):
                numero: dict[str, Valor] = {"sequencia_lote": len(self.linhas) - start + 1}
                self.linhas.add(nome, self.comuns | self._debito_240(each) | numero, each)
        soma = sum(each.valor for each in self.dados.debitos)
        lote: dict[str, Valor] = {"qtd_registros_lote": len(self.linhas) - start + 2, "soma_debitos": soma}
        self.linhas.add("trailer_lote", self.comuns | lote)
        self.linhas.add("trailer", self.comuns | {"qtd_lotes": 1, "qtd_registros": len(self.linhas) + 1})

    def _arquivo(self) -> dict[str, Valor]:
        empresa, conta, convenio = self.dados.empresa, self.dados.conta, self.dados.convenio
        width = _NOME_150 if self.layout.tamanho == _150 else None
        return {
            "banco": convenio.banco,
            "banco_nome": plain(registry.name_of(convenio.banco))[:width],
            "lote": 1 if self.layout.tamanho == _240 else None,
            "empresa_tipo_inscricao": _tipo_240(empresa.documento),
            "empresa_inscricao": empresa.documento,
            "empresa_nome": plain(empresa.razao_social)[:width],
            "convenio": convenio.convenio,
            "agencia": conta.agencia,
            "agencia_dv": conta.agencia_dv,
            "conta": conta.conta,
            "conta_dv": conta.conta_dv,
            "data_geracao": self.dados.geracao.date(),
            "hora_geracao": self.dados.geracao.time().replace(microsecond=0),
            "nsa": self.dados.sequencia,
            "versao_layout": self.versao,
            "ambiente_cliente": "T" if convenio.teste else "P",
        }

    def _debito_150(self, each: Debito) -> dict[str, Valor]:
        consentimento = each.consentimento
        return {
            **self._cliente(each),
            "cliente_empresa": each.cliente_empresa,
            "data_debito": each.vencimento or consentimento.validade,
            "valor_debito": each.valor,
            "moeda": _REAL,
            "uso_empresa": each.seu_numero,
            # reverse of CNAB 240: 1 CNPJ, 2 CPF
            "tipo_identificacao": 1 if len(consentimento.documento) == _CNPJ else 2,
            "identificacao": consentimento.documento,
            "tipo_operacao": _OUTRA_OPERACAO,
            "cheque_especial": _SIM if consentimento.cheque_especial else _NAO,
            "debito_parcial_apos_vencimento": _SIM if consentimento.parcial else _NAO,
            "codigo_movimento": _CODIGOS_150[each.movimento],
            "sequencial_registro": len(self.linhas),  # Caixa: the lines after the header, from 1
        }

    def _cadastro(self, each: Debito) -> dict[str, Valor]:
        altera = each.movimento is MovimentoDebito.ALTERAR
        return {
            **self._cliente(each),
            "cliente_empresa_anterior": each.consentimento.cliente_empresa,
            "cliente_empresa_atual": each.consentimento.cliente_empresa_novo if altera else "",
            "codigo_movimento": _ALTERACAO_150 if altera else _EXCLUSAO_150,
        }

    def _cliente(self, each: Debito) -> dict[str, Valor]:
        agencia = each.consentimento.agencia
        return {"agencia": f"{agencia:0>4}", "cliente_banco": self.regras.cliente_banco(each.consentimento)}

    def _debito_240(self, each: Debito) -> dict[str, Valor]:
        consentimento = each.consentimento
        tipo, instrucao = _EXCLUSAO if each.movimento is MovimentoDebito.CANCELAR else _INCLUSAO
        return {
            "tipo_movimento": tipo,
            "instrucao_movimento": instrucao,
            "codigo_movimento": tipo * 100 + instrucao,  # Itaú has both in one field
            "pagador_banco": consentimento.banco,
            "pagador_agencia": consentimento.agencia,
            "pagador_agencia_dv": consentimento.agencia_dv,
            "pagador_conta": consentimento.conta,
            "pagador_conta_dv": consentimento.conta_dv,
            "pagador_nome": plain(consentimento.nome),
            "pagador_tipo_inscricao": _tipo_240(consentimento.documento),
            "pagador_inscricao": consentimento.documento,
            "seu_numero": each.seu_numero,
            "data_debito": each.vencimento,
            "vencimento": each.vencimento,
            "moeda_tipo": self.regras.moeda_tipo,
            "valor_debito": each.valor,
            "valor_documento": each.valor,
            "complemento_historico": plain(each.historico),
        }


def _tipo_240(documento: str) -> int:
    return 2 if len(documento) == _CNPJ else 1
