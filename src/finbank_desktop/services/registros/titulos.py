"""What one registration is asked for: the title, its key, and a picture of it to compare with later."""

import hashlib
import json
import secrets
import string
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from finbank_desktop.domain.boletos import PROVISORIO, Boleto
from finbank_desktop.domain.cadastros import Conta, Empresa, Pessoa
from finbank_desktop.domain.convenios import Convenio
from finbank_desktop.domain.registro import ContaApi, TituloRegistro
from finbank_desktop.domain.valores import format_brl
from finbank_desktop.gateway.port import Adaptador, Numeracao
from finbank_desktop.persistence.records_registros import Registro
from finbank_desktop.persistence.unit_of_work import UnitOfWork

TAMANHO_CHAVE = 15
_SIM = ("1", "sim", "true")
_ROTULOS = {
    "valor": "valor",
    "vencimento": "vencimento",
    "emissao": "emissão",
    "numero_documento": "número do documento",
    "nosso_numero": "nosso número",
    "pagador": "pagador",
    "documento": "CPF/CNPJ do pagador",
    "endereco": "endereço do pagador",
    "email": "e-mail do pagador",
    "encargos": "juros, multa ou desconto",
    "abatimento": "abatimento",
    "especie": "espécie",
    "aceite": "aceite",
    "instrucoes": "instruções",
    "com_pix": "Pix",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cadastro:
    """What all the titles of one account have in common."""

    conta_api: ContaApi
    adaptador: Adaptador
    convenio: Convenio
    conta: Conta
    empresa: Empresa

    @property
    def com_pix(self) -> bool:
        """Whether a Pix code is wanted as well."""
        quer = self.conta_api.parametros.get("pix", "").casefold() in _SIM
        return quer and self.adaptador.capacidades.pix

    @property
    def bank_numbers(self) -> bool:
        """Whether the bank gives the nosso número."""
        return self.adaptador.capacidades.numeracao is Numeracao.BANCO


def cadastro(uow: UnitOfWork, conta_api: ContaApi, adaptador: Adaptador) -> Cadastro:
    """Return what the books say of an account."""
    convenio = uow.convenios.get(conta_api.convenio_id)
    return Cadastro(
        conta_api=conta_api,
        adaptador=adaptador,
        convenio=convenio,
        conta=uow.contas.get(convenio.conta_id),
        empresa=uow.empresas.get(convenio.empresa_id),
    )


def titulo(de: Cadastro, boleto: Boleto, pagador: Pessoa, chave: str, dia: date) -> TituloRegistro:
    """Return all that the registration of *boleto* is written from."""
    return TituloRegistro(
        chave=chave,
        boleto=boleto,
        convenio=de.convenio,
        conta=de.conta,
        empresa=de.empresa,
        pagador=pagador,
        com_pix=de.com_pix,
        dia=dia,
    )


def of_registro(de: Cadastro, boleto: Boleto, pagador: Pessoa, registro: Registro) -> TituloRegistro:
    """Return the title under the key that was written down for it."""
    return titulo(de, boleto, pagador, registro.chave, registro.dia)


def new_chave(boleto_id: int) -> str:
    """Return a key nobody gave before: the boleto's own ID, then chance, beginning with a letter.

    Chance, because another installation on the same account at the bank counts its boletos too.
    """
    numero = f"{boleto_id:06d}"
    resto = TAMANHO_CHAVE - len(numero)
    letras = string.ascii_uppercase + string.digits
    return numero + secrets.choice(string.ascii_uppercase) + "".join(secrets.choice(letras) for _ in range(resto - 1))


def retrato(pedido: TituloRegistro, *, bank_numbers: bool) -> dict[str, Any]:
    """Return what is asked, as JSON can hold it; the bank's own number is not asked for where the bank numbers."""
    boleto, pagador = pedido.boleto, pedido.pagador
    encargos = {nome: str(valor) for nome, valor in asdict(boleto.encargos).items()}
    return {
        "valor": boleto.valor,
        "vencimento": boleto.vencimento.isoformat(),
        "emissao": boleto.emissao.isoformat(),
        "numero_documento": boleto.numero_documento,
        "nosso_numero": "" if bank_numbers else boleto.nosso_numero,
        "pagador": pagador.nome,
        "documento": pagador.documento,
        "endereco": asdict(pagador.endereco),
        "email": pagador.email,
        "encargos": encargos,
        "abatimento": boleto.abatimento,
        "especie": boleto.especie,
        "aceite": boleto.aceite,
        "instrucoes": list(boleto.instrucoes),
        "com_pix": pedido.com_pix,
    }


def fingerprint(de: Mapping[str, Any]) -> str:
    """Return the SHA-256 of a picture."""
    return hashlib.sha256(json.dumps(de, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def differences(antes: Mapping[str, Any], agora: Mapping[str, Any]) -> Iterator[str]:
    """Yield in words in what two pictures differ."""
    for nome, rotulo in _ROTULOS.items():
        velho, novo = antes.get(nome), agora.get(nome)
        if velho == novo:
            continue
        if nome == "valor":
            yield f"{rotulo}: era {format_brl(int(velho or 0))}, agora {format_brl(int(novo or 0))}"
        elif nome == "vencimento":
            yield f"{rotulo}: era {_dia(velho)}, agora {_dia(novo)}"
        else:
            yield f"{rotulo} mudou"


def is_provisional(boleto: Boleto) -> bool:
    """Whether the bank has still to number *boleto*."""
    return boleto.nosso_numero.startswith(PROVISORIO)


def _dia(texto: Any) -> str:
    return f"{date.fromisoformat(texto):%d/%m/%Y}" if texto else "nenhum"
