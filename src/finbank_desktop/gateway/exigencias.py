"""What a bank cannot be told about a title: refused before anything is sent, never rounded, cut or dropped."""

from collections.abc import Iterator, Mapping

from finbank_desktop.domain.cadastros import Pessoa
from finbank_desktop.domain.documentos import format_documento, has_letters, is_cnpj, is_cpf
from finbank_desktop.domain.encargos import TipoDesconto, TipoJuros, TipoMulta
from finbank_desktop.domain.problems import Problem, Severity
from finbank_desktop.domain.registro import TituloRegistro
from finbank_desktop.domain.valores import format_brl
from finbank_desktop.gateway.corpos import tem_desconto, tem_juros, tem_multa
from finbank_desktop.gateway.fichas import Ficha

_ROTULOS = {
    "chave": "a chave do título",
    "numero_documento": "o número do documento",
    "pagador.nome": "o nome do pagador",
    "pagador.email": "o e-mail do pagador",
    "pagador.endereco.rua": "a rua com número e complemento do pagador",
    "pagador.endereco.logradouro": "a rua do pagador",
    "pagador.endereco.numero": "o número do endereço do pagador",
    "pagador.endereco.complemento": "o complemento do endereço do pagador",
    "pagador.endereco.bairro": "o bairro do pagador",
    "pagador.endereco.cidade": "a cidade do pagador",
    "pagador.endereco.uf": "a UF do pagador",
    "pagador.endereco.cep": "o CEP do pagador",
    "beneficiario_final.nome": "o nome do beneficiário final",
}
_CEP = 8
_JUROS = {TipoJuros.VALOR_DIA: "juros em reais por dia", TipoJuros.TAXA_MENSAL: "juros em percentual ao mês"}
_MULTA = {TipoMulta.VALOR: "multa em reais", TipoMulta.PERCENTUAL: "multa em percentual"}
_DESCONTO = {TipoDesconto.VALOR: "desconto em reais", TipoDesconto.PERCENTUAL: "desconto em percentual"}


def problems(ficha: Ficha, titulo: TituloRegistro) -> Iterator[Problem]:
    """Yield what *ficha* says the bank cannot take of *titulo*."""
    yield from _textos(ficha, titulo)
    yield from _pessoas(ficha, titulo)
    yield from _valores(ficha, titulo)
    yield from _encargos(ficha, titulo)
    yield from _prazos(ficha, titulo)
    yield from _especie(ficha, titulo)


def erro(campo: str, mensagem: str, fix: str) -> Problem:
    """Return one refusal, its field by our own name."""
    return Problem(message=mensagem, fix=fix, field=campo)


def textos(titulo: TituloRegistro) -> Mapping[str, str]:
    """Return every text that may go to a bank, by our name of it."""
    pessoa, final = titulo.pagador, titulo.beneficiario_final
    endereco = pessoa.endereco
    partes = ("logradouro", "numero", "complemento", "bairro", "cidade", "uf", "cep")
    return {
        "chave": titulo.chave,
        "numero_documento": titulo.boleto.numero_documento,
        "pagador.nome": pessoa.nome,
        "pagador.email": pessoa.email,
        "pagador.endereco.rua": endereco.rua,
        **{f"pagador.endereco.{parte}": str(getattr(endereco, parte)) for parte in partes},
        "beneficiario_final.nome": "" if final is None else final.nome,
    }


def _textos(ficha: Ficha, titulo: TituloRegistro) -> Iterator[Problem]:
    ditos = textos(titulo)
    for campo in ficha.obrigatorios:
        if not ditos[campo].strip():
            yield erro(campo, f"Falta {_ROTULOS[campo]}; o {ficha.titulo} exige.", "Preencha o cadastro.")
    for campo, limite in ficha.textos.items():
        if len(ditos[campo]) > limite:
            mensagem = (
                f"{_ROTULOS[campo].capitalize()} tem {len(ditos[campo])} letras e o {ficha.titulo} aceita {limite}."
            )
            yield erro(campo, mensagem, "Abrevie o texto no cadastro.")
        if achadas := sorted(set(ditos[campo]) & set(ficha.termos.proibidas)):
            mensagem = f"{_ROTULOS[campo].capitalize()} tem {' '.join(achadas)}, que o {ficha.titulo} não aceita."
            yield erro(campo, mensagem, "Tire o sinal do cadastro.")
    cep = ditos["pagador.endereco.cep"]
    if cep and "pagador.endereco.cep" in ficha.obrigatorios and not (cep.isdigit() and len(cep) == _CEP):
        yield erro("pagador.endereco.cep", f"O CEP {cep} não tem {_CEP} algarismos.", "Corrija o cadastro da pessoa.")
    yield from _instrucoes(ficha, titulo)


def _instrucoes(ficha: Ficha, titulo: TituloRegistro) -> Iterator[Problem]:
    linhas = [linha for linha in titulo.boleto.instrucoes if linha.strip()]
    if not linhas:
        return
    if not ficha.termos.instrucoes:
        mensagem = f"O {ficha.titulo} não recebe as instruções: elas saem só no boleto impresso por este programa."
        yield Problem(message=mensagem, field="instrucoes", severity=Severity.INFO)
        return
    quantas, letras = ficha.termos.instrucoes
    if len(linhas) > quantas:
        mensagem = f"O boleto tem {len(linhas)} linhas de instruções e o {ficha.titulo} aceita {quantas}."
        yield erro("instrucoes", mensagem, "Junte ou tire linhas das instruções.")
    for numero, linha in enumerate(linhas, 1):
        if len(linha) > letras:
            mensagem = f"A instrução {numero} tem {len(linha)} letras e o {ficha.titulo} aceita {letras}."
            yield erro("instrucoes", mensagem, "Encurte a linha.")


def _pessoas(ficha: Ficha, titulo: TituloRegistro) -> Iterator[Problem]:
    yield from _documento(ficha, titulo.pagador, "pagador")
    if titulo.beneficiario_final is not None:
        if ficha.termos.beneficiario_final:
            yield from _documento(ficha, titulo.beneficiario_final, "beneficiario_final")
        else:
            yield erro(
                "beneficiario_final",
                f"O {ficha.titulo} não recebe o beneficiário final pela API.",
                "Tire o beneficiário final ou envie o boleto por arquivo.",
            )


def _documento(ficha: Ficha, pessoa: Pessoa, quem: str) -> Iterator[Problem]:
    campo, escrito = f"{quem}.documento", format_documento(pessoa.documento)
    if not (is_cpf(pessoa.documento) or is_cnpj(pessoa.documento)):
        yield erro(campo, f"{escrito or 'Vazio'} não é um CPF nem um CNPJ válido.", "Corrija o cadastro da pessoa.")
    elif has_letters(pessoa.documento) and not ficha.termos.letras_no_cnpj:
        mensagem = f"O {ficha.titulo} recebe o CNPJ como número e não aceita as letras de {escrito}."
        yield erro(campo, mensagem, "Envie este boleto por arquivo (CNAB), se o banco já aceitar ali.")


def _valores(ficha: Ficha, titulo: TituloRegistro) -> Iterator[Problem]:
    minimo, maximo = ficha.termos.valor
    if not minimo <= titulo.boleto.valor <= maximo:
        mensagem = (
            f"O valor é {format_brl(titulo.boleto.valor)} e o {ficha.titulo} aceita de {format_brl(minimo)} "
            f"a {format_brl(maximo)}."
        )
        yield erro("valor", mensagem, "Confira o valor do boleto.")
    if titulo.boleto.abatimento and not ficha.termos.abatimento:
        mensagem = f"O {ficha.titulo} não recebe abatimento no registro pela API."
        yield erro("abatimento", mensagem, "Tire o abatimento e conceda-o depois do registro.")


def _encargos(ficha: Ficha, titulo: TituloRegistro) -> Iterator[Problem]:
    encargos, termos = titulo.boleto.encargos, ficha.termos
    if tem_juros(encargos) and encargos.juros_tipo not in termos.juros:
        yield _nao_recebe(ficha, "encargos.juros", _JUROS[encargos.juros_tipo])
    if tem_multa(encargos) and encargos.multa_tipo not in termos.multa:
        yield _nao_recebe(ficha, "encargos.multa", _MULTA[encargos.multa_tipo])
    if not tem_desconto(encargos):
        return
    if encargos.desconto_tipo not in termos.desconto:
        yield _nao_recebe(ficha, "encargos.desconto", _DESCONTO[encargos.desconto_tipo])
    if termos.desconto_dias and not termos.desconto_dias[0] <= encargos.desconto_dias <= termos.desconto_dias[1]:
        mensagem = f"O {ficha.titulo} aceita o desconto até {termos.desconto_dias[1]} dias antes do vencimento."
        yield erro("encargos.desconto_dias", mensagem, "Mude o prazo do desconto.")


def _nao_recebe(ficha: Ficha, campo: str, termo: str) -> Problem:
    return erro(campo, f"O {ficha.titulo} não recebe {termo} pela API.", "Mude a condição na carteira ou no boleto.")


def _prazos(ficha: Ficha, titulo: TituloRegistro) -> Iterator[Problem]:
    encargos = titulo.boleto.encargos
    prazos = (
        ("protesto", "protesto", encargos.protesto_dias, ficha.termos.protesto),
        ("baixa", "prazo de baixa", encargos.baixa_dias, ficha.termos.baixa),
    )
    for nome, rotulo, dias, limites in prazos:
        if dias is None:
            continue
        if not limites:
            yield _nao_recebe(ficha, f"encargos.{nome}_dias", rotulo)
        elif not limites[0] <= dias <= limites[1]:
            mensagem = f"O {ficha.titulo} aceita {rotulo} de {limites[0]} a {limites[1]} dias; o boleto tem {dias}."
            yield erro(f"encargos.{nome}_dias", mensagem, "Mude o prazo na carteira ou no boleto.")


def _especie(ficha: Ficha, titulo: TituloRegistro) -> Iterator[Problem]:
    if ficha.especies and titulo.boleto.especie not in ficha.especies:
        aceitas = ", ".join(sorted(ficha.especies))
        mensagem = f"O {ficha.titulo} não conhece a espécie {titulo.boleto.especie}; aceita {aceitas}."
        yield erro("especie", mensagem, "Mude a espécie na carteira ou no boleto.")
    if titulo.boleto.aceite and not ficha.termos.aceite:
        mensagem = f"O {ficha.titulo} não recebe o aceite pela API."
        yield erro("aceite", mensagem, "Desmarque o aceite ou envie o boleto por arquivo.")
