"""The main job, played once from end to end on a sample company: ``python3 dev.py demo``.

Debts become boletos, boletos one PDF and three remessas, a simulated bank answers them, and its retornos settle what
was paid. The calendar of the play begins forty days ago, so that the payments lie behind us. All output lands in one
folder.
"""

import argparse
import json
import os
import platform
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from finbank_desktop import resources, wiring
from finbank_desktop.domain.calendario import next_dia_util
from finbank_desktop.domain.listas import ListQuery
from finbank_desktop.domain.problems import OutsideError, RefusedError
from finbank_desktop.domain.valores import format_brl
from finbank_desktop.services.catalog import Services

DIAS_ATRAS = 40
PASSO = 3
"""One title in so many is owed again this month, so that the window opens on work to do."""
DESTINOS = {
    "em dia": 'quando = "vencimento"',
    "atrasado": 'quando = "+5"',
    "tarifa": 'quando = "vencimento"\ntarifa = "1.99"',
    "em dobro": 'quando = "vencimento"\nvezes = 2',
    "recusado": 'motivo = "{motivo}"',
}
"""What a title's *destino* in ``demo/titulos.json`` means to the simulated bank; any other is only registered."""


@dataclass(slots=True)
class Play:
    """One run: where it writes and which day it is.

    Attributes:
        tabs: Lines of all retornos by what became of them.
    """

    folder: Path
    today: date
    titulos: list[dict[str, Any]]
    tabs: Counter[str] = field(default_factory=Counter)

    @property
    def base(self) -> Path:
        """The database of the play."""
        return self.folder / "finbank.db"

    def services(self) -> Services:
        """Return the services on the play's database and calendar."""
        return wiring.build(str(self.base), hoje=lambda: self.today)


def main(arguments: Sequence[str] | None = None) -> int:
    """Play the main job, show what came of it, and return the exit code."""
    options = parse(arguments)
    folder = options.pasta or Path("demo") / f"{datetime.now().astimezone():%Y-%m-%d-%H%M%S}"
    try:
        play = run(folder.absolute())
    except (RefusedError, OutsideError) as error:
        print(f"A demonstração parou: {error.message}", file=sys.stderr)  # noqa: T201 - it talks to a person
        return 1
    say(f"Tudo o que foi gerado está em {play.folder}")
    return show(play)


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Return what the command line asks for."""
    parser = argparse.ArgumentParser(prog="dev.py demo", description="O trabalho principal, do começo ao fim.")
    parser.add_argument("--pasta", type=Path, help="pasta dos arquivos; uma nova em demo/ quando falta")
    return parser.parse_args(arguments)


def run(folder: Path) -> Play:
    """Play the main job in *folder* and return what came of it."""
    folder.mkdir(parents=True, exist_ok=True)
    titulos = json.loads(resources.read_text("demo/titulos.json"))
    begin = today() - timedelta(days=DIAS_ATRAS)
    play = Play(folder=folder, today=next_dia_util(begin), titulos=titulos)
    services = play.services()
    try:
        remessas = issue(play, services)
        for retorno in answer(play, services, remessas):
            settle(play, services, retorno)
        summarize(play, services)
        leave_work(play, services)
    finally:
        services.database.close()
    return play


def issue(play: Play, services: Services) -> list[Path]:
    """Bring in the company and its debts, make and print the boletos, write the remessas."""
    dados = json.loads(resources.read_text("demo/empresa.json"))
    dados["contas_receber"] = [conta_receber(titulo, titulo["documento"], play.today) for titulo in play.titulos]
    texto = json.dumps(dados, ensure_ascii=False, indent=1)
    (play.folder / "dados.json").write_text(texto, encoding="utf-8")
    services.dados.import_json(texto)
    boletos = services.boletos.apply(services.boletos.plan_emissao(query=ListQuery(quantidade=len(play.titulos))))
    say(f"{len(boletos)} boletos, {format_brl(sum(boleto.valor for boleto in boletos))}")
    pdf = services.boletos.render_pdf([boleto.id for boleto in boletos], play.folder / "boletos.pdf")
    say(f"{pdf.pages} páginas em {Path(pdf.file).name}")
    remessas = []
    for linha in services.cadastros.list_convenios().linhas:
        remessa = services.remessas.apply(services.remessas.plan(linha["id"]), play.folder)
        quanto = f"{remessa.titulos} títulos em {remessa.arquivo}"
        say(f"remessa nº {remessa.sequencia} de {linha['descricao']}: {quanto}")
        remessas.append(play.folder / remessa.arquivo)
    return remessas


def conta_receber(titulo: dict[str, Any], documento: str, emissao: date) -> dict[str, Any]:
    """Return the debt as a data file wants it."""
    vencimento = next_dia_util(emissao + timedelta(days=titulo["dias"]))
    return {
        "codigo": documento,
        "documento": documento,
        "pessoa": titulo["pessoa"],
        "convenio": titulo["convenio"],
        "descricao": titulo["descricao"],
        "emissao": emissao.isoformat(),
        "vencimento": vencimento.isoformat(),
        "valor": titulo["valor"],
    }


def answer(play: Play, services: Services, remessas: Sequence[Path]) -> Iterator[Path]:
    """Let the simulated bank answer; yield its retornos by day, and let the calendar reach that day."""
    cenario = play.folder / "cenario.toml"
    cenario.write_text(scenario(play), encoding="utf-8")
    respostas = services.simulador.process(remessas, cenario, play.folder)
    retornos = [(services.arquivos.read(Path(resposta.file)), Path(resposta.file)) for resposta in respostas]
    for arquivo, path in sorted(retornos, key=lambda par: par[0].cabecalho.data_geracao or play.today):
        play.today = arquivo.cabecalho.data_geracao or play.today
        yield path


def scenario(play: Play) -> str:
    """Return what the bank is to do with each title."""
    inicio = f"hoje = {next_dia_util(play.today + timedelta(days=1)).isoformat()}\n"
    blocos = (
        f'[[titulo]]\nseu_numero = "{titulo["documento"]}"\n{DESTINOS[titulo["destino"]].format_map(titulo)}\n'
        for titulo in play.titulos
        if titulo["destino"] in DESTINOS
    )
    return "\n".join((inicio, *blocos))


def settle(play: Play, services: Services, retorno: Path) -> None:
    """Import one retorno and tell what it did."""
    plan = services.retornos.plan(retorno)
    services.retornos.apply(plan)
    counted = {tab: quantos for tab, quantos in plan.tabs.items() if quantos}
    play.tabs.update(counted)
    say(f"{play.today:%d/%m} {retorno.name}: " + ", ".join(f"{tab} {quantos}" for tab, quantos in counted.items()))


def summarize(play: Play, services: Services) -> None:
    """Print what was settled, rejected and charged, title by title where a person has to look."""
    pagina = services.boletos.list(ListQuery(quantidade=len(play.titulos)))
    say("")
    for situacao, quantos in sorted(Counter(str(linha["situacao"]) for linha in pagina.linhas).items()):
        total = sum(linha["valor"] for linha in pagina.linhas if linha["situacao"] == situacao)
        say(f"{quantos:>3} {situacao:<22} {format_brl(total):>18}")
    recebido = sum(linha["valor_pago"] or 0 for linha in pagina.linhas)
    say(f"    {'recebido':<22} {format_brl(recebido):>18}")
    say(f"{play.tabs['rejeicoes']:>3} recusados pelo banco, {play.tabs['a_devolver']} pagos em dobro (a devolver)")
    tarifas = [tarifa for linha in pagina.linhas for tarifa in services.boletos.get(linha["id"]).tarifas]
    say(f"{len(tarifas):>3} tarifas cobradas, {format_brl(sum(tarifa.valor for tarifa in tarifas))}")
    for linha in pagina.linhas:
        if linha["no_banco"] == "Recusado":
            say(f"    {linha['numero_documento']}: {linha['detalhe']}")
    say("")


def leave_work(play: Play, services: Services) -> None:
    """Leave this month's debts of some customers, half of them with boletos, for whoever opens the window."""
    play.today = today()
    codigos = {f"{titulo['documento']}-2": titulo for titulo in play.titulos[::PASSO]}
    contas = [conta_receber(titulo, codigo, play.today) for codigo, titulo in codigos.items()]
    services.dados.import_json(json.dumps({"contas_receber": contas}))
    linhas = services.contas_receber.list(ListQuery(quantidade=len(play.titulos) + len(codigos))).linhas
    novas = [linha["id"] for linha in linhas if linha["codigo"] in codigos]
    services.boletos.apply(services.boletos.plan_emissao(novas[::2]))


def today() -> date:
    """Return the day on this computer."""
    return datetime.now().astimezone().date()


def show(play: Play) -> int:
    """Open the window on the play's database; without a display save its pictures instead."""
    from finbank_desktop import app  # noqa: PLC0415 - Qt is not needed before, and may be missing its libraries

    base = ["--base", str(play.base)]
    if has_display():
        say("A janela abre agora sobre este banco de dados; feche-a para terminar.")
        return app.main(base)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    telas = play.folder / "telas"
    say(f"Sem um monitor, as telas são salvas em {telas}")
    return app.main([*base, "--screenshots", str(telas)])


def has_display() -> bool:
    """Whether a window can be shown to somebody."""
    if os.environ.get("QT_QPA_PLATFORM", "").startswith("offscreen"):
        return False
    named = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return bool(named) or platform.system() != "Linux"


def say(texto: str) -> None:
    """Print a line at once."""
    print(texto, flush=True)  # noqa: T201 - it talks to a person at a terminal
