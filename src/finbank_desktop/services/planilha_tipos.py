"""What the rows of an imported table may be, and what other systems call their columns.

The names come from the export and import tables of Omie, Conta Azul, TOTVS (RM: FCFO and FLAN; Protheus: SA1 and SE1)
and Koper, as their help pages and data dictionaries show them, and from what people type themselves.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from finbank_desktop.domain.planilhas import Campo, TipoCampo

_PAGO = frozenset(
    ("pago", "pagamento", "recebido", "recebimento", "baixa", "baixado", "credito", "quitacao", "liquidacao")
)
_OUTRO_VALOR = _PAGO | frozenset(
    ("juros", "multa", "desconto", "saldo", "imposto", "impostos", "taxa", "tarifa", "limite", "iss", "ir", "inss")
)
_OUTRA_DATA = _PAGO | frozenset(("nascimento", "cadastro", "inclusao", "alteracao", "registro", "cancelamento"))
_NAO_PESSOA = frozenset(("empresa", "banco", "vendedor", "usuario", "beneficiario", "cedente", "conta", "filial"))

PESSOAS = (
    Campo(
        chave="documento",
        titulo="CPF ou CNPJ",
        tipo=TipoCampo.DOCUMENTO,
        nomes=(
            "cpf cnpj",
            "cnpj cpf",
            "cpf",
            "cnpj",
            "documento",
            "cpf cnpj cliente",
            "cgc",
            "cgccfo",
            "a1_cgc",
            "cnpj cpf cliente fornecedor",
            "documento cliente",
            "inscricao federal",
        ),
        nunca=_NAO_PESSOA,
        precisa="o CPF ou CNPJ",
        exemplo="11.222.333/0001-81",
        ajuda="Com ou sem pontos; como texto, para não perder zeros à esquerda.",
    ),
    Campo(
        chave="nome",
        titulo="Nome ou razão social",
        tipo=TipoCampo.NOME,
        nomes=(
            "nome",
            "razao social",
            "cliente",
            "nome cliente",
            "nome razao social",
            "razao social nome",
            "nome completo",
            "sacado",
            "pagador",
            "devedor",
            "a1_nome",
            "cliente razao social",
            "nome pagador",
            "nome sacado",
        ),
        nunca=_NAO_PESSOA | {"codigo", "contato", "cpf", "cnpj", "cidade"},
        precisa="o nome",
        exemplo="Cliente Exemplo Ltda",
        ajuda="Como deve sair no boleto.",
    ),
    Campo(
        chave="codigo",
        titulo="Código",
        nomes=("codigo", "codigo cliente", "id", "codcfo", "a1_cod", "matricula", "codigo pessoa", "codigo integracao"),
        nunca=frozenset(("cidade", "ibge", "municipio", "pais", "barras", "postal")),
        exemplo="0001",
        ajuda="O número do cliente; vazio, o programa conta sozinho.",
    ),
    Campo(
        chave="email",
        titulo="E-mail",
        tipo=TipoCampo.EMAIL,
        nomes=(
            "email",
            "e-mail",
            "correio eletronico",
            "email cliente",
            "email principal",
            "a1_email",
            "email cobranca",
        ),
        exemplo="contas@exemplo.com.br",
        ajuda="Um endereço.",
    ),
    Campo(
        chave="telefone",
        titulo="Telefone",
        nomes=(
            "telefone",
            "celular",
            "telefone principal",
            "telefone celular",
            "telefone 1",
            "whatsapp",
            "a1_tel",
            "telefone comercial",
        ),
        nunca=frozenset(("ddd",)),
        exemplo="(11) 4002-0000",
        ajuda="Com DDD.",
    ),
    Campo(
        chave="logradouro",
        titulo="Rua",
        nomes=("logradouro", "endereco", "rua", "a1_end", "endereco logradouro", "endereco cobranca"),
        nunca=frozenset(("numero", "complemento", "bairro", "cidade", "estado", "uf", "cep", "email")),
        exemplo="Rua das Acácias",
        ajuda="Rua, avenida ou praça; sem endereço completo o banco recusa o registro do boleto.",
    ),
    Campo(
        chave="numero",
        titulo="Número",
        nomes=("numero", "numero endereco", "endereco numero", "numero imovel"),
        nunca=frozenset(("documento", "titulo", "nota", "boleto")),
        exemplo="100",
        ajuda="Número na rua, ou S/N.",
    ),
    Campo(
        chave="complemento",
        titulo="Complemento",
        nomes=("complemento", "endereco complemento", "complemento endereco", "a1_complem"),
        exemplo="Sala 2",
        ajuda="Sala, bloco, andar.",
    ),
    Campo(
        chave="bairro",
        titulo="Bairro",
        nomes=("bairro", "a1_bairro", "endereco bairro"),
        exemplo="Centro",
        ajuda="Bairro.",
    ),
    Campo(
        chave="cidade",
        titulo="Cidade",
        nomes=("cidade", "municipio", "a1_mun", "endereco cidade", "nome cidade", "nome municipio"),
        nunca=frozenset(("codigo", "ibge")),
        exemplo="São Paulo",
        ajuda="Por extenso.",
    ),
    Campo(
        chave="uf",
        titulo="UF",
        tipo=TipoCampo.UF,
        nomes=("uf", "estado", "codetd", "a1_est", "estado uf", "sigla estado", "endereco uf"),
        exemplo="SP",
        ajuda="As duas letras do estado.",
    ),
    Campo(
        chave="cep",
        titulo="CEP",
        tipo=TipoCampo.CEP,
        nomes=("cep", "a1_cep", "codigo postal", "endereco cep"),
        exemplo="01001-000",
        ajuda="Oito algarismos.",
    ),
)

CONTAS_RECEBER = (
    Campo(
        chave="cliente_documento",
        titulo="CPF ou CNPJ do cliente",
        tipo=TipoCampo.DOCUMENTO,
        nomes=(
            "cpf cnpj",
            "cnpj cpf",
            "cpf",
            "cnpj",
            "cpf cnpj cliente",
            "cnpj cpf cliente fornecedor",
            "cgc",
            "documento cliente",
            "cpf cnpj pagador",
            "cpf cnpj sacado",
            "cgccfo",
        ),
        nunca=_NAO_PESSOA,
        precisa="o CPF ou CNPJ do cliente",
        ou=("cliente_codigo", "cliente_nome"),
        exemplo="11.222.333/0001-81",
        ajuda="Diz de quem é a conta. Com ou sem pontos; como texto, para não perder zeros à esquerda.",
    ),
    Campo(
        chave="cliente_nome",
        titulo="Nome do cliente",
        tipo=TipoCampo.NOME,
        nomes=(
            "cliente",
            "nome cliente",
            "razao social",
            "nome",
            "sacado",
            "pagador",
            "cliente nome fantasia",
            "cliente fornecedor",
            "cliente razao social",
            "nome sacado",
            "nome pagador",
            "nome cliente fornecedor",
        ),
        nunca=_NAO_PESSOA | {"codigo", "cpf", "cnpj"},
        exemplo="Cliente Exemplo Ltda",
        ajuda="Um cliente que ainda não está cadastrado entra com este nome.",
    ),
    Campo(
        chave="cliente_codigo",
        titulo="Código do cliente",
        nomes=("codigo cliente", "codcfo", "e1_cliente", "cliente codigo", "codigo sacado", "codigo pagador"),
        nunca=frozenset(("cidade", "barras", "integracao")),
        exemplo="",
        ajuda="Serve quando não há CPF ou CNPJ: o código do cliente em Pessoas.",
    ),
    Campo(
        chave="documento",
        titulo="Nº do documento",
        nomes=(
            "documento",
            "numero documento",
            "nota fiscal",
            "numero nota fiscal",
            "nf",
            "nfe",
            "numero nf",
            "titulo",
            "numero titulo",
            "fatura",
            "duplicata",
            "numero fatura",
            "seu numero",
            "e1_num",
            "contrato",
            "pedido",
            "numero",
            "numerodocumento",
            "documento numero",
            "referencia",
            "numero pedido",
            "numero documento fiscal",
        ),
        nunca=frozenset(("cliente", "cpf", "cnpj", "tipo", "nosso", "serie", "parcela", "data")),
        precisa="o número do documento",
        exemplo="NF 1001",
        ajuda="Nota, contrato ou pedido; até 15 letras chegam ao banco.",
    ),
    Campo(
        chave="parcela",
        titulo="Parcela",
        nomes=("parcela", "numero parcela", "e1_parcela", "prestacao"),
        nunca=frozenset(("valor", "quantidade", "qtd", "total", "data", "vencimento")),
        exemplo="1/3",
        ajuda="Só quando o mesmo documento se divide em várias contas.",
    ),
    Campo(
        chave="vencimento",
        titulo="Vencimento",
        tipo=TipoCampo.DATA,
        nomes=(
            "vencimento",
            "data vencimento",
            "vence em",
            "e1_vencto",
            "datavencimento",
            "vencimento original",
            "data vencimento original",
            "vencimento real",
        ),
        nunca=_OUTRA_DATA,
        precisa="o vencimento",
        exemplo="15/12/2026",
        ajuda="Dia/mês/ano.",
    ),
    Campo(
        chave="valor",
        titulo="Valor",
        tipo=TipoCampo.VALOR,
        nomes=(
            "valor",
            "valor titulo",
            "valor documento",
            "valor conta",
            "valor original",
            "valororiginal",
            "valor total",
            "valor bruto",
            "e1_valor",
            "valor parcela",
            "total",
            "valor cobrado",
            "valor nominal",
            "valor liquido",
        ),
        nunca=_OUTRO_VALOR,
        precisa="o valor",
        exemplo="1.234,56",
        ajuda="Em reais, com vírgula antes dos centavos.",
    ),
    Campo(
        chave="emissao",
        titulo="Emissão",
        tipo=TipoCampo.DATA,
        nomes=(
            "emissao",
            "data emissao",
            "e1_emissao",
            "dataemissao",
            "data competencia",
            "competencia",
            "data lancamento",
            "data documento",
        ),
        nunca=_OUTRA_DATA | {"vencimento"},
        exemplo="15/11/2026",
        ajuda="Dia/mês/ano; sem ela vale o dia da importação, ou o vencimento quando já passou.",
    ),
    Campo(
        chave="situacao",
        titulo="Situação",
        nomes=("situacao", "status", "situacao titulo", "status titulo", "status pagamento"),
        nunca=frozenset(("cnab", "banco", "remessa", "cadastral", "nfe", "nf")),
        exemplo="Em aberto",
        ajuda="Contas já pagas ou canceladas não entram.",
    ),
    Campo(
        chave="descricao",
        titulo="Descrição",
        nomes=("descricao", "historico", "observacao", "descricao lancamento", "complemento historico", "detalhe"),
        exemplo="Serviços de novembro",
        ajuda="Livre.",
    ),
    Campo(
        chave="origem",
        titulo="Origem",
        nomes=("origem", "categoria", "centro custo", "natureza", "e1_naturez", "segmento", "departamento"),
        exemplo="Serviços",
        ajuda="A parte do negócio de onde vem; livre.",
    ),
    Campo(
        chave="convenio",
        titulo="Convênio",
        nomes=("convenio", "codigo convenio", "carteira cobranca"),
        nunca=frozenset(("medico",)),
        exemplo="",
        ajuda="Código do convênio que cobra, como está em Convênios; vazio, escolhe-se depois.",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tipo:
    """A kind of record that can be imported.

    Attributes:
        um: What one is called.
        fim: Ending of a word that agrees with it (``"novo"``, ``"nova"``).
    """

    chave: str
    titulo: str
    um: str
    varios: str
    fim: str
    campos: tuple[Campo, ...]

    def count(self, quantos: int) -> str:
        """Return *quantos* with the word that fits, thousands parted by points."""
        return f"{quantos:,}".replace(",", ".") + f" {self.um if quantos == 1 else self.varios}"


TIPOS: Mapping[str, Tipo] = {
    tipo.chave: tipo
    for tipo in (
        Tipo(chave="pessoas", titulo="Clientes", um="cliente", varios="clientes", fim="o", campos=PESSOAS),
        Tipo(
            chave="contas-receber",
            titulo="Contas a receber",
            um="conta a receber",
            varios="contas a receber",
            fim="a",
            campos=CONTAS_RECEBER,
        ),
    )
}
