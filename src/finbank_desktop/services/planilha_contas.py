"""Contas a receber of a table beside those that are known: a customer and a document are one conta."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, TypeAlias

from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.cadastros import Pessoa
from finbank_desktop.domain.contas_receber import ContaReceber
from finbank_desktop.domain.convenios import Convenio
from finbank_desktop.domain.documentos import format_documento
from finbank_desktop.domain.problems import Problem
from finbank_desktop.domain.valores import format_brl
from finbank_desktop.persistence.mapping import fold
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services import cadastros_limpeza as limpeza
from finbank_desktop.services.contas_receber import change_problems, own_problems
from finbank_desktop.services.planilha_model import Aba, LinhaLida, PlanilhaRow
from finbank_desktop.services.planilha_pessoas import faulty

_ABERTAS = frozenset(
    (
        *("aberto", "em aberto", "aberta", "em aberta", "a receber", "pendente", "a vencer", "vencido", "vencida"),
        *("atrasado", "atrasada", "em atraso", "vence hoje", "previsto", "prevista", "nao pago", "nao recebido"),
        *("faturado", "emitido", "nao", "a", "em cobranca", "aguardando pagamento", "aguardando", "inadimplente"),
    )
)
_FECHADAS = (
    "pag",
    "receb",
    "quitad",
    "liquidad",
    "baixad",
    "cancelad",
    "conciliad",
    "estornad",
    "perdid",
    "renegociad",
)
_MUDAM = {
    "vencimento": "vencimento",
    "valor": "valor",
    "emissao": "emissão",
    "descricao": "descrição",
    "origem": "origem",
}
Chave: TypeAlias = tuple[int, str, str]


@dataclass
class _Resolver:
    empresa_id: int
    hoje: date
    por_documento: Mapping[str, Sequence[Pessoa]]
    por_codigo: Mapping[str, Pessoa]
    por_nome: Mapping[str, Sequence[Pessoa]]
    contas: Mapping[tuple[int, str], Sequence[ContaReceber]]
    boletos: Mapping[int, Sequence[Boleto]]
    convenios: Mapping[str, Convenio]
    vistas: dict[Chave, tuple[int, ContaReceber]] = field(default_factory=dict)
    novas: dict[str, Pessoa] = field(default_factory=dict)

    def row(self, linha: LinhaLida) -> PlanilhaRow:
        """Return what becomes of one row."""
        pessoa, problems = self._pessoa(linha)
        problems = [*linha.problems, *problems, *_missing(linha), *self._closed(linha)]
        if pessoa is None or any(problem.is_error for problem in problems):
            return faulty(linha, problems, _title(linha))
        documento = documento_of(linha.valores)
        iguais = self.contas.get((pessoa.id, documento), ()) if pessoa.id else ()
        if len(iguais) > 1:
            codigos = ", ".join(conta.codigo for conta in iguais)
            message = f"Há {len(iguais)} contas deste cliente com o documento {documento} (códigos {codigos})."
            return faulty(linha, [Problem(message=message, fix="Confira-as em Contas a receber.")], _title(linha))
        antes = iguais[0] if iguais else None
        conta, problems = self._conta(linha, antes, pessoa, documento)
        if any(problem.is_error for problem in problems):
            return faulty(linha, problems, _title(linha))
        return self._seen(linha, pessoa, conta) or self._placed(linha, antes, conta, pessoa, problems)

    # --- whose it is

    def _pessoa(self, linha: LinhaLida) -> tuple[Pessoa | None, list[Problem]]:
        v = linha.valores
        documento, codigo, nome = (str(v.get(f"cliente_{parte}", "")) for parte in ("documento", "codigo", "nome"))
        if any(problem.field == "cliente_documento" for problem in linha.problems):
            return None, []
        if documento:
            achadas = self.por_documento.get(documento, ())
            return self._one(achadas, f"o CPF ou CNPJ {format_documento(documento)}") if achadas else self._new(v)
        if codigo:
            achada = self.por_codigo.get(codigo)
            return self._one([achada] if achada else [], f"o código {codigo}")
        if nome:
            return self._one(self.por_nome.get(fold(nome), ()), f"o nome “{nome}”")
        return None, [Problem(message="Falta o cliente: CPF ou CNPJ, código ou nome.", field="cliente_documento")]

    def _one(self, achadas: Sequence[Pessoa], como: str) -> tuple[Pessoa | None, list[Problem]]:
        if len(achadas) == 1:
            return achadas[0], []
        quantos = f"Há {len(achadas)} clientes" if achadas else "Não há cliente"
        fix = (
            "Acrescente à planilha o CPF ou CNPJ, ou cadastre o cliente antes."
            if not achadas
            else "Corrija em Pessoas."
        )
        return None, [Problem(message=f"{quantos} com {como}.", fix=fix, field="cliente_documento")]

    def _new(self, v: Mapping[str, Any]) -> tuple[Pessoa | None, list[Problem]]:
        documento = str(v["cliente_documento"])
        if "cliente_nome" not in v and documento not in self.novas:
            message = f"O cliente {format_documento(documento)} não está cadastrado e a planilha não diz o nome dele."
            fix = "Indique a coluna do nome, ou importe antes os clientes."
            return None, [Problem(message=message, fix=fix, field="cliente_nome")]
        nova = Pessoa(empresa_id=self.empresa_id, codigo="", nome=str(v.get("cliente_nome", "")), documento=documento)
        return self.novas.setdefault(documento, limpeza.pessoa(nova)), []

    # --- what it is

    def _closed(self, linha: LinhaLida) -> Iterator[Problem]:
        situacao = linha.valores.get("situacao")
        if situacao is None:
            return
        plana = " ".join(fold(str(situacao)).split())
        if plana in _ABERTAS:
            return
        if plana.startswith(("nao ", "parcial")) or "parcial" in plana:
            message = f"Está como “{situacao}” no outro sistema: não dá para saber quanto falta."
            yield Problem(message=message, fix="Lance à mão o que falta receber.", field="situacao")
        elif any(parte in plana for parte in _FECHADAS):
            yield Problem(
                message=f"Está como “{situacao}” no outro sistema; só entra o que falta receber.", field="situacao"
            )
        else:
            fix = "Tire essa coluna da importação se todas as contas estão em aberto."
            yield Problem(message=f"Não sei se “{situacao}” é conta em aberto.", fix=fix, field="situacao")

    def _conta(
        self, linha: LinhaLida, antes: ContaReceber | None, pessoa: Pessoa, documento: str
    ) -> tuple[ContaReceber, list[Problem]]:
        v = linha.valores
        convenio_id, problems = self._convenio(v)
        if antes is None:
            vencimento = v["vencimento"]
            antes = ContaReceber(
                empresa_id=self.empresa_id,
                codigo="",
                pessoa_id=pessoa.id,
                convenio_id=convenio_id,
                documento=documento,
                emissao=min(self.hoje, vencimento),
                vencimento=vencimento,
                valor=v["valor"],
            )
        dito = {campo: v[campo] for campo in _MUDAM if campo in v}
        depois = limpeza.conta_receber(replace(antes, **dito))
        problems += own_problems(depois)
        if depois.id:
            problems += change_problems(antes, depois, self.boletos.get(depois.id, ()))
        return depois, problems

    def _convenio(self, v: Mapping[str, Any]) -> tuple[int | None, list[Problem]]:
        codigo = v.get("convenio")
        if codigo is None:
            return (next(iter(self.convenios.values())).id if len(self.convenios) == 1 else None), []
        if codigo in self.convenios:
            return self.convenios[codigo].id, []
        message = f"Não há convênio com o código {codigo}."
        return None, [Problem(message=message, fix="Use o código que está em Convênios.", field="convenio")]

    # --- where it goes

    def _seen(self, linha: LinhaLida, pessoa: Pessoa, conta: ContaReceber) -> PlanilhaRow | None:
        outra, como = self.vistas.setdefault((pessoa.id, pessoa.documento, conta.documento), (linha.numero, conta))
        if outra == linha.numero:
            return None
        if como == conta:
            return _placed(linha, Aba.EXISTENTES, f"Repete a linha {outra}; nada muda.")
        message = f"O documento {conta.documento} deste cliente já está na linha {outra}, com outros dados."
        fix = "Se são parcelas, indique a coluna da parcela; senão deixe só a linha certa."
        return faulty(linha, [Problem(message=message, fix=fix, field="documento")], _title(linha))

    def _placed(
        self,
        linha: LinhaLida,
        antes: ContaReceber | None,
        conta: ContaReceber,
        pessoa: Pessoa,
        problems: Sequence[Problem],
    ) -> PlanilhaRow:
        avisos = "".join(f" {problem.message}" for problem in problems)
        if antes is None:
            nova = pessoa if not pessoa.id else None
            efeito = f"Conta nova de {pessoa.nome}, {format_brl(conta.valor)}, vence em {conta.vencimento:%d/%m/%Y}."
            efeito += " O cliente também é novo e entra só com nome e documento." if nova else ""
            return replace(
                _placed(linha, Aba.NOVOS, efeito + avisos), depois=conta, pessoa=nova, problems=tuple(problems)
            )
        mudou = [nome for campo, nome in _MUDAM.items() if getattr(antes, campo) != getattr(conta, campo)]
        if not mudou:
            efeito = f"Já está em Contas a receber com o código {antes.codigo}; nada muda."
            return replace(_placed(linha, Aba.EXISTENTES, efeito), antes=antes)
        efeito = f"Já está em Contas a receber com o código {antes.codigo}; muda: {', '.join(mudou)}." + avisos
        return replace(_placed(linha, Aba.ALTERADOS, efeito), antes=antes, depois=conta, problems=tuple(problems))


def resolve(uow: UnitOfWork, empresa_id: int, linhas: Sequence[LinhaLida], hoje: date) -> list[PlanilhaRow]:
    """Return what becomes of each row as of *hoje*."""

    def said(campo: str) -> Iterator[str]:
        return (str(linha.valores[campo]) for linha in linhas if campo in linha.valores)

    contas = uow.contas_receber.find_many_by_documento(empresa_id, (documento_of(linha.valores) for linha in linhas))
    resolver = _Resolver(
        empresa_id=empresa_id,
        hoje=hoje,
        por_documento=uow.pessoas.find_many_by_documento(empresa_id, said("cliente_documento")),
        por_codigo=uow.pessoas.find_many_by_codigo(empresa_id, said("cliente_codigo")),
        por_nome=uow.pessoas.find_many_by_nome(empresa_id, (fold(nome) for nome in said("cliente_nome"))),
        contas=contas,
        boletos=uow.boletos.of_contas(conta.id for suas in contas.values() for conta in suas),
        convenios={convenio.codigo: convenio for convenio in uow.convenios.all(empresa_id) if convenio.ativo},
    )
    return [resolver.row(linha) for linha in linhas]


def documento_of(valores: Mapping[str, Any]) -> str:
    """Return the document with its instalment, as one text.

    >>> documento_of({"documento": "NF 7", "parcela": "2/3"}), documento_of({"documento": "NF 7-2", "parcela": "2"})
    ('NF 7-2/3', 'NF 7-2')
    """
    documento = " ".join(str(valores.get("documento", "")).split())
    parcela = " ".join(str(valores.get("parcela", "")).split())
    if not parcela or not documento or documento.endswith((f"-{parcela}", f"/{parcela}")):
        return documento
    return f"{documento}-{parcela}"


def _missing(linha: LinhaLida) -> Iterator[Problem]:
    lidas = {problem.field for problem in linha.problems}
    for campo, o_que in (("documento", "o número do documento"), ("vencimento", "o vencimento"), ("valor", "o valor")):
        if campo not in linha.valores and campo not in lidas:
            yield Problem(message=f"Falta {o_que}.", field=campo)


def _title(linha: LinhaLida) -> str:
    partes = (documento_of(linha.valores), str(linha.valores.get("cliente_nome", "")))
    return " · ".join(parte for parte in partes if parte)


def _placed(linha: LinhaLida, aba: Aba, efeito: str) -> PlanilhaRow:
    return PlanilhaRow(numero=linha.numero, aba=aba, titulo=_title(linha), efeito=efeito, valores=linha.valores)
