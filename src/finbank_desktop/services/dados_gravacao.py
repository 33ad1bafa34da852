"""Writing the entries of a data file into the books, section after section, within one transaction."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar, TypeVar

from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.cadastros import Conta, Filial, Pessoa
from finbank_desktop.domain.contas_receber import ContaReceber
from finbank_desktop.domain.convenios import Convenio
from finbank_desktop.domain.debitos import Consentimento, Debito
from finbank_desktop.domain.problems import Problem, Severity
from finbank_desktop.persistence.repositories.base import Coded, CodedRepository, Repository, Stored
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services import cadastros_problems as check
from finbank_desktop.services import dados_montagem as montagem
from finbank_desktop.services.cadastros import counter_problems
from finbank_desktop.services.contas_receber import change_problems, own_problems
from finbank_desktop.services.dados_leitura import Entrada, fault
from finbank_desktop.services.dados_secoes import Secao
from finbank_desktop.services.debitos import dados as debitos_dados
from finbank_desktop.services.livros import dados_livros, eventos, plano

C = TypeVar("C", bound=Coded)
T = TypeVar("T", bound=Stored)


@dataclass(slots=True)
class Gravacao:
    """One import on its way.

    Attributes:
        problems: Everything found so far.
        declarados: Section, empresa and codigo of every entry of the file, right or wrong: whoever refers to a wrong
            one is not at fault too.
        incluidos: New rows by section.
        alterados: Changed rows by section.
        iguais: Rows that were so already, by section.
    """

    uow: UnitOfWork
    hoje: date
    problems: list[Problem]
    declarados: frozenset[tuple[str, str, str]]
    incluidos: Counter[str] = field(default_factory=Counter)
    alterados: Counter[str] = field(default_factory=Counter)
    iguais: Counter[str] = field(default_factory=Counter)
    alvos: ClassVar[Mapping[str, Mapping[str, tuple[str, str]]]] = {}
    """By section, the keys that refer to other sections than they do elsewhere."""

    def write(self, secao: Secao, entradas: Sequence[Entrada]) -> None:
        """Write *entradas* of *secao*; what is at fault is left out and said in `problems`."""
        if secao.nome == "empresas":
            self._empresas(secao, entradas)
            return
        por_empresa: dict[str, list[Entrada]] = {}
        for entrada in entradas:
            por_empresa.setdefault(entrada.empresa, []).append(entrada)
        for codigo, suas in por_empresa.items():
            empresa = self.uow.empresas.find_by_codigo(codigo)
            if empresa is None:
                if ("empresas", "", codigo) not in self.declarados:
                    self.problems += [fault(e.onde, "empresa", f"não há empresa com o código {codigo}") for e in suas]
            else:
                getattr(self, f"_{secao.nome}")(secao, suas, empresa.id)

    def _empresas(self, secao: Secao, entradas: Sequence[Entrada]) -> None:
        antes = {empresa.codigo: empresa for empresa in self.uow.empresas.all()}
        feitas = [
            (entrada, montagem.empresa(entrada, antes.get(entrada.codigo)))
            for entrada in self._complete(secao, entradas, antes)
        ]
        novas = self._keep(secao, self.uow.empresas, feitas, antes, check.empresa)
        self.uow.filiais.add_all(
            [Filial(empresa_id=e.id, codigo="001", nome="Matriz", documento=e.documento) for e in novas]
        )

    def _filiais(self, secao: Secao, entradas: Sequence[Entrada], empresa_id: int) -> None:
        antes = self._before(self.uow.filiais, entradas, empresa_id)
        feitas = [
            (entrada, montagem.filial(entrada, antes.get(entrada.codigo), empresa_id))
            for entrada in self._complete(secao, entradas, antes)
        ]
        self._keep(secao, self.uow.filiais, feitas, antes, check.filial)

    def _contas(self, secao: Secao, entradas: Sequence[Entrada], empresa_id: int) -> None:
        antes = self._before(self.uow.contas, entradas, empresa_id)
        refs = self._references(entradas, empresa_id, filial_id=self.uow.filiais)
        feitas: list[tuple[Entrada, Conta]] = [
            (entrada, montagem.conta(entrada, antes.get(entrada.codigo), empresa_id, refs[entrada.onde]))
            for entrada in self._complete(secao, entradas, antes)
            if entrada.onde in refs
        ]
        self._keep(secao, self.uow.contas, feitas, antes, check.conta)

    def _convenios(self, secao: Secao, entradas: Sequence[Entrada], empresa_id: int) -> None:
        antes = self._before(self.uow.convenios, entradas, empresa_id)
        refs = self._references(entradas, empresa_id, filial_id=self.uow.filiais, conta_id=self.uow.contas)
        contas = {conta.id: conta for conta in self.uow.contas.all(empresa_id)}
        feitas: list[tuple[Entrada, Convenio]] = []
        for entrada in self._complete(secao, entradas, antes):
            if entrada.onde not in refs:
                continue
            velho = antes.get(entrada.codigo)
            conta_id = refs[entrada.onde].get("conta_id") or (velho.conta_id if velho else 0)
            novo = montagem.convenio(entrada, velho, empresa_id, refs[entrada.onde], contas.get(conta_id))
            self._say_what_stays(entrada, novo)
            feitas.append((entrada, novo))

        def problems(convenio: Convenio) -> list[Problem]:
            achados = check.convenio(convenio, contas.get(convenio.conta_id))
            return achados + (counter_problems(convenio, self.uow) if convenio.id else [])

        self._keep(secao, self.uow.convenios, feitas, antes, problems)

    def _say_what_stays(self, entrada: Entrada, novo: Convenio) -> None:
        for chave in ("proximo_nosso_numero", "proxima_remessa"):
            quer, fica = entrada.valores.get(chave), getattr(novo, chave)
            if quer is not None and quer < fica:
                mensagem = f"{entrada.onde}.{chave}: ficou {fica}, porque os números até aí já foram usados."
                self.problems.append(
                    Problem(message=mensagem, field=f"{entrada.onde}.{chave}", severity=Severity.WARNING)
                )

    def _pessoas(self, secao: Secao, entradas: Sequence[Entrada], empresa_id: int) -> None:
        antes = self._before(self.uow.pessoas, entradas, empresa_id)
        feitas: list[tuple[Entrada, Pessoa]] = [
            (entrada, montagem.pessoa(entrada, antes.get(entrada.codigo), empresa_id))
            for entrada in self._complete(secao, entradas, antes)
        ]
        self._keep(secao, self.uow.pessoas, feitas, antes, check.pessoa)

    def _contas_receber(self, secao: Secao, entradas: Sequence[Entrada], empresa_id: int) -> None:
        antes = self._before(self.uow.contas_receber, entradas, empresa_id)
        refs = self._references(
            entradas,
            empresa_id,
            filial_id=self.uow.filiais,
            pessoa_id=self.uow.pessoas,
            convenio_id=self.uow.convenios,
        )
        feitas: list[tuple[Entrada, ContaReceber]] = [
            (e, montagem.conta_receber(e, antes.get(e.codigo), empresa_id, refs[e.onde], self.hoje))
            for e in self._complete(secao, entradas, antes)
            if e.onde in refs
        ]
        mudadas = [conta.id for _, conta in feitas if conta.id and conta != antes[conta.codigo]]
        boletos = self.uow.boletos.of_contas(mudadas)

        def problems(conta: ContaReceber) -> list[Problem]:
            velha = antes.get(conta.codigo)
            return own_problems(conta) + _history_problems(velha, conta, boletos.get(conta.id, ()))

        self._keep(secao, self.uow.contas_receber, feitas, antes, problems)

    def _plano_contas(self, secao: Secao, entradas: Sequence[Entrada], empresa_id: int) -> None:
        antes = self._before(self.uow.plano_contas, entradas, empresa_id)
        feitas = [
            (e, dados_livros.conta(e, antes.get(e.codigo), empresa_id)) for e in self._complete(secao, entradas, antes)
        ]
        self._keep(secao, self.uow.plano_contas, feitas, antes, lambda conta: plano.problems(self.uow, conta))

    def _eventos_contabeis(self, secao: Secao, entradas: Sequence[Entrada], empresa_id: int) -> None:
        antes = self._before(self.uow.eventos_contabeis, entradas, empresa_id)
        contas = {conta.codigo: conta.id for conta in self.uow.plano_contas.all(empresa_id)}
        feitas = []
        for entrada in self._complete(secao, entradas, antes):
            ditas = entrada.grupos.get(dados_livros.GRUPO, {})
            sem = {papel: codigo for papel, codigo in ditas.items() if codigo and codigo not in contas}
            self.problems += [
                fault(f"{entrada.onde}.{dados_livros.GRUPO}", papel, f"não há a conta contábil {codigo}")
                for papel, codigo in sem.items()
                if ("plano_contas", entrada.empresa, codigo) not in self.declarados
            ]
            if not sem:
                velho = antes.get(entrada.codigo)
                feitas.append((entrada, dados_livros.evento(entrada, velho, empresa_id, contas)))
        self._keep(
            secao, self.uow.eventos_contabeis, feitas, antes, lambda each: eventos.evento_problems(self.uow, each)
        )

    def _historicos(self, secao: Secao, entradas: Sequence[Entrada], empresa_id: int) -> None:
        antes = self._before(self.uow.historicos, entradas, empresa_id)
        feitas = [
            (e, dados_livros.historico(e, antes.get(e.codigo), empresa_id))
            for e in self._complete(secao, entradas, antes)
        ]
        self._keep(secao, self.uow.historicos, feitas, antes, lambda each: eventos.historico_problems(self.uow, each))

    def _layouts_bancarios(self, secao: Secao, entradas: Sequence[Entrada], empresa_id: int) -> None:
        antes = self._before(self.uow.layouts_bancarios, entradas, empresa_id)
        feitas = [
            (entrada, debitos_dados.layout(entrada, antes.get(entrada.codigo), empresa_id))
            for entrada in self._complete(secao, entradas, antes)
        ]
        self._keep(
            secao, self.uow.layouts_bancarios, feitas, antes, lambda obj: debitos_dados.layout_problems(obj, self.uow)
        )

    def _convenios_debito(self, secao: Secao, entradas: Sequence[Entrada], empresa_id: int) -> None:
        antes = self._before(self.uow.convenios_debito, entradas, empresa_id)
        refs = self._references(entradas, empresa_id, conta_id=self.uow.contas)
        contas = {conta.id: conta for conta in self.uow.contas.all(empresa_id)}
        feitas = [
            (e, debitos_dados.convenio(e, antes.get(e.codigo), empresa_id, refs[e.onde], contas))
            for e in self._complete(secao, entradas, antes)
            if e.onde in refs
        ]
        self._keep(
            secao, self.uow.convenios_debito, feitas, antes, lambda obj: debitos_dados.convenio_problems(obj, self.uow)
        )

    def _consentimentos(self, secao: Secao, entradas: Sequence[Entrada], empresa_id: int) -> None:
        antes = self._before(self.uow.consentimentos, entradas, empresa_id)
        refs = self._references(entradas, empresa_id, convenio_id=self.uow.convenios_debito, pessoa_id=self.uow.pessoas)
        feitas = [
            (e, debitos_dados.consentimento(e, antes.get(e.codigo), empresa_id, refs[e.onde], self.uow))
            for e in self._complete(secao, entradas, antes)
            if e.onde in refs
        ]

        def problems(obj: Consentimento) -> list[Problem]:
            return debitos_dados.consentimento_problems(obj, antes.get(obj.codigo), self.uow, self.hoje)

        self._keep(secao, self.uow.consentimentos, feitas, antes, problems)

    def _debitos(self, secao: Secao, entradas: Sequence[Entrada], empresa_id: int) -> None:
        antes = self._before(self.uow.debitos, entradas, empresa_id)
        refs = self._references(
            entradas, empresa_id, convenio_id=self.uow.convenios_debito, consentimento_id=self.uow.consentimentos
        )
        completas = [e for e in self._complete(secao, entradas, antes) if e.onde in refs]
        making = debitos_dados.Debitos(self.uow, empresa_id, completas, self.problems)
        feitas = [(e, making.debito(e, antes.get(e.codigo), refs[e.onde])) for e in completas]

        def problems(obj: Debito) -> list[Problem]:
            return debitos_dados.debito_problems(obj, antes.get(obj.codigo), self.uow, self.hoje)

        boas = [(e, debito) for e, debito in feitas if debito is not None]
        self._keep(secao, self.uow.debitos, boas, antes, problems)
        for _, debito in boas:
            if debito.id and antes[debito.codigo].itens != debito.itens:
                self.uow.debitos.rewrite_itens(debito)

    def _before(self, repository: CodedRepository[C], entradas: Iterable[Entrada], empresa_id: int) -> dict[str, C]:
        return repository.find_many_by_codigo(empresa_id, (entrada.codigo for entrada in entradas))

    def _complete(self, secao: Secao, entradas: Iterable[Entrada], antes: dict[str, Any]) -> list[Entrada]:
        """Return the entries that say all a new row needs."""
        completas = []
        for entrada in entradas:
            faltam = [] if entrada.codigo in antes else [c for c in secao.obrigatorios if c not in entrada.chaves]
            self.problems += [fault(entrada.onde, chave, "falta") for chave in faltam]
            if not faltam:
                completas.append(entrada)
        return completas

    def _references(
        self, entradas: Sequence[Entrada], empresa_id: int, **repositories: CodedRepository[Any]
    ) -> dict[str, dict[str, int | None]]:
        """Return, by position, the ids an entry refers to; entries that refer to nothing known are left out."""
        conhecidos: dict[str, dict[str, Any]] = {}
        for atributo, repository in repositories.items():
            codigos = (entrada.referencias.get(atributo) for entrada in entradas)
            conhecidos[atributo] = repository.find_many_by_codigo(empresa_id, (c for c in codigos if c))
        achadas: dict[str, dict[str, int | None]] = {}
        for entrada in entradas:
            suas: dict[str, int | None] = {}
            for atributo, codigo in entrada.referencias.items():
                if atributo not in repositories:
                    continue  # the empresa, which is known already
                if codigo and codigo not in conhecidos[atributo]:
                    self._say_unknown(entrada, atributo.removesuffix("_id"), codigo)
                    break
                suas[atributo] = conhecidos[atributo][codigo].id if codigo else _NADA.get(atributo)
            else:
                achadas[entrada.onde] = suas
        return achadas

    def _say_unknown(self, entrada: Entrada, chave: str, codigo: str) -> None:
        secao, nome = self.alvos.get(entrada.onde.partition("[")[0], {}).get(chave) or _ALVOS[chave]
        if (secao, entrada.empresa, codigo) not in self.declarados:
            mensagem = f"não há {nome} com o código {codigo} na empresa {entrada.empresa}"
            self.problems.append(fault(entrada.onde, chave, mensagem))

    def _keep(
        self,
        secao: Secao,
        repository: Repository[T],
        feitas: Sequence[tuple[Entrada, T]],
        antes: dict[str, T],
        problems: Callable[[T], list[Problem]],
    ) -> list[T]:
        """Write what is new or changed and right; return what is new."""
        novos: list[T] = []
        mudados: list[T] = []
        for entrada, obj in feitas:
            if antes.get(entrada.codigo) == obj:
                self.iguais[secao.nome] += 1
                continue
            achados = [self.placed(entrada, secao, problem) for problem in problems(obj)]
            self.problems += achados
            if not any(problem.is_error for problem in achados):
                (mudados if obj.id else novos).append(obj)
        self.incluidos[secao.nome] += len(novos)
        self.alterados[secao.nome] += len(mudados)
        repository.update_many(mudados)
        return repository.add_many(novos)

    def placed(self, entrada: Entrada, secao: Secao, problem: Problem) -> Problem:
        """Return *problem* with its position in the file instead of in a form."""
        chave = (problem.field or "").removesuffix("_id")
        campo = secao.find(chave)
        lugar = f"{entrada.onde}.{campo.grupo + '.' if campo and campo.grupo else ''}{chave}".rstrip(".")
        mensagem = f"{lugar}: {problem.message[:1].lower()}{problem.message[1:]}"
        return Problem(message=mensagem, fix=problem.fix, field=lugar, severity=problem.severity)


_ALVOS = {
    "filial": ("filiais", "filial"),
    "conta": ("contas", "conta"),
    "pessoa": ("pessoas", "pessoa"),
    "convenio": ("convenios", "convênio"),
    "consentimento": ("consentimentos", "consentimento"),
}
"""The section a key refers to, and what one of its entries is called."""
_NADA = {"conta_id": 0, "pessoa_id": 0, "consentimento_id": 0}
"""What stands for nothing where something is required: no row has it, so the check says what is missing."""


def _history_problems(antes: ContaReceber | None, depois: ContaReceber, boletos: Iterable[Boleto]) -> list[Problem]:
    """Return what a data file may not do to what was received already; a new conta may bring its own history."""
    if depois.pessoa_id == 0:
        return [Problem(message="Escolha o cliente.", field="pessoa")]
    if not 0 <= depois.valor_baixado <= depois.valor:
        return [Problem(message="O valor baixado vai de zero ao valor da conta.", field="valor_baixado")]
    if antes is None:
        return []
    problems = change_problems(antes, depois, boletos)
    mudados = [campo for campo in ("situacao", "valor_baixado") if getattr(antes, campo) != getattr(depois, campo)]
    mensagem = "Só muda por baixas e retornos, nunca por um arquivo de dados."
    return problems + [Problem(message=mensagem, field=campo) for campo in mudados]
