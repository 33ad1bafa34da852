"""The sections of a data file and their keys; ``docs/manual/dados.md`` tells users the same."""

from dataclasses import dataclass, field

from finbank_desktop.domain.contabil import Natureza, Papel
from finbank_desktop.domain.contas_receber import Situacao
from finbank_desktop.domain.convenios import Homologacao
from finbank_desktop.domain.debitos import ProcessoBancario, SituacaoConsentimento, SituacaoDebito
from finbank_desktop.domain.encargos import TipoDesconto, TipoJuros, TipoMulta
from finbank_desktop.services import dados_campos_pagamentos as pagar
from finbank_desktop.services.dados_campos import (
    Campo,
    data,
    escolha,
    inteiro,
    linhas,
    logico,
    referencia,
    texto,
    valor,
)

EXTRAS = (
    "posto",
    "byte",
    "operacao",
    "incremento",
    "portfolio",
    "iof",
    "codigo_transmissao",
    "codigo_servico",
    "parcela",
)
"""What only some banks ask of a convênio and may stand outside ``extras``; the vocabulary of ``bancos``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Secao:
    """One list of a data file.

    Attributes:
        obrigatorios: Keys without which a new entry makes no sense.
    """

    nome: str
    campos: tuple[Campo, ...]
    obrigatorios: tuple[str, ...]
    _por_chave: dict[str, Campo] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Index the keys."""
        for campo in self.campos:
            for chave in (campo.chave, *campo.apelidos):
                self._por_chave.setdefault(chave, campo)

    def find(self, chave: str) -> Campo | None:
        """Return the field a key or one of its other names stands for; ``None`` when nobody knows it."""
        return self._por_chave.get(chave)

    @property
    def grupos(self) -> frozenset[str]:
        """The nested objects an entry may hold."""
        return frozenset(campo.grupo for campo in self.campos if campo.grupo)

    @property
    def chaves(self) -> list[str]:
        """The keys people are told of."""
        soltas = [campo.chave for campo in self.campos if not campo.grupo]
        return [*soltas, *sorted(self.grupos)]


_EMPRESA = referencia("empresa", "empresas", "coligada")
_FILIAL = referencia("filial", "filiais")
_CODIGO = texto("codigo")
_DOCUMENTO = texto("documento", "cnpj", "cpf", "cpf_cnpj", "cnpj_cpf")
_CONTATO = (texto("telefone", "fone"), texto("email", "e_mail"))
_ENDERECO = (
    texto("logradouro", "rua", grupo="endereco"),
    texto("numero", grupo="endereco"),
    texto("complemento", grupo="endereco"),
    texto("bairro", grupo="endereco"),
    texto("cidade", "municipio", grupo="endereco"),
    texto("uf", "estado", grupo="endereco"),
    texto("cep", grupo="endereco"),
)
_ENCARGOS = (
    escolha("juros_tipo", TipoJuros, grupo="encargos"),
    valor("juros", grupo="encargos"),
    escolha("multa_tipo", TipoMulta, grupo="encargos"),
    valor("multa", grupo="encargos"),
    escolha("desconto_tipo", TipoDesconto, grupo="encargos"),
    valor("desconto", grupo="encargos"),
    inteiro("desconto_dias", grupo="encargos", vazio=0),
    inteiro("protesto_dias", grupo="encargos"),
    inteiro("baixa_dias", grupo="encargos"),
)

SECOES = (
    Secao(
        nome="empresas",
        campos=(
            _CODIGO,
            texto("razao_social", "nome"),
            texto("nome_fantasia", "fantasia"),
            _DOCUMENTO,
            *_CONTATO,
            *_ENDERECO,
            *(texto("cor"), texto("logo")),
        ),
        obrigatorios=("razao_social", "documento"),
    ),
    Secao(
        nome="filiais",
        campos=(_EMPRESA, _CODIGO, texto("nome", "razao_social", "descricao"), _DOCUMENTO),
        obrigatorios=("nome",),
    ),
    Secao(
        nome="contas",
        campos=(
            *(_EMPRESA, _FILIAL, _CODIGO, texto("descricao", "nome"), texto("banco")),
            *(texto("agencia"), texto("agencia_dv", "agencia_digito", "digito_agencia")),
            *(texto("conta", "numero", "conta_corrente"), texto("conta_dv", "conta_digito", "digito_conta")),
        ),
        obrigatorios=("banco", "agencia", "conta"),
    ),
    Secao(
        nome="convenios",
        campos=(
            *(_EMPRESA, _FILIAL, _CODIGO, texto("descricao", "nome")),
            referencia("conta", "contas", "conta_corrente", "conta_codigo"),
            texto("banco"),
            texto("formato", "cnab", "layout"),
            texto("convenio", "numero", "numero_convenio"),
            texto("codigo_beneficiario", "beneficiario", "codigo_cedente", "cedente"),
            texto("codigo_beneficiario_dv", "beneficiario_dv"),
            *(texto("carteira"), texto("variacao"), texto("modalidade")),
            *(texto("emissao"), texto("especie"), logico("aceite")),
            inteiro("nosso_numero_inicio", "faixa_inicio"),
            inteiro("nosso_numero_fim", "faixa_fim"),
            inteiro("proximo_nosso_numero", "nosso_numero_proximo", "nosso_numero"),
            inteiro("proxima_remessa", "sequencial_remessa", "proximo_sequencial"),
            linhas("instrucoes"),
            *(texto("local_pagamento"), texto("logo"), logico("ativo")),
            *(linhas("mensagens"), texto("pix_chave", "chave_pix")),
            *(texto("tipo_cobranca"), texto("rateio"), escolha("homologacao", Homologacao)),
            *_ENCARGOS,
            *(texto(chave, grupo="extras") for chave in EXTRAS),
        ),
        obrigatorios=("conta", "carteira"),
    ),
    Secao(
        nome="pessoas",
        campos=(_EMPRESA, _CODIGO, texto("nome", "razao_social"), _DOCUMENTO, *_CONTATO, *_ENDERECO),
        obrigatorios=("nome", "documento"),
    ),
    Secao(
        nome="contas_receber",
        campos=(
            *(_EMPRESA, _FILIAL, _CODIGO),
            referencia("pessoa", "pessoas", "pagador", "cliente", "sacado"),
            referencia("convenio", "convenios"),
            texto("documento", "numero_documento", "seu_numero", "numero"),
            *(texto("descricao", "historico"), texto("origem")),
            *(data("emissao", "data_emissao"), data("vencimento", "data_vencimento")),
            *(valor("valor"), valor("valor_baixado"), escolha("situacao", Situacao)),
            texto("mensagem"),
        ),
        obrigatorios=("pessoa", "vencimento", "valor"),
    ),
    Secao(
        nome="plano_contas",
        campos=(
            *(_EMPRESA, _CODIGO, texto("reduzido", "codigo_reduzido"), texto("nome", "descricao")),
            *(escolha("natureza", Natureza), logico("analitica"), logico("ativa")),
        ),
        obrigatorios=("nome", "natureza"),
    ),
    Secao(
        nome="eventos_contabeis",
        campos=(
            *(_EMPRESA, _CODIGO, texto("nome", "descricao")),
            *(texto(papel.name.lower(), grupo="contas") for papel in Papel),
        ),
        obrigatorios=("nome",),
    ),
    Secao(nome="historicos", campos=(_EMPRESA, _CODIGO, texto("texto", "descricao")), obrigatorios=("texto",)),
    Secao(nome="convenios_pagamento", campos=pagar.CONVENIOS_PAGAMENTO, obrigatorios=("conta",)),
    Secao(nome="pessoa_contas", campos=pagar.PESSOA_CONTAS, obrigatorios=("pessoa", "banco", "agencia", "conta")),
    Secao(nome="pessoa_chaves_pix", campos=pagar.PESSOA_CHAVES_PIX, obrigatorios=("pessoa", "chave")),
    Secao(nome="contas_pagar", campos=pagar.CONTAS_PAGAR, obrigatorios=("vencimento", "valor")),
    Secao(
        nome="layouts_bancarios",
        campos=(
            *(_EMPRESA, _CODIGO, texto("banco"), escolha("processo", ProcessoBancario)),
            *(texto("formato", "cnab", "posicoes"), texto("versao_layout", "versao"), logico("generico")),
            *(logico("ativo"), texto("observacao")),
        ),
        obrigatorios=("banco",),
    ),
    Secao(
        nome="convenios_debito",
        campos=(
            *(_EMPRESA, _CODIGO, texto("descricao", "nome")),
            referencia("conta", "contas", "conta_corrente", "conta_codigo"),
            *(texto("banco"), texto("formato", "cnab", "layout"), texto("versao_layout", "versao")),
            texto("convenio", "numero", "numero_convenio"),
            inteiro("proxima_remessa", "sequencial_remessa", "proximo_sequencial", "nsa"),
            *(texto("rateio"), logico("teste"), logico("ativo")),
            texto("conta_compromisso", grupo="extras"),
        ),
        obrigatorios=("conta", "convenio"),
    ),
    Secao(
        nome="consentimentos",
        campos=(
            *(_EMPRESA, _CODIGO),
            referencia("convenio", "convenios_debito", "convenio_debito"),
            referencia("pessoa", "pessoas", "cliente", "pagador"),
            texto("cliente_empresa", "identificacao"),
            *(texto("nome", "titular"), _DOCUMENTO, texto("banco")),
            *(
                texto("agencia"),
                texto("agencia_dv", "agencia_digito"),
                texto("conta"),
                texto("conta_dv", "conta_digito"),
            ),
            *(texto("operacao"), data("validade"), logico("cheque_especial"), logico("parcial"), data("desde")),
            escolha("situacao", SituacaoConsentimento),
        ),
        obrigatorios=("convenio", "pessoa", "agencia", "conta"),
    ),
    Secao(
        nome="debitos",
        campos=(
            *(_EMPRESA, _CODIGO),
            referencia("convenio", "convenios_debito", "convenio_debito"),
            referencia("consentimento", "consentimentos"),
            linhas("contas", "contas_receber"),
            *(texto("seu_numero"), texto("idboleto"), valor("valor"), data("vencimento", "data_debito")),
            *(texto("historico", "descricao"), escolha("situacao", SituacaoDebito)),
        ),
        obrigatorios=("convenio", "consentimento", "contas", "vencimento"),
    ),
)
"""In the order they are read: each refers only to those before it."""
