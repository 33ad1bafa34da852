"""A few made-up records, so that there is something to look at."""

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from finbank_desktop.domain.cadastros import Conta, Endereco, Pessoa
from finbank_desktop.domain.contas_receber import ContaReceber
from finbank_desktop.domain.convenios import Convenio

if TYPE_CHECKING:
    from finbank_desktop.services.catalog import Services


def sample(services: "Services", titulos: int = 3) -> None:
    """Enter a made-up customer, account, convênio and *titulos* contas a receber with their boletos."""
    empresa = int(services.cadastros.list_empresas().linhas[0]["id"])
    propria = services.cadastros.get_empresa(empresa)
    if not propria.documento:  # no bank takes a remessa without it
        services.cadastros.save_empresa(replace(propria, documento="11444777000161"))
    endereco = Endereco(
        logradouro="Rua das Acácias", numero="100", bairro="Centro", cidade="São Paulo", uf="SP", cep="01001000"
    )
    pessoa = services.cadastros.save_pessoa(
        Pessoa(
            empresa_id=empresa, codigo="", nome="Cliente Exemplo Ltda", documento="11222333000181", endereco=endereco
        )
    )
    conta = services.cadastros.save_conta(
        Conta(
            empresa_id=empresa,
            codigo="",
            descricao="Itaú matriz",
            banco="341",
            agencia="0057",
            conta="12345",
            conta_dv="7",
        )
    )
    convenio = services.cadastros.save_convenio(
        Convenio(
            empresa_id=empresa,
            codigo="",
            descricao="Itaú carteira 109",
            conta_id=conta.id,
            banco="341",
            formato="400",
            carteira="109",
        )
    )
    today = date.today()  # noqa: DTZ011 - a day as the user counts it
    ids = [
        services.contas_receber.save(
            ContaReceber(
                empresa_id=empresa,
                codigo="",
                pessoa_id=pessoa.id,
                convenio_id=convenio.id,
                documento=f"NF {number:04d}",
                emissao=today,
                vencimento=today + timedelta(days=10 + number),
                valor=10_000 + number,
            )
        ).id
        for number in range(1, titulos + 1)
    ]
    services.boletos.apply(services.boletos.plan_emissao(ids[: max(titulos - 1, 1)], None))
