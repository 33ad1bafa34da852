"""The account an empresa sends e-mail by, and the templates it sends."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from uuid import uuid4

from finbank_desktop.domain import emails, modelos_email
from finbank_desktop.domain.correio import ContaEmail, Mensagem, ModeloEmail, Sorte
from finbank_desktop.domain.problems import OutsideError, Problem, RefusedError
from finbank_desktop.mail.smtp import Conexao
from finbank_desktop.persistence.database import Database
from finbank_desktop.services.credentials import Credentials, Guarda
from finbank_desktop.services.plans import refuse_errors

Abrir = Callable[[ContaEmail, str], Conexao]
"""Makes a connection, not yet open, for an account and its password."""
_PORTA_MAXIMA = 65_535


class CorreioService:
    """What a person can ask about account and templates."""

    def __init__(
        self, database: Database, credentials: Credentials, *, agora: Callable[[], datetime], abrir: Abrir = Conexao
    ) -> None:
        """Work on *database*; passwords are in *credentials*; *abrir* makes connections."""
        self._database = database
        self._credentials = credentials
        self._agora = agora
        self._abrir = abrir

    # --- account

    def conta(self, empresa_id: int) -> ContaEmail | None:
        """Return the empresa's account; ``None`` before there is one."""
        with self._database.read() as uow:
            return uow.contas_email.of_empresa(empresa_id)

    def has_senha(self, conta: ContaEmail) -> bool:
        """Whether the password of *conta* is known, or none is needed."""
        return not conta.usuario or bool(self._credentials.find(secret_name(conta)))

    def where(self) -> Guarda:
        """Return where a password would be put."""
        return self._credentials.where()

    def problems_conta(self, conta: ContaEmail) -> list[Problem]:
        """Return what is wrong with *conta*."""
        achados = []
        if not conta.servidor.strip() or any(letra.isspace() for letra in conta.servidor.strip()):
            mensagem = "Informe o servidor SMTP, como smtp.exemplo.com.br."
            achados.append(Problem(message=mensagem, field="servidor"))
        if not 0 < conta.porta <= _PORTA_MAXIMA:
            achados.append(Problem(message="A porta vai de 1 a 65535; o usual é 587 ou 465.", field="porta"))
        if not conta.nome.strip():
            achados.append(Problem(message="Informe o nome que o cliente vê como remetente.", field="nome"))
        if motivo := emails.problem(conta.endereco.strip()):
            achados.append(Problem(message=motivo, field="endereco"))
        if conta.responder_para.strip() and (motivo := emails.problem(conta.responder_para.strip())):
            achados.append(Problem(message=motivo, field="responder_para"))
        return achados

    def save_conta(self, conta: ContaEmail, senha: str = "") -> tuple[ContaEmail, Guarda]:
        """Save *conta*; a *senha* that is given goes to the keyring, an empty one leaves what is there.

        Returns:
            The account as kept, and where its password is.

        Raises:
            RefusedError: Something is wrong with it.
        """
        limpa = _clean(conta)
        refuse_errors(self.problems_conta(limpa), "conta_email_invalida")
        with self._database.write() as uow:
            antes = uow.contas_email.of_empresa(limpa.empresa_id)
            feita = uow.contas_email.update(limpa) if limpa.id else uow.contas_email.add(limpa)
        if antes is not None and secret_name(antes) != secret_name(feita):
            self._credentials.forget(secret_name(antes))
        guarda = self._credentials.keep(secret_name(feita), senha) if senha else self._credentials.where()
        return feita, guarda

    def testar(self, conta: ContaEmail, senha: str = "") -> str:
        """Send a message from *conta* to itself, saved or not, and say in one sentence that it went.

        Raises:
            RefusedError: Something is wrong with the account.
            OutsideError: The server did not take it; the sentence says what to look at.
        """
        limpa = _clean(conta)
        refuse_errors(self.problems_conta(limpa), "conta_email_invalida")
        mensagem = Mensagem(
            remetente_nome=limpa.nome,
            remetente=limpa.endereco,
            responder_para=limpa.responder_para,
            destinatario=limpa.endereco,
            assunto="Teste do FinBank Desktop",
            texto="Se você lê isto, o envio de boletos por e-mail está funcionando.",
            message_id=new_message_id(limpa),
            quando=self._agora(),
        )
        with self._abrir(limpa, senha or self._credentials.find(secret_name(limpa))) as conexao:
            tentativa = conexao.enviar(mensagem)
        if tentativa.sorte is not Sorte.ACEITA:
            raise OutsideError("teste_falhou", f"O servidor não aceitou a mensagem: {tentativa.resposta}")
        return f"Mensagem de teste enviada para {limpa.endereco}; veja se ela chegou."

    # --- templates

    def modelos(self, empresa_id: int) -> list[ModeloEmail]:
        """Return the templates: the program's own, or what somebody wrote under their names, then the rest."""
        with self._database.read() as uow:
            escritos = {modelo.nome: modelo for modelo in uow.modelos_email.of_empresa(empresa_id)}
        padroes = [
            ModeloEmail(empresa_id=empresa_id, nome=nome, assunto=assunto, texto=texto)
            for nome, (assunto, texto) in modelos_email.PADROES.items()
        ]
        proprios = [escritos.pop(padrao.nome, padrao) for padrao in padroes]
        return proprios + list(escritos.values())

    def modelo(self, empresa_id: int, nome: str) -> ModeloEmail:
        """Return the template called *nome*.

        Raises:
            RefusedError: There is none.
        """
        for modelo in self.modelos(empresa_id):
            if modelo.nome == nome:
                return modelo
        raise RefusedError("modelo_desconhecido", f"Não há o modelo de e-mail “{nome}”; escolha outro.", "modelo")

    def save_modelo(self, modelo: ModeloEmail) -> ModeloEmail:
        """Save *modelo* over the one of that name.

        Raises:
            RefusedError: A part is empty or a tag does not exist.
        """
        refuse_errors(modelos_email.problems(modelo.assunto, modelo.texto), "modelo_invalido")
        if not modelo.nome.strip():
            raise RefusedError("modelo_sem_nome", "Dê um nome ao modelo.", "nome")
        with self._database.write() as uow:
            igual = {m.nome: m for m in uow.modelos_email.of_empresa(modelo.empresa_id)}.get(modelo.nome)
            if igual is None:
                return uow.modelos_email.add(replace(modelo, id=0, versao=0))
            return uow.modelos_email.update(replace(modelo, id=igual.id, versao=igual.versao))


def secret_name(conta: ContaEmail) -> str:
    """Return under which name the password of *conta* is kept."""
    return f"smtp {conta.usuario} {conta.servidor}:{conta.porta}"


def new_message_id(conta: ContaEmail) -> str:
    """Return a Message-ID nobody gave before (RFC 5322 section 3.6.4)."""
    return f"<{uuid4().hex}@{emails.envelope(conta.endereco).rpartition('@')[2]}>"


def _clean(conta: ContaEmail) -> ContaEmail:
    return replace(
        conta,
        servidor=conta.servidor.strip(),
        usuario=conta.usuario.strip(),
        nome=conta.nome.strip(),
        endereco=conta.endereco.strip(),
        responder_para=conta.responder_para.strip(),
    )
