"""Invented payers: plainly made-up names and documents with valid digits."""

from dataclasses import dataclass
from random import Random

from stdnum.br import cnpj, cpf

_PRIMEIROS = """
Abel Adélia Alba Amauri Anísia Aurora Baltazar Benta Caetano Celina Cícero Clotilde Dalva Davi Débora Dirceu
Edite Elói Estela Evaristo Fabiana Félix Flávia Gérson Glória Heitor Hilda Iara Ícaro Irene Jandira João Joaquim
Jonas Jussara Karina Lauro Leda Lígia Lourenço Luzia Maria José Mauro Mirela Nair Nestor Noêmia Olavo Otília
Paula Pedro Quitéria Ramiro Regina Rosa Sandro Selma Tadeu Telma Ulisses Valdir Vera Wagner Zélia Zeno Antônio
Ana Carlos
""".split()  # noqa: SIM905 - eighty quotation marks less to read
_ULTIMOS = """
Abreu Alvarenga Amaral Araújo Arruda Assunção Barros Bastos Bezerra Borges Brandão Cabral Camargo Cardoso
Carvalho Castilho Chaves Coelho Correia Cruz Cunha Dantas Diniz Dutra Esteves Falcão Farias Ferraz Fonseca
Freire Galvão Garcia Guedes Holanda Junqueira Lacerda Leitão Lobo Macedo Magalhães Marques Meireles Mendonça
Moraes Moura Nóbrega Novaes Paiva Peixoto Pimentel Queirós Ramalho Rangel Rezende Sá Sampaio Seixas Silva Silva
Silva Santos Santos Souza Oliveira Pereira Lima Costa Tavares Teles Toledo Torres Uchoa Valente Vargas Veloso
Viana Xavier
""".split()  # noqa: SIM905 - eighty quotation marks less to read
_RAMOS = """
Padaria Mercado Oficina Farmácia Papelaria Transportes Confecções Metalúrgica Clínica Escola Gráfica Laticínios
Móveis Hotel Livraria Cerâmica Tintas Construtora Consultoria Frigorífico Ótica Pousada Serralheria Tecidos
""".split()  # noqa: SIM905 - eighty quotation marks less to read
_FORMAS = ("Ltda", "ME", "EIRELI", "S/A", "Comércio Ltda", "Indústria e Comércio Ltda", "e Filhos Ltda")


@dataclass(frozen=True)
class Pagador:
    """Somebody who pays or is paid."""

    nome: str
    documento: str


def invent(rng: Random) -> Pagador:
    """Return a new one."""
    if rng.random() < 0.55:
        nome = f"{rng.choice(_RAMOS)} {rng.choice(_ULTIMOS)} {rng.choice(_FORMAS)}"
        base = f"{rng.randrange(10**8):08d}0001"
        return Pagador(nome, base + cnpj.calc_check_digits(base))
    middle = " ".join(rng.sample(_ULTIMOS, rng.choice((1, 2, 2, 3))))
    base = f"{rng.randrange(10**9):09d}"
    return Pagador(f"{rng.choice(_PRIMEIROS)} {middle}", base + _cpf_digits(base))


def _cpf_digits(base: str) -> str:
    first = next(d for d in range(10) if cpf.is_valid(base + f"{d}{_second(base, d)}"))
    return f"{first}{_second(base, first)}"


def _second(base: str, first: int) -> int:
    digits = [int(c) for c in base] + [first]
    rest = sum(d * w for d, w in zip(digits, range(11, 1, -1), strict=True)) % 11
    return 0 if rest < 2 else 11 - rest
