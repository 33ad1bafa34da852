"""The whole job by ``finbank`` alone, each step a process of its own, at every bank and in every format there is.

What is expected follows from the bills and from what the scenario tells the bank to do. The bank is the simulated one:
this holds the rooms together and is no evidence of positions.
"""

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

SOURCES = Path(__file__).resolve().parents[2] / "src"
CALL = "import sys; from finbank_desktop.cli import main; sys.exit(main())"
TITULOS = 5
ENDERECO = {
    "logradouro": "Rua das Flores",
    "numero": "10",
    "bairro": "Centro",
    "cidade": "Curitiba",
    "uf": "PR",
    "cep": "80010000",
}
CONVENIOS: dict[str, dict[str, str]] = {
    "001-400": {"carteira": "17", "variacao": "019", "convenio": "1234567"},
    "001-240": {"carteira": "17", "variacao": "019", "convenio": "7654321"},
    "104-240": {"carteira": "14", "codigo_beneficiario": "123456"},
    "237-400": {"carteira": "09", "codigo_beneficiario": "4540691"},
    "341-400": {"carteira": "109"},
    "756-240": {"carteira": "1", "modalidade": "01", "codigo_beneficiario": "123456"},
}
CANNOT_SAY_IN_PART = ("104-240", "237-400")
"""Their tables have neither a code nor a reason for a payment in part: a person decides about the smaller amount."""
CENARIO = """
[[titulo]]
seu_numero = "NF0"
motivo = "qualquer"
[[titulo]]
seu_numero = "NF1"
quando = "registro"
[[titulo]]
seu_numero = "NF2"
quando = "vencimento"
tarifa = "1.90"
[[titulo]]
seu_numero = "NF3"
quando = "vencimento"
[[titulo]]
seu_numero = "NF4"
quando = "vencimento"
valor_pago = "400.00"
"""


def books(qual: str) -> dict[str, Any]:
    """Return a company with one convênio and five bills of R$ 1.000,00, as ``dados importar`` takes them."""
    banco, formato = qual.split("-")
    return {
        "empresas": [
            {
                "codigo": "001",
                "razao_social": "Empresa Exemplo Ltda",
                "documento": "11222333000181",
                "endereco": ENDERECO,
            }
        ],
        "contas": [
            {
                "codigo": "C1",
                "descricao": "Movimento",
                "banco": banco,
                "agencia": "1234",
                "agencia_dv": "3",
                "conta": "56789",
                "conta_dv": "0",
            }
        ],
        "convenios": [
            {
                "codigo": "CV",
                "descricao": "Cobrança",
                "conta": "C1",
                "banco": banco,
                "formato": formato,
                **CONVENIOS[qual],
            }
        ],
        "pessoas": [{"codigo": "P1", "nome": "Cliente Exemplo Ltda", "documento": "52998224725", "endereco": ENDERECO}],
        "contas_receber": [
            {
                "codigo": f"R{n}",
                "pessoa": "P1",
                "convenio": "CV",
                "documento": f"NF{n}",
                "emissao": "2026-11-02",
                "vencimento": "2027-12-15",
                "valor": "1000.00",
            }
            for n in range(TITULOS)
        ],
    }


class Office:
    """A folder whose name has a blank and an accent, and ``finbank`` run inside it with relative paths."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "Cobrança de março"
        self.folder.mkdir()

    def finbank(self, *words: str, code: int = 0) -> Any:
        """Return what a call answers: one value, or a list of them when it answers in several lines."""
        done = subprocess.run(
            [sys.executable, "-c", CALL, *words, "--base", "livros.db", "--json"],
            cwd=self.folder,
            env={**os.environ, "PYTHONPATH": str(SOURCES)},
            capture_output=True,
            check=False,
        )
        assert done.returncode == code, done.stderr.decode("utf-8")
        answers = [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]
        return answers[0] if len(answers) == 1 else answers

    def boletos(self) -> dict[str, dict[str, Any]]:
        return {boleto["numero_documento"]: boleto for boleto in self.finbank("boletos", "listar")}


@pytest.mark.parametrize("qual", CONVENIOS)
def test_what_the_bank_was_paid_is_settled_by_itself(qual: str, tmp_path: Path) -> None:
    office = Office(tmp_path)
    (office.folder / "dados.json").write_text(json.dumps(books(qual)), encoding="utf-8")
    (office.folder / "cenário.toml").write_text(CENARIO, encoding="utf-8")
    office.finbank("dados", "importar", "dados.json")
    made = office.finbank("boletos", "emitir", "--filtro", "situacao=Em aberto")
    assert {boleto["numero_documento"] for boleto in made} == {f"NF{n}" for n in range(TITULOS)}
    assert {(boleto["situacao"], boleto["no_banco"]) for boleto in made} == {("Em aberto", "Não enviado")}

    remessa = office.finbank("remessa", "gerar", "--convenio", "CV", "--saida", ".")
    sent = office.finbank("arquivos", "ler", remessa["file"])
    assert (sent["kind"], sent["bank"], sent["layout"]) == ("remessa", qual[:3], int(qual[4:]))
    assert sent["totals"] == {"titles": TITULOS, "valor_titulo": "5000.00", "valor_pago": "0.00"}
    assert {record["seu_numero"] for record in sent["records"]} == {f"NF{n}" for n in range(TITULOS)}
    assert office.finbank("arquivos", "conferir", remessa["file"])["ok"]

    answers = office.finbank(
        "banco-simulado", "processar", remessa["file"], "--cenario", "cenário.toml", "--saida", "retornos"
    )
    retornos = [answer["file"] for answer in answers]
    assert all(office.finbank("arquivos", "conferir", file)["ok"] for file in retornos)
    told_in_part = qual not in CANNOT_SAY_IN_PART
    plans = office.finbank("retorno", "importar", *retornos, code=0 if told_in_part else 1)
    assert all(plan["applied"] for plan in plans)
    tabs = sum((Counter(plan["plan"]["tabs"]) for plan in plans), Counter[str]())
    assert (tabs["confirmacoes"], tabs["rejeicoes"]) == (4, 1)
    assert (tabs["baixas"], tabs["conferir"]) == ((3, 0) if told_in_part else (2, 1))
    assert tabs["nao_localizados"] + tabs["a_devolver"] == 0

    after = office.boletos()
    assert {documento: boleto["situacao"] for documento, boleto in after.items()} == {
        "NF0": "Em aberto",
        "NF1": "Em aberto",
        "NF2": "Baixado",
        "NF3": "Baixado",
        "NF4": "Baixado parcialmente" if told_in_part else "Em aberto",
    }
    assert [after[f"NF{n}"]["no_banco"] for n in range(3)] == ["Recusado", "Registrado", "Baixado no banco"]
    assert after["NF4"]["valor_pago"] == ("400.00" if told_in_part else "0.00")

    again = office.finbank("retorno", "importar", *retornos)
    for plan in again:
        assert (plan["applied"], plan["import_id"]) == (False, None)
        assert plan["plan"]["tabs"]["ja_processados"] == sum(plan["plan"]["tabs"].values()) > 0
    assert office.boletos() == after
