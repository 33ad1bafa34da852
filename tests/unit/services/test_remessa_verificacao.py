"""Every remessa passes the checker before it may be saved; and a convênio on trial sends tests only."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from finbank_desktop.domain.cadastros import Conta, Endereco, Pessoa
from finbank_desktop.domain.convenios import Convenio, Homologacao
from finbank_desktop.domain.problems import RefusedError, Severity
from finbank_desktop.domain.remessas import Remessa, SituacaoRemessa
from finbank_desktop.services import confianca

FORA = Endereco(logradouro="Rua das Flores", numero="10", cidade="Curitiba", uf="XX", cep="80010000")


def stranger(escritorio: Any) -> Pessoa:
    """A pagador in a state that does not exist, as an import of years ago may have left one."""
    with escritorio.services.database.write() as uow:
        found: Pessoa = uow.pessoas.add(
            Pessoa(empresa_id=1, codigo="2", nome="Cliente de Outro Tempo", documento="11144477735", endereco=FORA)
        )
    return found


def test_a_title_the_bank_would_refuse_stays_out_and_says_why(escritorio: Any) -> None:
    escritorio.convenio("001-240")
    (bom,) = escritorio.boletos(100_00, qual="001-240")
    (ruim,) = escritorio.contas_receber(200_00, pessoa_id=stranger(escritorio).id)
    plan = escritorio.services.boletos.plan_emissao([ruim.id], convenio_id=escritorio.convenio("001-240").id)
    (outro,) = escritorio.services.boletos.apply(plan)
    found = escritorio.services.remessas.plan(escritorio.convenio("001-240").id)
    assert [row.boleto.id for row in found.going] == [bom.id]
    out = next(row for row in found.rows if row.boleto.id == outro.id)
    assert "pagador_uf" in out.efeito
    assert out.problems[-1].fix
    assert not [problem for problem in found.problems if problem.is_error]
    assert escritorio.services.remessas.apply(found, escritorio.folder).titulos == 1


# github.com/andersondanilo/CnabPHP/issues/79, eduardokum/laravel-boleto/issues/460: refused for its number, not above
# the last one the bank had taken.
def test_a_number_the_bank_has_seen_stops_the_remessa(escritorio: Any) -> None:
    convenio = escritorio.convenio("001-240")
    escritorio.boletos(100_00, qual="001-240")
    escritorio.remessa("001-240")
    escritorio.boletos(200_00, qual="001-240")
    with escritorio.services.database.write() as uow:
        atual = uow.convenios.get(convenio.id)
        uow.convenios.update(replace(atual, proxima_remessa=1))
    plan = escritorio.services.remessas.plan(convenio.id)
    assert [problem.field for problem in plan.problems if problem.is_error] == ["proxima_remessa"]
    with pytest.raises(RefusedError, match="não passa do último"):
        escritorio.services.remessas.apply(plan, escritorio.folder)


def test_the_number_of_a_cancelled_remessa_may_be_used_again(escritorio: Any) -> None:
    convenio, remessas = escritorio.convenio("001-240"), escritorio.services.remessas
    escritorio.boletos(100_00, qual="001-240")
    escritorio.remessa("001-240")
    remessas.cancelar(remessas.plan_cancelar(1))
    with escritorio.services.database.write() as uow:
        uow.convenios.update(replace(uow.convenios.get(convenio.id), proxima_remessa=1))
    assert not [problem for problem in remessas.plan(convenio.id).problems if problem.is_error]


def test_a_file_from_elsewhere_is_held_against_its_convenio(escritorio: Any, tmp_path: Path) -> None:
    escritorio.boletos(100_00, qual="001-240")
    ours = escritorio.remessa("001-240")
    check = escritorio.services.conferencia.check
    same = check(ours)
    assert (same.convenio, same.errors) == ("001-240", 0)
    other = tmp_path / "de-outro-programa.rem"
    other.write_bytes(ours.read_bytes().replace(b"NF1 ", b"NF9 "))
    found = check(other)
    assert [problem.field for problem in found.problems if problem.is_error] == ["proxima_remessa"]


def on_trial(escritorio: Any) -> tuple[Convenio, Remessa]:
    """A convênio in a format that one source knows, with a remessa."""
    with escritorio.services.database.write() as uow:
        conta = uow.contas.add(Conta(empresa_id=1, codigo="9", descricao="x", banco="047", agencia="1", conta="2"))
        convenio = uow.convenios.add(
            Convenio(
                empresa_id=1, codigo="9", descricao="x", conta_id=conta.id, banco="047", formato="240", carteira="1"
            )
        )
        remessa = uow.remessas.add(
            Remessa(
                empresa_id=1,
                convenio_id=convenio.id,
                sequencia=1,
                arquivo="CB.REM",
                sha256="0",
                gerada_em=datetime(2026, 11, 20, tzinfo=UTC),
                usuario="Ana",
                titulos=1,
                valor=1,
            )
        )
    return convenio, remessa


@pytest.mark.parametrize("estado", [Homologacao.PENDENTE, Homologacao.HOMOLOGANDO])
def test_a_remessa_on_trial_is_not_called_sent_before_the_bank_approved(escritorio: Any, estado: Homologacao) -> None:
    convenio, remessa = on_trial(escritorio)
    escritorio.services.homologacao.change(convenio.id, estado)
    with pytest.raises(RefusedError, match="uma fonte só") as refused:
        escritorio.services.remessas.mark_enviada(remessa.id)
    assert refused.value.code == "convenio_em_teste"
    escritorio.services.homologacao.mark(convenio.id, "aprovada")
    assert escritorio.services.remessas.mark_enviada(remessa.id).situacao is SituacaoRemessa.ENVIADA


def test_the_form_of_a_convenio_on_trial_says_so_until_it_is_active(escritorio: Any) -> None:
    convenio, _remessa = on_trial(escritorio)
    problems = escritorio.services.cadastros.problems_convenio
    found = [problem for problem in problems(convenio) if "uma fonte só" in problem.message]
    assert [(problem.field, problem.severity) for problem in found] == [("formato", Severity.WARNING)]
    ativo = replace(convenio, homologacao=Homologacao.ATIVA)
    assert not [problem for problem in problems(ativo) if "uma fonte só" in problem.message]


@pytest.mark.parametrize(("banco", "formato"), [("341", "400"), ("001", "240"), ("237", "400")])
def test_a_proven_format_needs_no_approval(escritorio: Any, banco: str, formato: str) -> None:
    assert confianca.problems(replace(escritorio.convenio(), banco=banco, formato=formato)) == []
