"""The program's own adapters and service against each of the eight banks of the tests."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from finbank_desktop.domain.contas_receber import Situacao
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.domain.registro import Ambiente, EstadoRegistro, TipoFalha
from finbank_desktop.gateway import runner
from tests.banco_de_provas.dialetos.registro import DIALETOS
from tests.banco_de_provas.escritorio import HOJE, Escritorio
from tests.banco_de_provas.exemplos import EXEMPLOS, caller
from tests.banco_de_provas.faltas import REGISTRAR, Plano, Sorteio
from tests.banco_de_provas.lugar import NoProcesso

NOMES = sorted(DIALETOS)
AMANHA = HOJE + timedelta(days=1)
REGISTRADO, SEM_PIX = EstadoRegistro.REGISTRADO, EstadoRegistro.REGISTRADO_SEM_PIX


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runner, "PRIMEIRA_ESPERA", 0.02)


class Mesa:
    """An office with boletos at one bank, and the service that registers them."""

    def __init__(self, folder: Path, banco: NoProcesso, nome: str, boletos: int, ambiente: Ambiente) -> None:
        self.banco, self.nucleo = banco, banco.dialeto.nucleo
        self.escritorio = Escritorio(folder / "livros", nome, ambiente=ambiente)
        self.convenio = self.escritorio.convenio.id
        self.ids = [boleto.id for boleto in self.escritorio.boletos(boletos)]
        self.registros = self.escritorio.registros(banco)

    def press(self) -> list[EstadoRegistro]:
        """Communicate once and return where each boleto stands."""
        self.registros.run(self.registros.plan(self.convenio))
        return self.states()

    def states(self) -> list[EstadoRegistro]:
        """Return where each boleto stands in the books."""
        return [self.registro(row).estado for row in self.ids]

    def registro(self, row: int) -> Any:
        """Return the journal's row."""
        achado = self.registros.get(row).registro
        assert achado is not None
        return achado

    def boleto(self, row: int) -> Any:
        """Return a boleto as the books have it."""
        with self.escritorio.services.database.read() as uow:
            return uow.boletos.get(row)


@contextmanager
def mesa(
    folder: Path, nome: str, boletos: int = 2, ambiente: Ambiente = Ambiente.HOMOLOGACAO, **plano: Any
) -> Iterator[Mesa]:
    dito = Plano(espera=0, cala=2.0, goteja=0.2, **plano)
    with NoProcesso(folder, nome, HOJE, plano=dito, tokens_por_minuto=0) as banco:
        feita = Mesa(folder, banco, nome, boletos, ambiente)
        yield feita
        feita.escritorio.services.database.close()


# every bank ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("nome", NOMES)
def test_a_boleto_is_registered_with_the_banks_codes_and_its_pix(tmp_path: Path, nome: str) -> None:
    with mesa(tmp_path, nome) as m:
        assert m.press() == [REGISTRADO, REGISTRADO]
        la = {(t.linha, t.barras, t.valor, t.vencimento, t.pix) for t in m.nucleo.titulos}
        aqui = {(b.linha_digitavel, b.codigo_barras, b.valor, b.vencimento, b.pix) for b in map(m.boleto, m.ids)}
        assert aqui == la
        assert m.banco.calls("registrar") == 2
        with pytest.raises(RefusedError, match="Nenhum boleto a comunicar"):
            m.press()


@pytest.mark.parametrize("nome", [nome for nome in NOMES if nome != "sicoob"])
def test_what_was_paid_at_the_bank_is_settled_as_a_retorno(tmp_path: Path, nome: str) -> None:
    with mesa(tmp_path, nome) as m:
        m.press()
        pago = m.boleto(m.ids[0])
        (titulo,) = [t for t in m.nucleo.titulos if t.linha == pago.linha_digitavel]
        titulo.estado, titulo.valor_pago, titulo.pago_em = "pago", pago.valor, AMANHA
        retornos = m.escritorio.services.retornos
        retornos.apply(m.registros.plan_retorno(m.convenio, HOJE, AMANHA))
        depois = m.boleto(m.ids[0])
        assert (depois.situacao, depois.valor_pago, depois.data_pagamento) == (Situacao.BAIXADO, pago.valor, AMANHA)
        assert m.boleto(m.ids[1]).situacao is Situacao.EM_ABERTO


def test_sicoob_tells_that_a_title_was_paid_and_not_how_much_so_a_person_looks(tmp_path: Path) -> None:
    with mesa(tmp_path, "sicoob") as m:
        m.press()
        titulo = m.nucleo.titulos[0]
        titulo.estado, titulo.valor_pago, titulo.pago_em = "pago", titulo.valor, AMANHA
        plan = m.registros.plan_retorno(m.convenio, HOJE, AMANHA)
        assert (plan.tabs["baixas"], plan.tabs["conferir"]) == (0, 1)


@pytest.mark.parametrize("nome", NOMES)
def test_whatever_goes_wrong_with_the_first_call_the_title_is_there_once(tmp_path: Path, nome: str) -> None:
    faltas = (*REGISTRAR, "duplicado") if DIALETOS[nome].unico else REGISTRAR
    with mesa(tmp_path, nome, 17, registrar=1.0, seguidas=1, faltas_registrar=faltas, consultar=0.1) as m:
        for _ in range(6):
            if m.registros.plan(m.convenio).going:
                m.press()
        assert set(m.states()) <= {REGISTRADO, SEM_PIX}
        assert sorted(t.linha for t in m.nucleo.titulos) == sorted(m.boleto(row).linha_digitavel for row in m.ids)
        assert len(m.nucleo.titulos) == 17


# what a bank may answer otherwise ------------------------------------------------------------------------------------


def test_another_amount_in_the_answer_is_said_in_homologation_and_kept_from_print_in_production(tmp_path: Path) -> None:
    with mesa(tmp_path / "h", "sicoob", 1, registrar=1.0, faltas_registrar=("valor",)) as m:
        assert m.press() == [REGISTRADO]
        assert "R$ 101,00" in m.registro(m.ids[0]).mensagem
    with mesa(tmp_path / "p", "sicoob", 1, Ambiente.PRODUCAO, registrar=1.0, faltas_registrar=("valor",)) as m:
        antes = m.boleto(m.ids[0])
        assert m.press() == [REGISTRADO]
        registro, depois = m.registro(m.ids[0]), m.boleto(m.ids[0])
        assert registro.divergencias
        assert registro.falha is TipoFalha.DADOS
        assert "R$ 101,00" in registro.mensagem
        assert (depois.linha_digitavel, depois.valor) == (antes.linha_digitavel, antes.valor)
        assert "Confira antes de imprimir" in depois.no_banco_detalhe


def test_the_answer_of_another_title_gives_its_codes_to_nobody(tmp_path: Path) -> None:
    with mesa(tmp_path, "sicoob", 1, Ambiente.PRODUCAO) as m:
        m.press()
        m.banco.dialeto.sorteio = Sorteio(Plano(registrar=1.0, faltas_registrar=("trocada",)))
        (novo,) = [boleto.id for boleto in m.escritorio.boletos(1)]
        antes = m.boleto(novo)
        m.registros.run(m.registros.plan(m.convenio))
        depois = m.boleto(novo)
        assert m.registro(novo).divergencias
        assert depois.linha_digitavel == antes.linha_digitavel != m.boleto(m.ids[0]).linha_digitavel
        assert "Confira antes de imprimir" in depois.no_banco_detalhe
        assert len(m.nucleo.titulos) == 2


def test_a_title_that_the_bank_refuses_later_is_refused(tmp_path: Path) -> None:
    with mesa(tmp_path, "inter", 1, registrar=1.0, faltas_registrar=("nunca",)) as m:
        assert m.press() == [EstadoRegistro.REJEITADO]


def test_without_pix_the_boleto_is_registered_and_says_so(tmp_path: Path) -> None:
    with mesa(tmp_path, "bb", 1, registrar=1.0, faltas_registrar=("sem_pix",)) as m:
        assert m.press() == [SEM_PIX]
        assert m.boleto(m.ids[0]).pix == ""
        assert m.registro(m.ids[0]).sem_pix == "O campo data de expiração não é válido."


def test_another_title_under_our_number_stops_for_a_person_and_nothing_is_renumbered(tmp_path: Path) -> None:
    with mesa(tmp_path, "bb", 1) as m:
        numero = m.boleto(m.ids[0]).nosso_numero
        _occupy(m, numero)
        assert m.press() == [EstadoRegistro.CONFLITO]
        registro = m.registro(m.ids[0])
        assert registro.falha is TipoFalha.JA_REGISTRADO
        assert m.boleto(m.ids[0]).nosso_numero == numero
        assert [t.seu_numero for t in m.nucleo.titulos] == ["OUTRO"]
        with pytest.raises(RefusedError, match="Nenhum boleto a comunicar"):
            m.press()


def _occupy(m: Mesa, numero: str) -> None:
    """Let another program have registered another title under *numero*."""
    corpo = dict(EXEMPLOS["bb"].corpo) | {"numeroTituloCliente": f"000{numero}", "numeroTituloBeneficiario": "OUTRO"}
    feito = caller(m.banco.dialeto)("POST", EXEMPLOS["bb"].registrar, corpo)
    assert feito.status == 201, feito.corpo


def test_a_title_that_is_there_twice_stops_for_a_person(tmp_path: Path) -> None:
    with mesa(tmp_path, "asaas", 1, registrar=1.0, seguidas=1, faltas_registrar=("erro_depois",)) as m:
        original = m.banco.dialeto.save  # somebody else makes the same at the bank's site

        def twice(*argumentos: Any, **dados: Any) -> Any:
            feito = original(*argumentos, **dados)
            m.nucleo.titulos.append(replace(feito, id=f"{feito.id}-2"))
            return feito

        vars(m.banco.dialeto)["save"] = twice
        assert m.press() == [EstadoRegistro.CONFLITO]
        assert m.banco.calls("registrar") == 1


def test_a_late_title_is_found_within_the_grace_and_not_sent_again(tmp_path: Path) -> None:
    with mesa(tmp_path, "asaas", 3, registrar=1.0, seguidas=1, faltas_registrar=("tarde",), atraso=0.6) as m:
        assert set(m.press()) == {REGISTRADO}
        assert m.banco.calls("registrar") == 3


def test_wait_as_long_as_the_bank_says(tmp_path: Path) -> None:
    with NoProcesso(
        tmp_path, "sicoob", HOJE, plano=Plano(registrar=1.0, seguidas=1, faltas_registrar=("espera",), espera=2)
    ) as banco:
        m = Mesa(tmp_path, banco, "sicoob", 1, Ambiente.HOMOLOGACAO)
        assert m.press() == [REGISTRADO]
        primeira, segunda = [e for e in m.nucleo.eventos if e.classe == "registrar"]
        assert segunda.em - primeira.em >= 2
        m.escritorio.services.database.close()


def test_a_due_date_in_the_past_is_not_even_sent(tmp_path: Path) -> None:
    with mesa(tmp_path, "inter", 1) as m:
        velho = [boleto.id for boleto in m.escritorio.boletos(1, dias=-3)]
        plan = m.registros.plan(m.convenio, velho)
        assert [row.goes for row in plan.rows] == [False]
        assert "Venceu em 20/11/2026" in plan.rows[0].efeito
