"""The cadastros of débito automático in their forms: contracts, consents, layouts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from finbank_desktop.domain.debitos import (
    Consentimento,
    ConvenioDebito,
    LayoutBancario,
    ProcessoBancario,
    SituacaoConsentimento,
)
from finbank_desktop.domain.problems import Problem
from finbank_desktop.gui.dialogs.fields import Choice, Field, FieldGrid, Kind

if TYPE_CHECKING:
    from finbank_desktop.services.catalog import Services

_FORMATOS = (Choice(value="150", text="150 posições (FEBRABAN)"), Choice(value="240", text="240 posições (CNAB)"))
_VERSOES = (
    Choice(value="", text="A usual do banco"),
    *(Choice(value=each, text=f"Versão {each}") for each in ("04", "05", "06", "08")),
)
_RATEIOS = (
    Choice(value="vencimento", text="Por ordem de vencimento"),
    Choice(value="proporcional", text="Proporcional ao valor"),
)


class GridForm:
    """A form that is made of described fields instead of being drawn in Designer."""

    def __init__(self, fields: Sequence[Field]) -> None:
        """Show *fields*."""
        self._fields = fields

    def setupUi(self, widget: Any) -> None:
        """Put the fields onto *widget*."""
        column = QVBoxLayout(widget)
        column.setContentsMargins(0, 0, 0, 0)
        grid: QWidget = FieldGrid(self._fields)
        column.addWidget(grid)
        column.addStretch()


def _text(name: str, words: str, *, wide: bool = False) -> Field:
    return Field(name=name, words=words, kind=Kind.TEXT, value="", wide=wide)


def _check(name: str, words: str) -> Field:
    return Field(name=name, words=words, kind=Kind.CHECK, value=False)


def convenio_fields(contas: Sequence[Mapping[str, Any]]) -> Sequence[Field]:
    """Return the fields of a contract; *contas* are the accounts it may credit."""
    lista = [Choice(value=0, text="Escolha a conta")]
    lista += [Choice(value=int(row["id"]), text=f"{row['descricao']} · banco {row['banco']}") for row in contas]
    return (
        _text("codigo", "&Código"),
        _text("descricao", "&Descrição"),
        Field(name="conta_id", words="Conta &corrente", kind=Kind.CHOICE, choices=lista),
        _text("convenio", "&Número do convênio no banco"),
        Field(name="formato", words="&Formato", kind=Kind.CHOICE, choices=_FORMATOS),
        Field(name="versao_layout", words="&Versão do layout de 150 posições", kind=Kind.CHOICE, choices=_VERSOES),
        Field(name="proxima_remessa", words="&Próxima remessa (NSA)", kind=Kind.NUMBER, value=1),
        Field(name="rateio", words="&Rateio de um débito parcial", kind=Kind.CHOICE, choices=_RATEIOS),
        _check("teste", "Em &teste: o arquivo diz ao banco que é de teste"),
        _check("ativo", "&Ativo"),
    )


def consentimento_fields(
    convenios: Sequence[Mapping[str, Any]], pessoas: Sequence[Mapping[str, Any]]
) -> Sequence[Field]:
    """Return the fields of a consent."""
    contratos = [Choice(value=0, text="Escolha o convênio")]
    contratos += [Choice(value=int(row["id"]), text=f"{row['descricao']} · banco {row['banco']}") for row in convenios]
    clientes = [Choice(value=0, text="Escolha o cliente")]
    clientes += [Choice(value=int(row["id"]), text=f"{row['nome']} · {row['codigo']}") for row in pessoas]
    situacoes = [
        Choice(value=SituacaoConsentimento.PENDENTE, text="Pendente: o banco ainda vai confirmar"),
        Choice(value=SituacaoConsentimento.ATIVO, text="Ativo: o banco já tem a autorização"),
    ]
    return (
        Field(name="convenio_id", words="Con&vênio de débito", kind=Kind.CHOICE, choices=contratos),
        Field(name="pessoa_id", words="C&liente", kind=Kind.CHOICE, choices=clientes),
        _text("cliente_empresa", "&Identificação na empresa (vazio: o código do cliente)"),
        _text("banco", "&Banco do cliente (vazio: o do convênio)"),
        _text("agencia", "&Agência"),
        _text("agencia_dv", "DV da agência"),
        _text("conta", "&Conta"),
        _text("conta_dv", "DV da conta"),
        _text("nome", "&Titular (vazio: o cliente)"),
        _text("documento", "C&PF ou CNPJ do titular (vazio: o do cliente)"),
        _text("operacao", "&Operação (só Caixa)"),
        Field(name="validade", words="Vale &até (vazio: sem fim)", kind=Kind.DATE),
        Field(name="situacao", words="&Situação", kind=Kind.CHOICE, choices=situacoes),
        Field(name="cheque_especial", words="Pode usar o cheque &especial", kind=Kind.CHECK, wide=True),
        Field(name="parcial", words="Aceita débito &parcial depois do vencimento", kind=Kind.CHECK, wide=True),
    )


def layout_fields(bancos: Mapping[str, str]) -> Sequence[Field]:
    """Return the fields of a layout; *bancos* are names by code."""
    lista = [Choice(value="", text="Escolha o banco")]
    lista += [Choice(value=codigo, text=f"{codigo} · {nome}") for codigo, nome in sorted(bancos.items())]
    processos = [Choice(value=each, text=str(each)) for each in ProcessoBancario]
    return (
        Field(name="banco", words="&Banco", kind=Kind.CHOICE, choices=lista),
        Field(name="processo", words="&Processo", kind=Kind.CHOICE, choices=processos),
        Field(name="formato", words="&Formato", kind=Kind.CHOICE, choices=_FORMATOS),
        Field(name="versao_layout", words="&Versão do layout de 150 posições", kind=Kind.CHOICE, choices=_VERSOES),
        Field(name="generico", words="&Genérico da FEBRABAN: o banco segue o padrão", kind=Kind.CHECK, wide=True),
        Field(name="ativo", words="Em &uso", kind=Kind.CHECK, wide=True),
        _text("observacao", "&Observação", wide=True),
    )


def _values(record: Any) -> dict[str, Any]:
    return {name: getattr(record, name) for name in record.__dataclass_fields__}


@dataclass
class ConvenioDebitoRecord:
    """A contract in its form.

    Attributes:
        bancos: Bank of each conta, by id.
    """

    services: "Services"
    convenio: ConvenioDebito
    bancos: dict[int, str]

    @property
    def title(self) -> str:
        """Whether it is a new one."""
        return "Convênio de débito" if self.convenio.id else "Novo convênio de débito"

    def values(self) -> dict[str, Any]:
        """Return what stands in the fields at first."""
        return _values(self.convenio)

    def build(self, values: dict[str, Any]) -> ConvenioDebito:
        """Return the contract made of *values*."""
        conta_id = values["conta_id"] or 0
        return replace(self.convenio, **values | {"conta_id": conta_id, "banco": self.bancos.get(conta_id, "")})

    def problems(self, convenio: ConvenioDebito) -> Sequence[Problem]:
        """Return what is wrong with *convenio*."""
        found = self.services.debitos.cadastros.problems_convenio(convenio)
        return [replace(each, field="conta_id") if each.field == "conta" else each for each in found]

    def save(self, convenio: ConvenioDebito) -> ConvenioDebito:
        """Save *convenio*."""
        return self.services.debitos.cadastros.save_convenio(convenio)


@dataclass
class ConsentimentoRecord:
    """A consent in its form."""

    services: "Services"
    consentimento: Consentimento

    @property
    def title(self) -> str:
        """Whether it is a new one."""
        return "Consentimento" if self.consentimento.id else "Novo consentimento"

    def values(self) -> dict[str, Any]:
        """Return what stands in the fields at first."""
        return _values(self.consentimento)

    def build(self, values: dict[str, Any]) -> Consentimento:
        """Return the consent made of *values*; a state that no box offers stays as it is."""
        situacao = values.pop("situacao") or self.consentimento.situacao
        ids = {name: values[name] or 0 for name in ("convenio_id", "pessoa_id")}
        return replace(self.consentimento, **values | ids, situacao=SituacaoConsentimento(situacao))

    def problems(self, consentimento: Consentimento) -> Sequence[Problem]:
        """Return what is wrong with *consentimento*."""
        campos = {"convenio": "convenio_id", "pessoa": "pessoa_id"}
        found = self.services.debitos.consentimentos.problems_completed(consentimento)
        return [replace(each, field=campos.get(each.field or "", each.field)) for each in found]

    def save(self, consentimento: Consentimento) -> Consentimento:
        """Save *consentimento*."""
        return self.services.debitos.consentimentos.save(consentimento)


@dataclass
class LayoutRecord:
    """A layout in its form."""

    services: "Services"
    layout: LayoutBancario

    @property
    def title(self) -> str:
        """Whether it is a new one."""
        return "Layout bancário" if self.layout.id else "Novo layout bancário"

    def values(self) -> dict[str, Any]:
        """Return what stands in the fields at first."""
        return _values(self.layout)

    def build(self, values: dict[str, Any]) -> LayoutBancario:
        """Return the layout made of *values*."""
        processo = ProcessoBancario(values.pop("processo") or self.layout.processo)
        return replace(self.layout, **values | {"banco": values["banco"] or ""}, processo=processo)

    def problems(self, layout: LayoutBancario) -> Sequence[Problem]:
        """Return what is wrong with *layout*."""
        return self.services.debitos.cadastros.problems_layout(layout)

    def save(self, layout: LayoutBancario) -> LayoutBancario:
        """Save *layout*."""
        return self.services.debitos.cadastros.save_layout(layout)
