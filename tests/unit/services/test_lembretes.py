"""The régua on a real calendar: 20/11/2026 (Friday) is a bank holiday, HOJE is Monday the 23rd."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from finbank_desktop.domain.boletos import NoBanco
from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.domain.regua import PassoRegua, Regua, due_step
from finbank_desktop.services.lembretes import SUGESTAO
from tests.correio import Escritorio, Servidor

PASSOS = (-3, 0, 3)


@pytest.fixture
def escritorio(tmp_path: Path) -> Iterator[Escritorio]:
    feito = Escritorio(tmp_path)
    feito.services.lembretes.save_regua(Regua(empresa_id=1, passos=SUGESTAO))
    yield feito
    feito.services.database.close()


# vencimento, hoje, step; reckoned by hand on B3's calendar
@pytest.mark.parametrize(
    ("vencimento", "hoje", "passo"),
    [
        (date(2026, 11, 26), date(2026, 11, 23), -3),  # Thursday: Wednesday, Tuesday, Monday
        (date(2026, 11, 27), date(2026, 11, 23), None),
        (date(2026, 11, 25), date(2026, 11, 19), -3),  # Tuesday, Monday, and over the holiday to Thursday
        (date(2026, 11, 22), date(2026, 11, 23), 0),  # a Sunday is due on Monday
        (date(2026, 11, 20), date(2026, 11, 23), 0),  # so is the holiday
        (date(2026, 11, 18), date(2026, 11, 24), 3),  # Thursday, Monday, Tuesday
        (date(2026, 11, 26), date(2026, 11, 25), -3),  # the program was not opened for two days
        (date(2026, 10, 1), date(2026, 11, 23), None),  # an old debt is not reminded of out of nowhere
    ],
)
def test_a_step_is_counted_in_business_days(vencimento: date, hoje: date, passo: int | None) -> None:
    assert due_step(vencimento, PASSOS, hoje) == passo


def test_today_brings_who_is_due_today_and_nobody_twice(escritorio: Escritorio) -> None:
    escritorio.boletos(dias=3)
    escritorio.boletos(dias=0)
    escritorio.boletos(dias=30)
    plan = escritorio.services.lembretes.plan_hoje(1)
    assert [row.motivo for row in plan.rows] == ["lembrete:-3"] * 3 + ["lembrete:+0"] * 3
    assert "vence em 3 dias, em 26/11/2026" in plan.rows[0].texto
    assert "vence hoje" in plan.rows[3].assunto
    with Servidor() as servidor:
        escritorio.conta_email(servidor.porta)
        escritorio.services.envios.apply(plan)
        assert escritorio.services.lembretes.plan_hoje(1).rows == ()
        assert escritorio.services.envios.run(1).enviados == 6
        assert escritorio.services.lembretes.plan_hoje(1).rows == ()
    assert len(servidor.caixa) == 6


def test_a_reminder_that_waited_past_its_day_is_not_sent(escritorio: Escritorio) -> None:
    escritorio.boletos(dias=0)
    with Servidor() as servidor:
        escritorio.conta_email(servidor.porta)
        escritorio.services.envios.apply(escritorio.services.lembretes.plan_hoje(1))
        escritorio.dia += timedelta(days=1)
        resultado = escritorio.services.envios.run(1)
    assert (resultado.enviados, resultado.cancelados, servidor.caixa) == (0, 3, [])


def test_only_registered_boletos_are_reminded_of(escritorio: Escritorio) -> None:
    escritorio.boletos(dias=0, no_banco=NoBanco.NAO_ENVIADO)
    assert escritorio.services.lembretes.plan_hoje(1).rows == ()


def test_on_a_day_without_banks_nobody_is_reminded(escritorio: Escritorio) -> None:
    escritorio.boletos(dias=0)
    escritorio.dia = date(2026, 11, 28)
    assert escritorio.services.lembretes.plan_hoje(1).rows == ()


def test_a_customer_may_have_fewer_steps_or_none(escritorio: Escritorio) -> None:
    lembretes = escritorio.services.lembretes
    escritorio.boletos(dias=3)
    primeiro, segundo, terceiro = (pessoa.id for pessoa in escritorio.pessoas)
    lembretes.save_excecao(1, primeiro, ())
    lembretes.save_excecao(1, segundo, (0,), "só no dia")
    assert [row.pessoa_id for row in lembretes.plan_hoje(1).rows] == [terceiro]
    assert lembretes.excecoes(1)[segundo][1].motivo == "só no dia"
    lembretes.save_excecao(1, primeiro, None)
    assert [row.pessoa_id for row in lembretes.plan_hoje(1).rows] == [primeiro, terceiro]


@pytest.mark.parametrize(
    "passos",
    [
        (PassoRegua(dias=0, modelo="Vence hoje"), PassoRegua(dias=0, modelo="Vence hoje")),
        (PassoRegua(dias=61, modelo="Vence hoje"),),
        (PassoRegua(dias=1, modelo="Não existe"),),
    ],
)
def test_a_wrong_regua_is_refused(escritorio: Escritorio, passos: tuple[PassoRegua, ...]) -> None:
    antes = escritorio.services.lembretes.regua(1)
    with pytest.raises(RefusedError):
        escritorio.services.lembretes.save_regua(Regua(id=antes.id, versao=antes.versao, empresa_id=1, passos=passos))
    assert escritorio.services.lembretes.regua(1) == antes
