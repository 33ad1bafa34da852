"""An office that registers its boletos by a bank's API, at the bank of the tests."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.cadastros import Conta, Endereco, Pessoa
from finbank_desktop.domain.contas_receber import ContaReceber
from finbank_desktop.domain.convenios import Convenio
from finbank_desktop.domain.registro import Ambiente, ContaApi, EstadoRegistro
from finbank_desktop.gateway import adaptadores
from finbank_desktop.gateway.port import Adaptador
from finbank_desktop.services.credentials import Credentials
from finbank_desktop.services.registros.modelo import ResultadoRodada, Tempos
from finbank_desktop.services.registros.service import RegistrosService
from finbank_desktop.wiring import build
from tests.banco_de_provas.autoridade import CNPJ_DA_EMPRESA, SENHA_PFX, Certificado
from tests.banco_de_provas.dialetos import asaas, sicoob
from tests.banco_de_provas.dialetos.base import CLIENT_ID, CLIENT_SECRET

ENDERECO = Endereco(
    logradouro="Rua das Flores", numero="10", bairro="Centro", cidade="Curitiba", uf="PR", cep="80010000"
)
PAGADOR = "52998224725"
RAPIDOS = Tempos(
    carencia=timedelta(seconds=0.9),
    entre_ausencias=timedelta(seconds=0.2),
    primeira_consulta=timedelta(0),
    aceito=timedelta(seconds=0.05),
    vezes_aceito=10,
    indeterminada=timedelta(seconds=0.05),
    vezes_indeterminada=12,
    paciencia=timedelta(seconds=60),
    envios=6,
    ler=0.6,
    tudo=3.0,
)
"""Seconds where a bank needs minutes: this one shows what it saved within half a second."""
_CONVENIOS: dict[str, dict[str, Any]] = {
    "inter": {"banco": "077", "formato": "400", "carteira": "112", "extras": {"operacao": "1234567"}},
    "sicoob": {
        "banco": "756",
        "formato": "240",
        "carteira": "1",
        "modalidade": "01",
        "codigo_beneficiario": sicoob.CLIENTE,
    },
    "asaas": {"banco": "461", "formato": "400", "carteira": "01"},
}
_PARAMETROS: dict[str, dict[str, str]] = {
    "inter": {"client_id": CLIENT_ID},
    "sicoob": {"client_id": CLIENT_ID, "numero_cliente": sicoob.CLIENTE},
    "asaas": {},
}
_SEGREDOS: dict[str, dict[str, str]] = {
    "inter": {"client_secret": CLIENT_SECRET},
    "sicoob": {},
    "asaas": {"api_key": asaas.CHAVE},
}


def adapters(*, ritmo: bool = False) -> dict[str, Adaptador]:
    """Return the program's adapters; without *ritmo* they go as fast as they can."""
    achados = {}
    for classe in {type(each) for each in adaptadores.todos()}:
        novo = classe()
        if not ritmo:
            novo.capacidades = replace(novo.capacidades, ritmos={})
        achados[novo.nome] = novo
    return achados


class Escritorio:
    """Books with one convênio whose boletos go to the bank at *endereco*."""

    def __init__(
        self,
        folder: Path,
        adaptador: str,
        endereco: str,
        autoridade: Path,
        certificado: Certificado | None = None,
        *,
        hoje: date,
        ambiente: Ambiente = Ambiente.PRODUCAO,
        tempos: Tempos = RAPIDOS,
        credentials: Credentials | None = None,
        apis: dict[str, Adaptador] | None = None,
    ) -> None:
        self.path, self.hoje, self.adaptador = folder / "livros.db", hoje, adaptador
        self.credentials = credentials or Credentials(pasta=folder / "cofre")
        self.services = build(str(self.path), usuario="Ana", hoje=lambda: hoje)
        self.registros = RegistrosService(
            self.services.database,
            self.credentials,
            apis or adapters(),
            usuario="Ana",
            agora=self.services.registros._agora,
            tempos=tempos,
            autoridade=autoridade,
        )
        self.services = replace(self.services, registros=self.registros)
        self.convenio = self._convenio()
        self.conta = self._conta(endereco, ambiente, certificado)

    def close(self) -> None:
        self.services.database.close()

    def _convenio(self) -> Convenio:
        with self.services.database.write() as uow:
            if feitos := uow.convenios.all():
                return feitos[0]
            uow.empresas.update(
                replace(
                    uow.empresas.get(1),
                    razao_social="Empresa Exemplo de Servicos Ltda",
                    documento=CNPJ_DA_EMPRESA,
                    endereco=ENDERECO,
                )
            )
            uow.pessoas.add(
                Pessoa(
                    empresa_id=1,
                    codigo="1",
                    nome="Cliente Exemplo",
                    documento=PAGADOR,
                    endereco=ENDERECO,
                    email="cliente@exemplo.com.br",
                )
            )
            campos = _CONVENIOS[self.adaptador]
            conta = uow.contas.add(
                Conta(
                    empresa_id=1,
                    codigo="1",
                    descricao="Conta",
                    banco=campos["banco"],
                    agencia=sicoob.COOPERATIVA,
                    conta="12345",
                    conta_dv="6",
                )
            )
            padroes = {"empresa_id": 1, "codigo": "1", "descricao": "Cobrança por API", "conta_id": conta.id}
            return uow.convenios.add(Convenio(**padroes | campos))

    def _conta(self, endereco: str, ambiente: Ambiente, certificado: Certificado | None) -> ContaApi:
        existente = self.registros.contas.of_convenio(self.convenio.id)
        if existente is not None:
            return existente.conta
        conta = self.registros.contas.save(
            ContaApi(
                convenio_id=self.convenio.id,
                adaptador=self.adaptador,
                ambiente=ambiente,
                parametros=_PARAMETROS[self.adaptador],
                base=endereco,
            ),
            _SEGREDOS[self.adaptador],
        )
        if certificado is not None:
            assert certificado.pfx is not None
            aberto = self.registros.contas.open_certificate(certificado.pfx, SENHA_PFX)
            conta = self.registros.contas.keep_certificate(conta, aberto)
        return conta

    def boletos(self, quantos: int, valor: int = 100_00, dias: int = 20) -> list[Boleto]:
        """Emit boletos, of R$ 100,00 and a centavo more each."""
        with self.services.database.write() as uow:
            antes = len(uow.contas_receber.codigos(1))
            contas = uow.contas_receber.add_many(
                [
                    ContaReceber(
                        empresa_id=1,
                        pessoa_id=1,
                        codigo=f"{n}",
                        documento=f"NF{n}",
                        emissao=self.hoje,
                        vencimento=self.hoje + timedelta(days=dias),
                        valor=valor + n,
                    )
                    for n in range(antes + 1, antes + quantos + 1)
                ]
            )
        plan = self.services.boletos.plan_emissao([c.id for c in contas], convenio_id=self.convenio.id)
        return list(self.services.boletos.apply(plan))

    def comunicar(self, ids: Sequence[int] | None = None, **mais: Any) -> ResultadoRodada:
        """Plan and run."""
        plan = self.registros.plan(self.convenio.id, ids)
        assert not [p for p in plan.problems if p.is_error], plan.problems
        return self.registros.run(plan, **mais)

    def boleto(self, row: int) -> Boleto:
        """Return a boleto as it is now."""
        with self.services.database.read() as uow:
            return uow.boletos.get(row)

    def chaves(self, *estados: EstadoRegistro) -> dict[str, Boleto]:
        """Return by key the boletos whose registration stands so."""
        with self.services.database.read() as uow:
            achados = uow.registros.in_states(estados or tuple(EstadoRegistro))
            boletos = uow.boletos.get_many(um.boleto_id for um in achados)
        return {um.chave: boletos[um.boleto_id] for um in achados}
