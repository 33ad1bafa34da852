"""A real office for the windows: SQLite on disk through wiring, boletos, and files a bank would send."""

import os
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QMessageBox, QWidget

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from finbank_desktop import wiring
from finbank_desktop.app import start_qt
from finbank_desktop.domain.cadastros import Conta, Empresa, Endereco, Pessoa
from finbank_desktop.domain.contas_receber import ContaReceber
from finbank_desktop.domain.convenios import Convenio
from finbank_desktop.domain.listas import ListQuery
from finbank_desktop.gui.desk import Desk
from finbank_desktop.gui.jobs import JobRunner
from finbank_desktop.gui.main_window import MainWindow
from finbank_desktop.gui.settings import Settings
from finbank_desktop.gui.theme import theme
from finbank_desktop.layouts import loader
from finbank_desktop.layouts.writer import write

HOJE = date(2026, 11, 20)
ENDERECO = Endereco(
    logradouro="Rua das Acácias", numero="100", bairro="Centro", cidade="São Paulo", uf="SP", cep="01001000"
)
NOMES = (
    "Cliente Exemplo Ltda",
    "Comércio de Materiais para Construção e Acabamentos Modelo do Vale do Paraíba Ltda",
    "Associação Fictícia dos Moradores",
    "Padaria Amostra",
)
CNPJS = ("11222333000181", "12ABC34501DE35", "45997418000153", "34028316000103")


class Office:
    """The books of one made-up company at one bank, and what a test asks of them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.services = wiring.build(str(folder / "livros.db"), usuario="ana", hoje=lambda: HOJE)
        cadastros = self.services.cadastros
        empresa = cadastros.get_empresa(int(cadastros.list_empresas().linhas[0]["id"]))
        self.empresa = cadastros.save_empresa(
            Empresa(
                id=empresa.id,
                versao=empresa.versao,
                codigo=empresa.codigo,
                razao_social="Empresa Exemplo de Serviços Ltda",
                documento="11444777000161",
                endereco=ENDERECO,
            )
        )
        self.pessoas: list[Pessoa] = []
        self.convenio: Convenio | None = None

    def open_bank(self) -> Convenio:
        """Enter an account and a convênio at Itaú."""
        cadastros = self.services.cadastros
        conta = cadastros.save_conta(
            Conta(
                empresa_id=self.empresa.id,
                codigo="",
                descricao="Itaú matriz",
                banco="341",
                agencia="0057",
                conta="12345",
                conta_dv="7",
            )
        )
        self.convenio = cadastros.save_convenio(
            Convenio(
                empresa_id=self.empresa.id,
                codigo="",
                descricao="Itaú carteira 109",
                conta_id=conta.id,
                banco="341",
                formato="400",
                carteira="109",
            )
        )
        return self.convenio

    def bill(self, valores: Sequence[int]) -> list[int]:
        """Enter one conta a receber per amount, customers in turn; return their ids."""
        convenio = self.convenio or self.open_bank()
        if not self.pessoas:
            self.pessoas = [
                self.services.cadastros.save_pessoa(
                    Pessoa(empresa_id=self.empresa.id, codigo="", nome=nome, documento=cnpj, endereco=ENDERECO)
                )
                for nome, cnpj in zip(NOMES, CNPJS, strict=True)
                if cnpj.isdigit()
            ]
        return [
            self.services.contas_receber.save(
                ContaReceber(
                    empresa_id=self.empresa.id,
                    codigo="",
                    pessoa_id=self.pessoas[number % len(self.pessoas)].id,
                    convenio_id=convenio.id,
                    documento=f"NF {number:04d}",
                    emissao=HOJE,
                    vencimento=HOJE + timedelta(days=10 + number % 20),
                    valor=valor,
                )
            ).id
            for number, valor in enumerate(valores, start=1)
        ]

    def issue(self, valores: Sequence[int]) -> list[Any]:
        """Bill and make boletos."""
        return list(self.services.boletos.apply(self.services.boletos.plan_emissao(self.bill(valores), None)))

    def send(self) -> Path:
        """Make a remessa of all that may go."""
        assert self.convenio is not None
        plan = self.services.remessas.plan(self.convenio.id)
        remessa = self.services.remessas.apply(plan, self.folder)
        self.services.remessas.mark_enviada(remessa.id)
        return self.folder / remessa.arquivo

    def retorno(
        self,
        linhas: Sequence[dict[str, Any]],
        *,
        numero: int = 87,
        nome: str = "CN201126.RET",
        quantidade: int | None = None,
    ) -> Path:
        """Write a retorno of Itaú's CNAB 400 (manual's field names)."""
        registros: list[tuple[str, dict[str, Any]]] = [
            ("header", {"data_geracao": HOJE + timedelta(days=1), "sequencial_retorno": numero})
        ]
        registros += [("detalhe", {"data_ocorrencia": HOJE, "carteira_numero": 109} | linha) for linha in linhas]
        registros += [("trailer", {"qtd_detalhes": len(linhas) if quantidade is None else quantidade})]
        quem = {"agencia": 57, "conta": 12345}
        escrita = write(
            loader.load("341-itau/cobranca_400_retorno"),
            [
                (tipo, valores | (quem if tipo != "trailer" else {}) | {"sequencial": n})
                for n, (tipo, valores) in enumerate(registros, start=1)
            ],
        )
        assert escrita.data, escrita.problems
        path = self.folder / nome
        path.write_bytes(escrita.data)
        return path

    def paid(self, boleto: Any, **mais: Any) -> dict[str, Any]:
        """A line that says *boleto* was paid in full."""
        return {
            "nosso_numero": boleto.sequencial,
            "ocorrencia": 6,
            "valor_titulo": boleto.valor,
            "valor_lancado": boleto.valor - mais.get("valor_tarifa", 0),
            "vencimento": boleto.vencimento,
            "data_credito": HOJE + timedelta(days=1),
        } | mais

    def situacoes(self) -> list[str]:
        """The boletos' situações, in the list's order."""
        return [str(row["situacao"]) for row in self.services.boletos.list(ListQuery()).linhas]


@pytest.fixture(scope="session")
def qapp() -> Any:
    return start_qt()


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = Office(tmp_path)
    yield made
    made.services.database.close()


@pytest.fixture
def settings(tmp_path: Path, qapp: Any) -> Settings:
    assert qapp is not None
    made = Settings(tmp_path / "janela.ini")
    made.remember_folder("remessas", tmp_path)
    made.remember_folder("retornos", tmp_path)
    made.remember_folder("pdf", tmp_path)
    theme.apply(made)
    return made


@pytest.fixture
def runner(qapp: Any) -> Iterator[JobRunner]:
    assert qapp is not None
    made = JobRunner()
    yield made
    assert made.wait()


@pytest.fixture
def desk(office: Office, runner: JobRunner, settings: Settings) -> Desk:
    made = Desk(office.services, runner, settings)
    made.empresa_id = office.empresa.id
    return made


@pytest.fixture
def open_window(office: Office, runner: JobRunner, settings: Settings, qtbot: Any) -> Callable[[], MainWindow]:
    def open_it() -> MainWindow:
        window = MainWindow(runner, settings)
        qtbot.addWidget(window)
        window.attach(office.services)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(lambda: window.current == "inicio" and window.isActiveWindow())
        return window

    return open_it


@pytest.fixture
def shown(qtbot: Any) -> Callable[[QWidget], QWidget]:
    def show(widget: QWidget) -> QWidget:
        qtbot.addWidget(widget)
        widget.show()
        qtbot.waitExposed(widget)
        return widget

    return show


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[QMessageBox]:
    """The questions and messages that would have been shown."""
    shown: list[QMessageBox] = []

    def keep(box: QMessageBox) -> None:
        shown.append(box)

    monkeypatch.setattr(QMessageBox, "open", keep)
    return shown
