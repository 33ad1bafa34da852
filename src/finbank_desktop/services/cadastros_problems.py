"""What is wrong with a cadastro, field by field, before it is saved."""

import re
from dataclasses import replace

from finbank_desktop.bancos import registry
from finbank_desktop.bancos.registry import UnknownBancoError
from finbank_desktop.domain import pix
from finbank_desktop.domain.cadastros import Conta, Empresa, Endereco, Filial, Pessoa
from finbank_desktop.domain.convenios import Convenio
from finbank_desktop.domain.documentos import is_cnpj, is_cpf
from finbank_desktop.domain.encargos import Encargos
from finbank_desktop.domain.problems import Problem, Severity
from finbank_desktop.services import confianca

UFS = frozenset(
    "AC AL AM AP BA CE DF ES GO MA MG MS MT PA PB PE PI PR RJ RN RO RR RS SC SE SP TO".split()  # noqa: SIM905 - one glance
)
FORMATOS = ("240", "400")
EMISSORES = ("cliente", "banco")
MAXIMO_INSTRUCOES = 8
MAXIMO_MENSAGENS = 6
_COR = re.compile(r"#[0-9A-Fa-f]{6}")
_CEP = 8
_CEM_POR_CENTO = 100_00


def required(texto: str, campo: str, o_que: str) -> list[Problem]:
    """Return the problem that *texto* is missing; *o_que* names it with its article (``"o nome"``)."""
    return [] if texto else [Problem(message=f"Informe {o_que}.", field=campo)]


def documento(valor: str) -> list[Problem]:
    """Return what is wrong with a CPF or CNPJ; empty is fine."""
    if not valor or is_cpf(valor) or is_cnpj(valor):
        return []
    return [
        Problem(
            message="Este CPF ou CNPJ não existe: os dígitos verificadores não conferem.",
            fix="Confira os algarismos no cartão do CNPJ ou no documento da pessoa.",
            field="documento",
        )
    ]


def endereco(obj: Endereco) -> list[Problem]:
    """Return what is wrong with an address; every part may be empty."""
    problems = []
    if obj.cep and not (len(obj.cep) == _CEP and obj.cep.isascii() and obj.cep.isdigit()):
        problems.append(Problem(message="O CEP tem oito algarismos.", field="cep"))
    if obj.uf and obj.uf not in UFS:
        problems.append(Problem(message=f"Não há estado com a sigla {obj.uf}.", field="uf"))
    return problems


def email(valor: str) -> list[Problem]:
    """Return what is wrong with an e-mail address; empty is fine."""
    antes, arroba, depois = valor.rpartition("@")
    if not valor or (arroba and antes and "." in depois and " " not in valor):
        return []
    return [Problem(message="Este e-mail está incompleto.", field="email")]


def empresa(obj: Empresa) -> list[Problem]:
    """Return what is wrong with *obj*."""
    problems = required(obj.razao_social, "razao_social", "a razão social")
    if not (len(obj.codigo) == 3 and obj.codigo.isascii() and obj.codigo.isdigit()):  # noqa: PLR2004 - coligada
        problems.append(Problem(message="O código da empresa tem três algarismos.", field="codigo"))
    problems += required(obj.documento, "documento", "o CPF ou CNPJ")
    if obj.cor and not _COR.fullmatch(obj.cor):
        problems.append(Problem(message="A cor se escreve como #1F4E79: # e seis algarismos ou letras.", field="cor"))
    return problems + documento(obj.documento) + endereco(obj.endereco) + email(obj.email)


def filial(obj: Filial) -> list[Problem]:
    """Return what is wrong with *obj*."""
    return required(obj.nome, "nome", "o nome da filial") + documento(obj.documento)


def pessoa(obj: Pessoa) -> list[Problem]:
    """Return what is wrong with *obj*; without an address it is kept, but banks refuse to register its boletos."""
    problems = required(obj.nome, "nome", "o nome") + required(obj.documento, "documento", "o CPF ou CNPJ")
    problems += documento(obj.documento) + endereco(obj.endereco) + email(obj.email)
    partes = {"logradouro": "o logradouro", "cidade": "a cidade", "uf": "a UF", "cep": "o CEP"}
    return problems + [
        Problem(
            message=f"Falta {nome}: sem endereço completo o banco recusa o registro do boleto.",
            field=parte,
            severity=Severity.WARNING,
        )
        for parte, nome in partes.items()
        if not getattr(obj.endereco, parte)
    ]


def conta(obj: Conta) -> list[Problem]:
    """Return what is wrong with *obj*; a till needs only a name."""
    problems = required(obj.descricao, "descricao", "uma descrição")
    if obj.is_till:
        return problems
    problems += banco(obj.banco)
    for campo, o_que in (("agencia", "a agência"), ("conta", "o número da conta")):
        valor = getattr(obj, campo)
        problems += required(valor, campo, o_que)
        if valor and not (valor.isascii() and valor.isdigit()):
            problems.append(Problem(message="Só algarismos, sem o dígito verificador.", field=campo))
    for campo in ("agencia_dv", "conta_dv"):
        valor = getattr(obj, campo)
        if len(valor) > 2 or (valor and not valor.isalnum()):  # noqa: PLR2004 - some banks have two check digits
            problems.append(Problem(message="O dígito verificador é um algarismo ou uma letra.", field=campo))
    return problems


def banco(codigo: str) -> list[Problem]:
    """Return what is wrong with a bank's code; whether its boletos are known here is another matter."""
    if len(codigo) == 3 and codigo.isascii() and codigo.isdigit():  # noqa: PLR2004 - COMPE code
        return []
    return [Problem(message="O código do banco tem três algarismos.", field="banco")]


def convenio(obj: Convenio, sua_conta: Conta | None) -> list[Problem]:
    """Return what is wrong with *obj*, whose account is *sua_conta*."""
    problems = required(obj.descricao, "descricao", "uma descrição") + _choices(obj) + encargos(obj.encargos)
    if len(obj.instrucoes) > MAXIMO_INSTRUCOES:
        problems.append(Problem(message=f"Cabem até {MAXIMO_INSTRUCOES} linhas de instruções.", field="instrucoes"))
    if len(obj.mensagens) > MAXIMO_MENSAGENS:
        problems.append(Problem(message=f"Cabem até {MAXIMO_MENSAGENS} linhas de mensagens.", field="mensagens"))
    if obj.pix_chave and (motivo := pix.chave_fault(obj.pix_chave)):
        problems.append(Problem(message=motivo, field="pix_chave"))
    if obj.proxima_remessa < 1:
        problems.append(Problem(message="As remessas são contadas a partir de 1.", field="proxima_remessa"))
    if sua_conta is None:
        return [*problems, Problem(message="Escolha a conta em que o banco credita os pagamentos.", field="conta_id")]
    return problems + _rules(obj, sua_conta)


def _choices(obj: Convenio) -> list[Problem]:
    problems = required(obj.carteira, "carteira", "a carteira, como o banco a chama")
    if obj.formato not in FORMATOS:
        problems.append(Problem(message="O formato da remessa é 240 ou 400.", field="formato"))
    if obj.emissao not in EMISSORES:
        problems.append(Problem(message="Quem emite o boleto é “cliente” ou “banco”.", field="emissao"))
    return problems


def _rules(obj: Convenio, sua_conta: Conta) -> list[Problem]:
    """Return what the bank's own rules miss."""
    try:
        regras = registry.find(obj.banco)
    except UnknownBancoError as error:
        return [Problem(message=sentence(str(error)), field="banco")]
    if regras.encerrado:
        return [Problem(message=f"O {regras.nome} foi encerrado e não registra mais boletos.", field="banco")]
    achados = regras.check_convenio(obj, sua_conta)
    bem_ditos = [replace(p, message=sentence(p.message), fix=sentence(p.fix)) for p in achados]
    return confianca.problems(obj) + bem_ditos


def encargos(obj: Encargos) -> list[Problem]:
    """Return what is wrong with interest, fine and discount."""
    problems = [
        Problem(message="Não pode ser menor que zero.", field=campo)
        for campo in ("juros", "multa", "desconto", "desconto_dias", "protesto_dias", "baixa_dias")
        if (getattr(obj, campo) or 0) < 0
    ]
    taxas: dict[str, tuple[str, int]] = {
        "juros": (obj.juros_tipo, obj.juros),
        "multa": (obj.multa_tipo, obj.multa),
        "desconto": (obj.desconto_tipo, obj.desconto),
    }
    for campo, (tipo, taxa) in taxas.items():
        if tipo in ("percentual", "taxa_mensal") and taxa >= _CEM_POR_CENTO:
            problems.append(Problem(message="Uma taxa fica abaixo de 100 %.", field=campo))
        if taxa == 0 and tipo not in ("isento", "isenta", "sem"):
            problems.append(Problem(message="Informe quanto, ou escolha isento.", field=campo))
    return problems


def unique(outro: object | None, mesmo: bool, codigo: str) -> list[Problem]:  # noqa: FBT001 - a predicate's answer
    """Return the problem that *codigo* is *outro*'s already, unless it is the *mesmo* row."""
    if outro is None or mesmo:
        return []
    return [Problem(message=f"O código {codigo} já está em uso.", fix="Escolha outro código.", field="codigo")]


def sentence(texto: str) -> str:
    """Return *texto* as a sentence: a capital first, a full stop last.

    >>> sentence("a conta é do banco 341"), sentence("")
    ('A conta é do banco 341.', '')
    """
    return texto[:1].upper() + texto[1:] + ("" if not texto or texto[-1] in ".!?" else ".")
