"""The accounts e-mail goes out by, the templates, and the régua with its exceptions."""

from collections.abc import Sequence

from sqlalchemy import delete

from finbank_desktop.domain.correio import ContaEmail, ModeloEmail, Seguranca
from finbank_desktop.domain.regua import ExcecaoRegua, PassoRegua, Regua
from finbank_desktop.persistence import tables_envios
from finbank_desktop.persistence.mapping import Linha, Valores
from finbank_desktop.persistence.repositories.base import Repository

_CONTA = ("empresa_id", "servidor", "porta", "usuario", "nome", "endereco", "responder_para")
_MODELO = ("empresa_id", "nome", "assunto", "texto")


class ContaEmailRepository(Repository[ContaEmail]):
    """One account per empresa; no passwords."""

    table = tables_envios.contas_email
    nome = "A conta de e-mail"

    def _row(self, obj: ContaEmail) -> Valores:
        return {nome: getattr(obj, nome) for nome in _CONTA} | {"seguranca": obj.seguranca.name}

    def _objects(self, linhas: Sequence[Linha]) -> list[ContaEmail]:
        return [
            ContaEmail(
                seguranca=Seguranca[linha["seguranca"]], **{nome: linha[nome] for nome in ("id", *_CONTA, "versao")}
            )
            for linha in linhas
        ]

    def of_empresa(self, empresa_id: int) -> ContaEmail | None:
        """Return the empresa's account; ``None`` before there is one."""
        achadas = self._select(self.table.c.empresa_id == empresa_id)
        return achadas[0] if achadas else None


class ModeloEmailRepository(Repository[ModeloEmail]):
    """The templates somebody wrote; the program's own are not kept."""

    table = tables_envios.modelos_email
    nome = "O modelo de e-mail"

    def _row(self, obj: ModeloEmail) -> Valores:
        return {nome: getattr(obj, nome) for nome in _MODELO}

    def _objects(self, linhas: Sequence[Linha]) -> list[ModeloEmail]:
        return [ModeloEmail(**{nome: linha[nome] for nome in ("id", *_MODELO, "versao")}) for linha in linhas]

    def of_empresa(self, empresa_id: int) -> list[ModeloEmail]:
        """Return the empresa's templates, by name."""
        return self._select(self.table.c.empresa_id == empresa_id, ordem=self.table.c.nome)


class ReguaRepository(Repository[Regua]):
    """One régua per empresa."""

    table = tables_envios.reguas
    nome = "A régua de lembretes"

    def _row(self, obj: Regua) -> Valores:
        passos = [{"dias": passo.dias, "modelo": passo.modelo} for passo in obj.passos]
        return {"empresa_id": obj.empresa_id, "passos": passos}

    def _objects(self, linhas: Sequence[Linha]) -> list[Regua]:
        return [
            Regua(
                id=linha["id"],
                empresa_id=linha["empresa_id"],
                passos=tuple(PassoRegua(**passo) for passo in linha["passos"]),
                versao=linha["versao"],
            )
            for linha in linhas
        ]

    def of_empresa(self, empresa_id: int) -> Regua:
        """Return the empresa's régua; one without steps before anybody set it."""
        achadas = self._select(self.table.c.empresa_id == empresa_id)
        return achadas[0] if achadas else Regua(empresa_id=empresa_id)


class ExcecaoReguaRepository(Repository[ExcecaoRegua]):
    """Customers for whom the régua is another."""

    table = tables_envios.regua_excecoes
    nome = "A exceção da régua"

    def _row(self, obj: ExcecaoRegua) -> Valores:
        return {
            "empresa_id": obj.empresa_id,
            "pessoa_id": obj.pessoa_id,
            "dias": list(obj.dias),
            "motivo": obj.motivo,
        }

    def _objects(self, linhas: Sequence[Linha]) -> list[ExcecaoRegua]:
        nomes = ("id", "empresa_id", "pessoa_id", "motivo", "versao")
        return [ExcecaoRegua(dias=tuple(linha["dias"]), **{nome: linha[nome] for nome in nomes}) for linha in linhas]

    def of_empresa(self, empresa_id: int) -> dict[int, ExcecaoRegua]:
        """Return the exceptions of an empresa, by pessoa."""
        return {obj.pessoa_id: obj for obj in self._select(self.table.c.empresa_id == empresa_id)}

    def remove(self, pessoa_id: int) -> None:
        """Let the empresa's régua hold for a customer again."""
        self._connection.execute(delete(self.table).where(self.table.c.pessoa_id == pessoa_id))
