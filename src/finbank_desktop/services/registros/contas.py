"""The accounts at the banks' APIs: which bank, which environment, which secrets, and whether they serve."""

import os
import secrets as chance
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from finbank_desktop.domain.cadastros import Empresa
from finbank_desktop.domain.convenios import Convenio
from finbank_desktop.domain.documentos import TAMANHO_CNPJ, compact
from finbank_desktop.domain.problems import OutsideError, Problem, RefusedError, Severity
from finbank_desktop.domain.registro import Ambiente, CertificadoApi, ContaApi
from finbank_desktop.gateway import enderecos
from finbank_desktop.gateway.falhas import ChamadaError
from finbank_desktop.gateway.port import Adaptador, Campo, ChaveCertificado, Numeracao
from finbank_desktop.gateway.ritmo import Relogio
from finbank_desktop.persistence.database import Database
from finbank_desktop.persistence.unit_of_work import UnitOfWork
from finbank_desktop.services import certificados
from finbank_desktop.services.credentials import Credentials, Guarda
from finbank_desktop.services.registros.modelo import Tempos

if TYPE_CHECKING:
    from finbank_desktop.gateway.runner import Canal

AVISO = timedelta(days=30)
"""How long before its end a certificate is spoken of."""
VARIAVEL = "FINBANK_SEGREDO_"
"""A secret may stand in the environment under this and its name in capitals, for scheduled tasks."""
_CERTIFICADO = "certificado"
_COFRE_CERTIFICADO, _COFRE_CHAVE = "pem_certificado", "pem_chave"
"""Under which names both are kept; no field of an adapter can be called so."""
_RAIZ_CNPJ = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class AdaptadorInfo:
    """One bank's API, for a form.

    Attributes:
        nome: Its key.
        banco: Three digits; empty where it serves several.
        mtls: Whether a certificate is needed.
        numera: Whether the bank gives the nosso número.
        confianca: ``contrato`` or ``documentacao``.
        ambientes: Those it has.
    """

    nome: str
    titulo: str
    banco: str
    campos: tuple[Campo, ...]
    ambientes: tuple[Ambiente, ...]
    mtls: bool
    numera: bool
    pix: bool
    pdf: bool
    lista: bool
    consulta: bool
    confianca: str
    fonte: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ContaApiInfo:
    """One account as it is shown.

    Attributes:
        segredos: Names of the secrets that are kept, never they themselves.
        problems: What keeps it from being used (errors), what to mind (warnings).
        dias: Days the certificate has left; ``None`` without one.
    """

    conta: ContaApi
    titulo: str
    convenio: Convenio
    segredos: frozenset[str]
    problems: tuple[Problem, ...]
    dias: int | None = None


class ContasApiService:
    """What a person can ask about accounts at banks' APIs."""

    def __init__(
        self,
        database: Database,
        credentials: Credentials,
        adaptadores: Mapping[str, Adaptador],
        *,
        agora: Callable[[], datetime],
        tempos: Tempos,
        autoridade: Path | None = None,
    ) -> None:
        """Work on *database*; *autoridade* is a further authority to believe, of tests."""
        self._database, self._credentials, self._adaptadores = database, credentials, adaptadores
        self._agora, self._tempos, self._autoridade = agora, tempos, autoridade

    # --- looking

    def adaptadores(self, banco: str = "") -> Sequence[AdaptadorInfo]:
        """Return the APIs there are, by title; only those that serve *banco* when one is named."""
        achados = [a for a in self._adaptadores.values() if banco in ("", a.banco) or not a.banco]
        return [_info(a) for a in sorted(achados, key=lambda a: a.titulo)]

    def list(self, empresa_id: int | None = None) -> Sequence[ContaApiInfo]:
        """Return the accounts, of one empresa or of all."""
        with self._database.read() as uow:
            contas = uow.contas_api.all(empresa_id)
            convenios = uow.convenios.get_many(conta.convenio_id for conta in contas)
            empresas = uow.empresas.get_many(conta.empresa_id for conta in contas)
        return [self._shown(conta, convenios[conta.convenio_id], empresas[conta.empresa_id]) for conta in contas]

    def of_convenio(self, convenio_id: int) -> ContaApiInfo | None:
        """Return a convênio's account, active or not; ``None`` without one."""
        with self._database.read() as uow:
            conta = uow.contas_api.of_convenio(convenio_id)
            if conta is None:
                return None
            convenio, empresa = uow.convenios.get(convenio_id), uow.empresas.get(conta.empresa_id)
        return self._shown(conta, convenio, empresa)

    def vencendo(self) -> Sequence[ContaApiInfo]:
        """Return the active accounts whose certificate ends within thirty days, or has ended."""
        return [um for um in self.list() if um.conta.ativa and um.dias is not None and um.dias <= AVISO.days]

    def guarda(self) -> Guarda:
        """Return where secrets are put now."""
        return self._credentials.where()

    @property
    def needs_master(self) -> bool:
        """Whether secrets lie behind a master password that nobody has given yet."""
        return self._credentials.has_master and self._credentials.where() is Guarda.SESSAO

    def open_master(self, senha: str) -> bool:
        """Open the vault by the master password, chosen now where there was none; return whether it was the right one.

        Raises:
            OutsideError: The vault's folder cannot be used.
        """
        try:
            return self._credentials.open_master(senha)
        except (OSError, ValueError, KeyError) as error:
            mensagem = "A pasta dos segredos não pôde ser usada; confira o disco e as permissões."
            raise OutsideError("cofre_inacessivel", mensagem) from error

    def inform(self, conta: ContaApi, nome: str, segredo: str) -> Guarda:
        """Keep one secret of an account and return where."""
        return self._credentials.keep(_name(conta, nome), segredo)

    def adaptador(self, conta: ContaApi) -> Adaptador:
        """Return an account's adapter.

        Raises:
            RefusedError: This program has none of that name.
        """
        achado = self._adaptadores.get(conta.adaptador)
        if achado is None:
            mensagem = f"Este programa não tem a API “{conta.adaptador}”; escolha outra na conta de API do convênio."
            raise RefusedError("adaptador_desconhecido", mensagem, "adaptador")
        return achado

    def problems(self, conta: ContaApi, empresa: Empresa) -> Sequence[Problem]:
        """Return what keeps an account from being used, and what to mind."""
        adaptador = self._adaptadores.get(conta.adaptador)
        if adaptador is None:
            return [Problem(message=f"Este programa não tem a API “{conta.adaptador}”.", field="adaptador")]
        problems = []
        if not conta.ativa:
            fix = "Ative-a no cadastro para que o convênio vá por API."
            problems.append(Problem(message="A conta de API deste convênio está inativa.", fix=fix, field="ativa"))
        if not adaptador.hosts.get(conta.ambiente):
            problems.append(Problem(message=f"{adaptador.titulo} não tem este ambiente.", field="ambiente"))
        for campo in adaptador.campos:
            falta = not (self._secret(conta, campo.nome) if campo.segredo else conta.parametros.get(campo.nome))
            if campo.obrigatorio and falta:
                fix = "Complete a conta de API do convênio."
                problems.append(Problem(message=f"Falta: {campo.titulo}.", fix=fix, field=campo.nome))
        if adaptador.capacidades.mtls:
            problems += _certificate_problems(conta.certificado, empresa, self._agora().date())
            if conta.certificado and not self._secret(conta, _COFRE_CHAVE):
                fix = "Escolha o arquivo do certificado outra vez."
                problems.append(
                    Problem(message="O certificado não está guardado neste computador.", fix=fix, field=_CERTIFICADO)
                )
        return problems

    # --- changing

    def save(self, conta: ContaApi, segredos: Mapping[str, str] | None = None) -> ContaApi:
        """Keep an account, and *segredos* by name; those that are not named stay, an empty one is forgotten.

        Raises:
            RefusedError: The adapter is unknown, the convênio is another bank's, or titles of it are under way by file.
        """
        adaptador = self.adaptador(conta)
        if conta.base:
            enderecos.check_base(conta.base)
        numera = adaptador.capacidades.numeracao is Numeracao.BANCO
        conta = replace(conta, cofre=conta.cofre or chance.token_hex(8), numera=numera)
        with self._database.write() as uow:
            convenio = uow.convenios.get(conta.convenio_id)
            conta = replace(conta, empresa_id=convenio.empresa_id)
            _check_change(uow, conta, convenio, adaptador)
            feita = uow.contas_api.update(conta) if conta.id else uow.contas_api.add(conta)
        secretos = {campo.nome for campo in adaptador.campos if campo.segredo}
        for nome, segredo in (segredos or {}).items():
            if nome not in secretos:
                raise RefusedError("segredo_desconhecido", f"{adaptador.titulo} não pede “{nome}”.", nome)
            self._keep(feita, nome, segredo)
        return feita

    def open_certificate(self, path: Path, senha: str) -> certificados.Certificado:
        """Return what is in a .pfx, .p12 or .pem, for showing; nothing is kept.

        Raises:
            RefusedError: It does not open, or holds no key.
            OutsideError: It cannot be read.
        """
        return certificados.open_file(path, senha)

    def keep_certificate(self, conta: ContaApi, certificado: certificados.Certificado) -> ContaApi:
        """Keep an opened certificate for an account; its bytes go into the vault, encrypted.

        Raises:
            RefusedError: It is another company's, or has ended.
        """
        with self._database.read() as uow:
            empresa = uow.empresas.get(conta.empresa_id)
        erros = _certificate_problems(certificado.publico, empresa, self._agora().date())
        erro = next((each for each in erros if each.is_error), None)
        if erro:
            raise RefusedError("certificado_nao_serve", f"{erro.message} {erro.fix}".strip(), _CERTIFICADO)
        self._keep(conta, _COFRE_CERTIFICADO, certificado.chave.certificado.decode())
        self._keep(conta, _COFRE_CHAVE, certificado.chave.chave.decode())
        with self._database.write() as uow:
            return uow.contas_api.update(replace(conta, certificado=certificado.publico))

    def testar(self, conta_id: int) -> None:
        """Prove keys, certificate and permissions at the bank by a harmless call.

        Raises:
            RefusedError: Something is missing, or the bank does not let us in; one sentence.
            OutsideError: The bank does not answer.
        """
        with self._database.read() as uow:
            conta = uow.contas_api.get(conta_id)
            empresa = uow.empresas.get(conta.empresa_id)
        erro = next((p for p in self.problems(conta, empresa) if p.is_error and p.field != "ativa"), None)
        if erro:
            raise RefusedError("conta_incompleta", f"{erro.message} {erro.fix}".strip(), erro.field or "")
        canal = self.canal(conta)
        try:
            check(canal)
        finally:
            canal.fechar()

    def canal(self, conta: ContaApi, relogio: Relogio | None = None) -> "Canal":
        """Return the way to an account's bank; to be closed after use.

        Raises:
            RefusedError: The certificate cannot be used.
        """
        from finbank_desktop.gateway.runner import Canal  # noqa: PLC0415 - the network is loaded only when it is used

        adaptador = self.adaptador(conta)
        segredos = {c.nome: self._secret(conta, c.nome) for c in adaptador.campos if c.segredo}
        certificado = None
        if adaptador.capacidades.mtls and conta.certificado is not None:
            certificado = ChaveCertificado(
                certificado=self._secret(conta, _COFRE_CERTIFICADO).encode(),
                chave=self._secret(conta, _COFRE_CHAVE).encode(),
            )
        return Canal(
            adaptador,
            conta,
            segredos,
            certificado,
            autoridade=self._autoridade,
            relogio=relogio,
            ler=self._tempos.ler,
            tudo=self._tempos.tudo,
        )

    # --- secrets

    def _secret(self, conta: ContaApi, nome: str) -> str:
        return os.environ.get(f"{VARIAVEL}{nome.upper()}", "") or self._credentials.find(_name(conta, nome))

    def _keep(self, conta: ContaApi, nome: str, segredo: str) -> None:
        if segredo:
            self._credentials.keep(_name(conta, nome), segredo)
        else:
            self._credentials.forget(_name(conta, nome))

    def _shown(self, conta: ContaApi, convenio: Convenio, empresa: Empresa) -> ContaApiInfo:
        adaptador = self._adaptadores.get(conta.adaptador)
        nomes = [c.nome for c in adaptador.campos if c.segredo] if adaptador else []
        dias = (conta.certificado.validade - self._agora().date()).days if conta.certificado else None
        return ContaApiInfo(
            conta=conta,
            titulo=adaptador.titulo if adaptador else conta.adaptador,
            convenio=convenio,
            segredos=frozenset(nome for nome in nomes if self._secret(conta, nome)),
            problems=tuple(self.problems(conta, empresa)),
            dias=dias,
        )


def check(canal: "Canal") -> None:
    """Prove an account.

    Raises:
        RefusedError: The bank does not let us in.
        OutsideError: It does not answer.
    """
    try:
        canal.conferir()
    except ChamadaError as error:
        if error.parar:
            raise RefusedError("conta_recusada", error.motivo, canal.adaptador.titulo) from error
        raise OutsideError("banco_nao_responde", error.motivo, canal.adaptador.titulo) from error


def _name(conta: ContaApi, nome: str) -> str:
    return f"api {conta.cofre} {nome}"


def _info(a: Adaptador) -> AdaptadorInfo:
    return AdaptadorInfo(
        nome=a.nome,
        titulo=a.titulo,
        banco=a.banco,
        campos=a.campos,
        ambientes=tuple(a.hosts),
        mtls=a.capacidades.mtls,
        numera=a.capacidades.numeracao is Numeracao.BANCO,
        pix=a.capacidades.pix,
        pdf=a.capacidades.pdf,
        lista=a.capacidades.lista,
        consulta=a.capacidades.consulta_por_chave,
        confianca=a.capacidades.confianca,
        fonte=a.fonte,
    )


def _check_change(uow: UnitOfWork, conta: ContaApi, convenio: Convenio, adaptador: Adaptador) -> None:
    if adaptador.banco and convenio.banco != adaptador.banco:
        mensagem = f"{adaptador.titulo} registra boletos do banco {adaptador.banco}; o convênio é do {convenio.banco}."
        raise RefusedError("outro_banco", mensagem, "convenio")
    antes = uow.contas_api.of_convenio(convenio.id)
    if antes is not None and antes.id != conta.id:
        raise RefusedError("conta_repetida", "Este convênio já tem uma conta de API; altere aquela.", "convenio")


def _same_owner(um: str, outro: str) -> bool:
    """Whether two documents are of one owner; branches share the first eight of a CNPJ."""
    um, outro = compact(um), compact(outro)
    return um[:_RAIZ_CNPJ] == outro[:_RAIZ_CNPJ] if len(um) == len(outro) == TAMANHO_CNPJ else um == outro


def _certificate_problems(certificado: CertificadoApi | None, empresa: Empresa, hoje: date) -> list[Problem]:
    if certificado is None:
        return [
            Problem(message="Falta o certificado.", fix="Escolha o arquivo .pfx, .p12 ou .pem.", field=_CERTIFICADO)
        ]
    if certificado.validade < hoje:
        return [
            Problem(
                message=f"O certificado venceu em {certificado.validade:%d/%m/%Y}.",
                fix="Peça outro e escolha-o na conta de API.",
                field=_CERTIFICADO,
            )
        ]
    if certificado.documento and not _same_owner(certificado.documento, empresa.documento):
        return [
            Problem(
                message=f"O certificado é de {certificado.titular}, não da empresa {empresa.razao_social}.",
                fix="Escolha o certificado desta empresa.",
                field=_CERTIFICADO,
            )
        ]
    if certificado.validade - hoje <= AVISO:
        return [
            Problem(
                message=f"O certificado vence em {certificado.validade:%d/%m/%Y}.",
                fix="Peça outro a tempo.",
                field=_CERTIFICADO,
                severity=Severity.WARNING,
            )
        ]
    return []
