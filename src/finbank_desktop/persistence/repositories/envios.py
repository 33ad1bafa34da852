"""The queue of e-mails and whose boletos each one carries."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import func, insert, or_, select, update

from finbank_desktop.domain.correio import Envio, EstadoEnvio
from finbank_desktop.domain.listas import ListQuery, Pagina
from finbank_desktop.persistence import tables
from finbank_desktop.persistence.listing import Condicao, Listing, contains_here_or_there, members
from finbank_desktop.persistence.mapping import Linha, Valores, busca
from finbank_desktop.persistence.repositories.base import Repository, chunks, within
from finbank_desktop.persistence.tables_envios import envio_boletos, envios

_T, _B = envios.c, envio_boletos.c
_CAMPOS = (
    *("empresa_id", "pessoa_id", "destinatario", "assunto", "texto", "motivo", "modelo", "tentativas", "message_id"),
    *("criado_em", "usuario", "nao_antes", "vale_ate", "enviado_em", "resposta", "detalhe"),
)


def _carries(valor: Any) -> Condicao:
    ids = valor if isinstance(valor, list | tuple | set) else [valor]
    return _T.id.in_(select(_B.envio_id).where(_B.boleto_id.in_([int(row) for row in ids])))


_LISTING = Listing(
    table=envios,
    origem=envios.join(tables.pessoas, _T.pessoa_id == tables.pessoas.c.id),
    proprias={
        "empresa_id": _T.empresa_id,
        "pessoa_id": _T.pessoa_id,
        "destinatario": _T.destinatario,
        "assunto": _T.assunto,
        "motivo": _T.motivo,
        "modelo": _T.modelo,
        "estado": _T.estado,
        "tentativas": _T.tentativas,
        "criado_em": _T.criado_em,
        "nao_antes": _T.nao_antes,
        "enviado_em": _T.enviado_em,
        "usuario": _T.usuario,
        "detalhe": _T.detalhe,
        "resposta": _T.resposta,
    },
    alheias={
        "cliente": tables.pessoas.c.nome,
        "boletos": select(func.count())
        .select_from(envio_boletos)
        .where(_B.envio_id == _T.id)
        .correlate(envios)
        .scalar_subquery(),
    },
    ordens={"cliente": tables.pessoas.c.nome_ordem},
    ordem="criado_em",
    decrescente=True,
    filtros={
        "estado": lambda valor: _T.estado.in_([m.name for m in members(EstadoEnvio, valor, "estado")]),
        "lembrete": lambda valor: _T.motivo.startswith("lembrete") if valor else _T.motivo == "envio",
        "boleto_id": _carries,
    },
    busca=contains_here_or_there(_T.busca, _T.pessoa_id, tables.pessoas),
    mostra={"estado": lambda nome: EstadoEnvio[nome]},
)


class EnvioRepository(Repository[Envio]):
    """Messages; a boleto goes to an address for a reason once, and the database itself sees to it."""

    table = envios
    nome = "O envio"

    def _row(self, obj: Envio) -> Valores:
        achado = busca(obj.destinatario, obj.assunto, obj.detalhe)
        return {nome: getattr(obj, nome) for nome in _CAMPOS} | {"estado": obj.estado.name, "busca": achado}

    def _objects(self, linhas: Sequence[Linha]) -> list[Envio]:
        boletos: dict[int, list[int]] = defaultdict(list)
        for pedaco in chunks(linha["id"] for linha in linhas):
            comando = select(_B.envio_id, _B.boleto_id).where(within(_B.envio_id, pedaco)).order_by(_B.id)
            for envio_id, boleto_id in self._connection.execute(comando):
                boletos[envio_id].append(boleto_id)
        return [
            Envio(
                boletos=tuple(boletos[linha["id"]]),
                estado=EstadoEnvio[linha["estado"]],
                **{nome: linha[nome] for nome in ("id", *_CAMPOS, "versao")},
            )
            for linha in linhas
        ]

    def queue(self, novos: Sequence[tuple[Envio, str]]) -> list[Envio]:
        """Put messages into the queue, each with its key: why and to whom.

        Raises:
            IntegrityError: A boleto is already there under that key.
        """
        feitos = self.add_many([envio for envio, _chave in novos])
        rows = [
            {"empresa_id": e.empresa_id, "envio_id": e.id, "boleto_id": boleto, "chave": chave, "versao": 1}
            for e, (_, chave) in zip(feitos, novos, strict=True)
            for boleto in e.boletos
        ]
        if rows:
            self._connection.execute(insert(envio_boletos), rows)
        return feitos

    def release(self, envio_id: int) -> None:
        """Let the boletos of a message that was given up go again."""
        comando = update(envio_boletos).where(_B.envio_id == envio_id)
        self._connection.execute(comando.values(chave=None, versao=_B.versao + 1))

    def in_state(self, estado: EstadoEnvio, empresa_id: int | None = None) -> list[Envio]:
        """Return the messages in that state, oldest first."""
        mais = [] if empresa_id is None else [_T.empresa_id == empresa_id]
        return self._select(_T.estado == estado.name, *mais)

    def due(self, empresa_id: int, agora: datetime) -> list[int]:
        """Return the ids of the messages that may be tried now, oldest first."""
        comando = select(_T.id).where(
            _T.empresa_id == empresa_id,
            _T.estado == EstadoEnvio.NA_FILA.name,
            or_(_T.nao_antes.is_(None), _T.nao_antes <= agora),
        )
        return list(self._connection.scalars(comando.order_by(_T.id)))

    def counts(self, empresa_id: int) -> dict[EstadoEnvio, int]:
        """Return how many messages stand in each state."""
        comando = select(_T.estado, func.count()).where(_T.empresa_id == empresa_id).group_by(_T.estado)
        return {EstadoEnvio[estado]: int(quantos) for estado, quantos in self._connection.execute(comando)}

    def keys_of(self, boleto_ids: Iterable[int]) -> Mapping[int, dict[str, EstadoEnvio]]:
        """Return, by boleto, under which keys it is in the queue or went, and in which state."""
        achadas: dict[int, dict[str, EstadoEnvio]] = defaultdict(dict)
        origem = select(_B.boleto_id, _B.chave, _T.estado).join(envios, _T.id == _B.envio_id)
        for pedaco in chunks(boleto_ids):
            comando = origem.where(within(_B.boleto_id, pedaco), _B.chave.is_not(None))
            for boleto_id, chave, estado in self._connection.execute(comando):
                achadas[boleto_id][chave] = EstadoEnvio[estado]
        return achadas

    def page(self, query: ListQuery) -> Pagina:
        """Return a page of the list."""
        return _LISTING.page(self._connection, query)
