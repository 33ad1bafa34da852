"""Accounts at banks' APIs, the journal of registrations, and the list of what is to be communicated."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, fields
from datetime import date
from typing import Any

from sqlalchemy import and_, exists, func, or_, select

from finbank_desktop.domain.boletos import NoBanco
from finbank_desktop.domain.contas_receber import Situacao
from finbank_desktop.domain.listas import ListQuery, Pagina
from finbank_desktop.domain.registro import Ambiente, CertificadoApi, ContaApi, EstadoRegistro, TipoFalha
from finbank_desktop.persistence import tables, tables_records
from finbank_desktop.persistence.listing import Condicao, Listing, contains_here_or_there, members, refers
from finbank_desktop.persistence.mapping import Linha, Valores
from finbank_desktop.persistence.records_registros import PassoTentativa, Registro, TentativaRegistro
from finbank_desktop.persistence.repositories.base import Repository
from finbank_desktop.persistence.situacoes import is_open, seen_on, situacao_filter
from finbank_desktop.persistence.tables_registros import contas_api, registro_tentativas, registros

_B, _R, _A = tables.boletos.c, registros.c, contas_api.c
_FALSOS = (False, None, "", "0", "false", "nao", "não", "Não")
_SABIDOS = (NoBanco.REGISTRADO, NoBanco.REGISTRADO_POR_API, NoBanco.INSTRUCAO_PENDENTE, NoBanco.PROTESTO)


class ContaApiRepository(Repository[ContaApi]):
    """One account per convênio; no secrets."""

    table = contas_api
    nome = "A conta de API"

    def _row(self, obj: ContaApi) -> Valores:
        certificado = obj.certificado and asdict(obj.certificado) | {"validade": obj.certificado.validade.isoformat()}
        simples = ("empresa_id", "convenio_id", "adaptador", "parametros", "base", "ativa", "cofre", "numera")
        valores = {nome: getattr(obj, nome) for nome in simples}
        return valores | {"ambiente": obj.ambiente.name, "certificado": certificado}

    def _objects(self, linhas: Sequence[Linha]) -> list[ContaApi]:
        return [
            ContaApi(
                **{
                    campo.name: linha[campo.name]
                    for campo in fields(ContaApi)
                    if campo.name not in ("ambiente", "certificado")
                },
                ambiente=Ambiente[linha["ambiente"]],
                certificado=_certificado(linha["certificado"]),
            )
            for linha in linhas
        ]

    def all(self, empresa_id: int | None = None) -> list[ContaApi]:
        """Return all accounts, or those of an empresa."""
        return self._select(*([] if empresa_id is None else [_A.empresa_id == empresa_id]))

    def of_convenio(self, convenio_id: int) -> ContaApi | None:
        """Return the account of a convênio, active or not; ``None`` without one."""
        achadas = self._select(_A.convenio_id == convenio_id)
        return achadas[0] if achadas else None

    def active(self, convenio_ids: Iterable[int] | None = None) -> dict[int, ContaApi]:
        """Return the active accounts by convênio; only of *convenio_ids* when some are named."""
        if convenio_ids is None:
            return {conta.convenio_id: conta for conta in self._select(_A.ativa.is_(True))}
        achadas = self._select_in(_A.convenio_id, convenio_ids, _A.ativa.is_(True))
        return {conta.convenio_id: conta for conta in achadas}


def _certificado(valores: Any) -> CertificadoApi | None:
    return CertificadoApi(**valores | {"validade": date.fromisoformat(valores["validade"])}) if valores else None


class RegistroRepository(Repository[Registro]):
    """The journal: one row per boleto."""

    table = registros
    nome = "O registro"

    def _row(self, obj: Registro) -> Valores:
        valores = {c.name: getattr(obj, c.name) for c in fields(obj) if c.name not in ("id", "versao")}
        return valores | {
            "ambiente": obj.ambiente.name,
            "estado": obj.estado.name,
            "falha": obj.falha.name if obj.falha else "",
            "retrato": dict(obj.retrato),
            "resposta": dict(obj.resposta),
            "divergencias": list(obj.divergencias),
        }

    def _objects(self, linhas: Sequence[Linha]) -> list[Registro]:
        return [
            Registro(
                **{campo.name: linha[campo.name] for campo in fields(Registro)}
                | {
                    "ambiente": Ambiente[linha["ambiente"]],
                    "estado": EstadoRegistro[linha["estado"]],
                    "falha": TipoFalha[linha["falha"]] if linha["falha"] else None,
                    "divergencias": tuple(linha["divergencias"]),
                }
            )
            for linha in linhas
        ]

    def of_boletos(self, boleto_ids: Iterable[int]) -> dict[int, Registro]:
        """Return what is known of those boletos, by boleto."""
        return {registro.boleto_id: registro for registro in self._select_in(_R.boleto_id, boleto_ids)}

    def in_states(self, estados: Iterable[EstadoRegistro], convenio_id: int | None = None) -> list[Registro]:
        """Return the registrations that stand so, in the order they were first planned."""
        mais = [] if convenio_id is None else [_R.convenio_id == convenio_id]
        return self._select(_R.estado.in_([estado.name for estado in estados]), *mais)

    def find(self, convenio_id: int, coluna: str, valores: Iterable[str]) -> list[Registro]:
        """Return the convênio's registrations whose *coluna* (``chave``, ``referencia``) is one of *valores*."""
        return self._select_in(_R[coluna], valores, _R.convenio_id == convenio_id)

    def counts(self, convenio_id: int | None = None) -> dict[EstadoRegistro, int]:
        """Return how many registrations stand in each state."""
        comando = select(_R.estado, func.count()).group_by(_R.estado)
        comando = comando if convenio_id is None else comando.where(_R.convenio_id == convenio_id)
        return {EstadoRegistro[estado]: int(quantos) for estado, quantos in self._connection.execute(comando)}

    def page(self, query: ListQuery, hoje: date) -> Pagina:
        """Return a page of the boletos of convênios that register by API, as seen on *hoje*."""
        return _fila(hoje).page(self._connection, query)

    def ids(self, query: ListQuery, hoje: date) -> list[int]:
        """Return the ids of all boletos that match *query*, in its order, on all pages."""
        return _fila(hoje).ids(self._connection, query)


class TentativaRepository(Repository[TentativaRegistro]):
    """The journal's entries; only ever added."""

    table = registro_tentativas
    nome = "A tentativa"

    def _row(self, obj: TentativaRegistro) -> Valores:
        valores = {c.name: getattr(obj, c.name) for c in fields(obj) if c.name not in ("id", "versao")}
        return valores | {"passo": obj.passo.name}

    def _objects(self, linhas: Sequence[Linha]) -> list[TentativaRegistro]:
        return [
            TentativaRegistro(
                **{campo.name: linha[campo.name] for campo in fields(TentativaRegistro)}
                | {"passo": PassoTentativa[linha["passo"]]}
            )
            for linha in linhas
        ]

    def of_registro(self, registro_id: int) -> list[TentativaRegistro]:
        """Return the entries of one title, oldest first."""
        return self._select(registro_tentativas.c.registro_id == registro_id)


_ESTADO = func.coalesce(_R.estado, EstadoRegistro.PLANEJADO.name)


def _of_boleto(condicao: Condicao) -> Condicao:
    return _B.id.in_(select(_R.boleto_id).where(condicao))


def _communicated(valor: Any) -> Condicao:
    outro = exists().where(  # registered for trial, while the account has gone on to production
        _R.boleto_id == _B.id,
        _A.convenio_id == _B.convenio_id,
        _R.ambiente == Ambiente.HOMOLOGACAO.name,
        _A.ambiente == Ambiente.PRODUCAO.name,
    )
    sabido = and_(_B.no_banco.in_([each.name for each in (*_SABIDOS, NoBanco.BAIXADO_NO_BANCO)]), ~outro)
    return ~sabido if valor in _FALSOS else sabido


def _printed(valor: Any) -> Condicao:
    eventos = tables_records.eventos.c
    impresso = exists().where(eventos.boleto_id == _B.id, eventos.tipo == "impresso")
    return ~impresso if valor in _FALSOS else impresso


def _in_estado(valor: Any) -> Condicao:
    nomes = [each.name for each in members(EstadoRegistro, valor, "estado")]
    achados = _of_boleto(_R.estado.in_(nomes))
    if EstadoRegistro.PLANEJADO.name in nomes:
        achados = or_(achados, ~exists().where(_R.boleto_id == _B.id))
    return achados


def _fila(hoje: date) -> Listing:
    return Listing(
        table=tables.boletos,
        origem=tables.boletos.join(tables.pessoas, _B.pessoa_id == tables.pessoas.c.id)
        .join(tables.convenios, _B.convenio_id == tables.convenios.c.id)
        .outerjoin(registros, _R.boleto_id == _B.id),
        proprias={
            "codigo": _B.id,
            "empresa_id": _B.empresa_id,
            "filial_id": _B.filial_id,
            "convenio_id": _B.convenio_id,
            "pessoa_id": _B.pessoa_id,
            "numero_documento": _B.numero_documento,
            "nosso_numero": _B.nosso_numero,
            "emissao": _B.emissao,
            "vencimento": _B.vencimento,
            "valor": _B.valor,
            "situacao": seen_on(hoje, _B.situacao, _B.vencimento),
            "no_banco": _B.no_banco,
        },
        alheias={
            "nosso_numero_impresso": _B.nosso_numero_impresso,
            "cliente": tables.pessoas.c.nome,
            "convenio": tables.convenios.c.descricao,
            "convenio_codigo": tables.convenios.c.codigo,
            "resultado": _ESTADO,
            "mensagem": func.coalesce(_R.mensagem, ""),
            "campo": func.coalesce(_R.campo, ""),
            "sugestao": func.coalesce(_R.sugestao, ""),
            "tipo": func.coalesce(_R.falha, ""),
            "envios": func.coalesce(_R.envios, 0),
            "enviado_em": _R.enviado_em,
        },
        ordens={"cliente": tables.pessoas.c.nome_ordem},
        somas=("valor",),
        ordem="vencimento",
        filtros={
            "comunicado": _communicated,
            "impresso": _printed,
            "estado": _in_estado,
            "tipo": lambda valor: _of_boleto(_R.falha.in_([m.name for m in members(TipoFalha, valor, "tipo")])),
            "situacao": situacao_filter(hoje, _B.situacao, _B.vencimento),
            "aberto": is_open(_B.situacao),
            "no_banco": lambda valor: _B.no_banco.in_([m.name for m in members(NoBanco, valor, "no_banco")]),
            "convenio": refers(_B.convenio_id, tables.convenios, "codigo"),
            "filial": refers(_B.filial_id, tables.filiais, "codigo"),
            "por_api": _by_api,
            "vence_em": lambda dias: and_(
                _B.situacao == Situacao.EM_ABERTO.name, _B.vencimento <= date.fromordinal(hoje.toordinal() + int(dias))
            ),
        },
        busca=contains_here_or_there(_B.busca, _B.pessoa_id, tables.pessoas),
        mostra={
            "codigo": lambda row: f"{row:06d}",
            "situacao": lambda nome: Situacao[nome],
            "no_banco": lambda nome: NoBanco[nome],
            "resultado": lambda nome: EstadoRegistro[nome],
            "tipo": lambda nome: TipoFalha[nome] if nome else "",
        },
    )


def _by_api(valor: Any) -> Condicao:
    por_api = _B.convenio_id.in_(select(_A.convenio_id).where(_A.ativa.is_(True)))
    return ~por_api if valor in _FALSOS else por_api
