"""Books of a made-up company with an account at one of the dialects' banks, and boletos to be registered there."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, Final, Protocol

from finbank_desktop import wiring
from finbank_desktop.domain.boletos import Boleto
from finbank_desktop.domain.cadastros import Conta, Empresa, Endereco, Pessoa
from finbank_desktop.domain.contas_receber import ContaReceber
from finbank_desktop.domain.convenios import Convenio
from finbank_desktop.domain.registro import Ambiente, ContaApi, TituloRegistro
from finbank_desktop.gateway import adaptadores
from finbank_desktop.gateway.port import Adaptador
from finbank_desktop.persistence.database import Database
from finbank_desktop.services.credentials import Credentials
from finbank_desktop.services.registros.modelo import Tempos
from finbank_desktop.services.registros.service import RegistrosService
from tests.banco_de_provas.autoridade import CNPJ_DA_EMPRESA, SENHA_PFX, Certificado
from tests.banco_de_provas.dialetos import asaas, bb, itau, kobana, santander, sicoob, sicredi
from tests.banco_de_provas.dialetos.base import Dialeto
from tests.banco_de_provas.dialetos.chamadas import CHAVE_API, CLIENT_ID, CLIENT_SECRET
from tests.correio import cpf

HOJE = date(2026, 11, 23)
ENDERECO = Endereco(
    logradouro="Rua das Acácias", numero="1", bairro="Centro", cidade="São Paulo", uf="SP", cep="01001000"
)
_CLIENTE = {"client_id": CLIENT_ID}
_SEGREDO = {"client_secret": CLIENT_SECRET}


DEPRESSA: Final = Tempos(
    carencia=timedelta(seconds=1.2),
    entre_ausencias=timedelta(seconds=0.2),
    primeira_consulta=timedelta(seconds=0.02),
    aceito=timedelta(seconds=0.1),
    indeterminada=timedelta(seconds=0.1),
    ler=0.5,
    tudo=3.0,
    quedas=50,
)
"""For a bank on the same computer, whose late titles are seen after 0.4 s."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Acesso:
    """How the company stands at one bank: account, convênio, and what the program is told of the API."""

    conta: Mapping[str, Any]
    convenio: Mapping[str, Any]
    parametros: Mapping[str, str] = field(default_factory=dict)
    segredos: Mapping[str, str] = field(default_factory=dict)


ACESSOS: Final[Mapping[str, Acesso]] = {
    "inter": Acesso(
        conta={"banco": "077", "agencia": "0001", "conta": "1234567", "conta_dv": "8"},
        convenio={"carteira": "110", "extras": {"operacao": "1234567"}},
        parametros=_CLIENTE,
        segredos=_SEGREDO,
    ),
    "sicoob": Acesso(
        conta={"banco": "756", "agencia": sicoob.COOPERATIVA, "conta": "12345", "conta_dv": "6"},
        convenio={"codigo_beneficiario": sicoob.CLIENTE, "carteira": "1", "modalidade": "01"},
        parametros={**_CLIENTE, "numero_cliente": sicoob.CLIENTE},
    ),
    "asaas": Acesso(
        conta={"banco": "461", "agencia": "0001", "conta": "12345", "conta_dv": "6"},
        convenio={"carteira": "01"},
        segredos={"api_key": asaas.CHAVE},
    ),
    "bb": Acesso(
        conta={"banco": "001", "agencia": "0452", "agencia_dv": "9", "conta": "123873", "conta_dv": "5"},
        convenio={"convenio": str(bb.CONVENIO), "carteira": str(bb.CARTEIRA), "variacao": "035"},
        parametros={**_CLIENTE, "agencia": "452", "conta": "123873"},
        segredos={**_SEGREDO, "app_key": CHAVE_API},
    ),
    "sicredi": Acesso(
        conta={"banco": "748", "agencia": sicredi.COOPERATIVA, "conta": "12345", "conta_dv": "6"},
        convenio={
            "codigo_beneficiario": sicredi.BENEFICIARIO,
            "carteira": "1",
            "especie": "DMI",
            "extras": {"posto": sicredi.POSTO},
            "nosso_numero_fim": 99_999,
        },
        parametros={
            "cooperativa": sicredi.COOPERATIVA,
            "posto": sicredi.POSTO,
            "codigo_beneficiario": sicredi.BENEFICIARIO,
        },
        segredos={"api_key": CHAVE_API, "codigo_acesso": sicredi.SENHA},
    ),
    "santander": Acesso(
        conta={"banco": "033", "agencia": "1234", "conta": "13000123", "conta_dv": "4"},
        convenio={
            "codigo_beneficiario": santander.COVENANT,
            "carteira": "101",
            "extras": {"codigo_transmissao": "123400001234567"},
            "pix_chave": CNPJ_DA_EMPRESA,
        },
        parametros={**_CLIENTE, "workspace": santander.WORKSPACE, "covenant_code": santander.COVENANT},
        segredos=_SEGREDO,
    ),
    "itau": Acesso(
        conta={"banco": "341", "agencia": itau.AGENCIA, "conta": itau.CONTA[-5:], "conta_dv": itau.DAC},
        convenio={"carteira": "109", "pix_chave": CNPJ_DA_EMPRESA},
        parametros={**_CLIENTE, "id_beneficiario": itau.BENEFICIARIO},
        segredos=_SEGREDO,
    ),
    "kobana": Acesso(
        conta={"banco": "756", "agencia": sicoob.COOPERATIVA, "conta": "12345", "conta_dv": "6"},
        convenio={"codigo_beneficiario": sicoob.CLIENTE, "carteira": "1", "modalidade": "01"},
        parametros={"carteira_id": str(kobana.CARTEIRA)},
        segredos={"api_token": CHAVE_API},
    ),
}


class Lugar(Protocol):
    """Where a bank of `ACESSOS` listens, and who signs for it."""

    endereco: str
    ca: Path
    cliente: Certificado
    tipo: type[Dialeto]


def build_registros(
    database: Database, senhas: Credentials, adaptador: Adaptador, ca: Path, tempos: Tempos, trabalhos: int
) -> RegistrosService:
    """Return the service on *database* for one adapter, with its bank's published pace left out."""
    adaptador.capacidades = replace(adaptador.capacidades, ritmos={}, simultaneas=trabalhos)
    return RegistrosService(
        database,
        senhas,
        {adaptador.nome: adaptador},
        usuario="ana",
        agora=lambda: datetime.combine(HOJE, datetime.now().astimezone().timetz()),
        tempos=tempos,
        autoridade=ca,
    )


class Escritorio:
    """Books on disk with one convênio at the bank of *dialeto* and some customers."""

    def __init__(
        self,
        folder: Path,
        dialeto: str,
        *,
        clientes: int = 3,
        com_pix: bool = True,
        ambiente: Ambiente = Ambiente.HOMOLOGACAO,
    ) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.path, self.dialeto, self.acesso = folder / "livros.db", dialeto, ACESSOS[dialeto]
        self.ambiente, self._feitas = ambiente, 0
        self.com_pix, self.senhas = com_pix, Credentials(pasta=folder / "cofre")
        self.services = wiring.build(str(self.path), usuario="ana", hoje=lambda: HOJE)
        cadastros = self.services.cadastros
        self.empresa = cadastros.save_empresa(
            Empresa(
                id=1,
                versao=cadastros.get_empresa(1).versao,
                codigo="001",
                razao_social="Empresa Exemplo de Serviços Ltda",
                documento=CNPJ_DA_EMPRESA,
                endereco=ENDERECO,
            )
        )
        self.conta = cadastros.save_conta(Conta(empresa_id=1, codigo="", descricao="Conta", **self.acesso.conta))
        dados: dict[str, Any] = {"formato": "400", **self.acesso.convenio}
        self.convenio = cadastros.save_convenio(
            Convenio(
                empresa_id=1,
                codigo="",
                descricao="Cobrança por API",
                conta_id=self.conta.id,
                banco=self.conta.banco,
                **dados,
            )
        )
        self.pessoas = [
            cadastros.save_pessoa(
                Pessoa(
                    empresa_id=1,
                    codigo="",
                    nome=f"Associação Fictícia nº {numero}",
                    documento=cpf(numero),
                    endereco=ENDERECO,
                    email=f"cliente{numero}@exemplo.com.br",
                )
            )
            for numero in range(1, clientes + 1)
        ]

    def conta_api(self, endereco: str) -> ContaApi:
        """Return the access to the bank that listens at *endereco*."""
        parametros = {**self.acesso.parametros, "pix": "sim" if self.com_pix else "não"}
        return ContaApi(
            empresa_id=1,
            convenio_id=self.convenio.id,
            adaptador=self.dialeto,
            ambiente=self.ambiente,
            parametros=parametros,
            base=endereco,
        )

    def registros(
        self, banco: Lugar, *, adaptador: Adaptador | None = None, tempos: Tempos = DEPRESSA, trabalhos: int = 4
    ) -> RegistrosService:
        """Return the service that registers at *banco*, its account set up, with the bank's published pace left out.

        Args:
            banco: Where it listens.
            adaptador: In place of the program's own.
            tempos: How long to wait for what.
            trabalhos: Calls at the same time.
        """
        adaptador = adaptador or type(adaptadores.adaptador(self.dialeto))()
        feito = build_registros(self.services.database, self.senhas, adaptador, banco.ca, tempos, trabalhos)
        antes = feito.contas.of_convenio(self.convenio.id)
        nova = self.conta_api(banco.endereco)
        if antes is not None:
            nova = replace(nova, id=antes.conta.id, versao=antes.conta.versao, cofre=antes.conta.cofre)
        conta = feito.contas.save(nova, self.acesso.segredos)
        if banco.tipo.mtls:
            assert banco.cliente.pfx is not None
            feito.contas.keep_certificate(conta, feito.contas.open_certificate(banco.cliente.pfx, SENHA_PFX))
        return feito

    def boletos(self, quantos: int | None = None, *, dias: int = 28) -> list[Boleto]:
        """Make boletos, for each customer in turn, of amounts that all differ."""
        dadas = [
            ContaReceber(
                empresa_id=1,
                codigo=f"{self._feitas + numero + 1:06d}",
                pessoa_id=self.pessoas[numero % len(self.pessoas)].id,
                convenio_id=self.convenio.id,
                documento=f"NF{numero:05d}",
                emissao=HOJE,
                vencimento=HOJE + timedelta(days=dias),
                valor=10_000 + numero,
            )
            for numero in range(len(self.pessoas) if quantos is None else quantos)
        ]
        with self.services.database.write() as uow:
            contas = uow.contas_receber.add_many(dadas)
        self._feitas += len(contas)
        plan = self.services.boletos.plan_emissao([conta.id for conta in contas])
        return list(self.services.boletos.apply(plan))

    def titulo(self, boleto: Boleto) -> TituloRegistro:
        """Return all that the registration of *boleto* is written from."""
        pagador = next(pessoa for pessoa in self.pessoas if pessoa.id == boleto.pessoa_id)
        return TituloRegistro(
            chave=f"{boleto.id:06d}ABCDEFGHI",
            boleto=boleto,
            convenio=self.convenio,
            conta=self.conta,
            empresa=self.empresa,
            pagador=pagador,
            com_pix=self.com_pix,
            dia=HOJE,
        )
