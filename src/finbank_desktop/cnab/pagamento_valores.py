"""The values of a remessa of payments by the names that all layouts give their fields."""

from collections.abc import Mapping

from finbank_desktop.cnab.pagamento_regras import Regras
from finbank_desktop.cnab.valores_remessa import plain
from finbank_desktop.domain import arrecadacao
from finbank_desktop.domain.cadastros import Endereco
from finbank_desktop.domain.chaves_pix import TipoChave
from finbank_desktop.domain.pagamentos import DadosPagamento, Favorecido, FormaPagamento, Pagamento
from finbank_desktop.domain.registros import Valor
from finbank_desktop.domain.tributos import TipoTributo, Tributo
from finbank_desktop.domain.valores import Centavos

_CNPJ = 14
_TED, _TED_ISPB, _PIX, _NENHUMA = 18, 988, 9, 0
_SEM_BANCO = "000"
_FINALIDADE_TED = "00010"  # crédito em conta (P011)
_REAL = 9  # G065
_CHAVES = {TipoChave.TELEFONE: 1, TipoChave.EMAIL: 2, TipoChave.CPF: 3, TipoChave.CNPJ: 3, TipoChave.ALEATORIA: 4}
_POR_CONTA = 5
# what a Pix goes to, where a layout has one field for it
_A_CORRENTE, _A_PAGAMENTO, _A_POUPANCA, _A_CHAVE = "01", "02", "03", "04"
_GARE = (TipoTributo.GARE_ICMS, TipoTributo.GARE_DR, TipoTributo.GARE_ITCMD)
_RENAVAM = 9


def arquivo(dados: DadosPagamento, banco_nome: str) -> dict[str, Valor]:
    """Return what is the same on every line: bank, company, account, contract, number and date of the file."""
    empresa, conta, convenio = dados.empresa, dados.conta, dados.convenio
    endereco = _endereco("empresa_", empresa.endereco)
    return {
        "banco": convenio.banco,
        "banco_nome": plain(banco_nome),
        **_documento("empresa", empresa.documento),
        "empresa_nome": plain(empresa.razao_social),
        "convenio": convenio.convenio,
        "agencia": conta.agencia,
        "agencia_dv": conta.agencia_dv,
        "conta": conta.conta,
        "conta_dv": conta.conta_dv,
        "data_geracao": dados.geracao.date(),
        "hora_geracao": dados.geracao.time().replace(microsecond=0),
        "nsa": dados.sequencia,
        "arquivo_teste": "TS" if convenio.teste else None,
        "ambiente_cliente": "T" if convenio.teste else "P",
        "identificacao_remessa_pix": "PIX" if any(each.forma.is_pix for each in dados.pagamentos) else None,
        **endereco,
        # some layouts' own names of the company's address
        **{nome: endereco[f"empresa_{nome}"] for nome in ("logradouro", "numero", "complemento", "cidade", "uf")},
        "cep": empresa.endereco.cep,
    }


def pagamento(each: Pagamento, dados: DadosPagamento, regras: Regras) -> dict[str, Valor]:
    """Return what the file says of one payment."""
    favorecido = each.favorecido
    return {
        "tipo_movimento": 0,
        "instrucao_movimento": 0,
        "codigo_movimento": 0,
        "seu_numero": each.seu_numero,
        "data_pagamento": each.data_pagamento,
        "vencimento": each.vencimento or each.data_pagamento,
        "valor_pagamento": each.valor,
        "valor_documento": each.valor,
        "moeda_tipo": regras.moeda_tipo,
        "moeda": _REAL,
        "favorecido_nome": plain(favorecido.nome),
        "beneficiario_nome": plain(favorecido.nome),
        "concessionaria_nome": plain(favorecido.nome),
        **_documento("favorecido", favorecido.documento),
        **_documento("beneficiario", favorecido.documento),
        **_documento("pagador", dados.empresa.documento),
        "pagador_nome": plain(dados.empresa.razao_social),
        **_endereco("", favorecido.endereco),
        **_conta(each),
        **_pix(each),
        **_titulo(each),
        **_concessionaria(each, regras),
        **(_tributo(each.tributo, each, regras) if each.tributo else {}),
    }


def _conta(each: Pagamento) -> dict[str, Valor]:
    conta = each.favorecido.conta
    forma = each.forma
    if forma is FormaPagamento.PIX_CHAVE or conta is None:
        return {"camara": _PIX if forma.is_pix else _NENHUMA}
    camara = _NENHUMA
    if forma.is_pix:
        camara = _PIX
    elif forma is FormaPagamento.TED:
        camara = _TED_ISPB if conta.banco == _SEM_BANCO else _TED
    ted = forma is FormaPagamento.TED
    return {
        "camara": camara,
        "favorecido_banco": conta.banco,
        "favorecido_agencia": conta.agencia,
        "favorecido_agencia_dv": conta.agencia_dv,
        "favorecido_conta": conta.conta,
        "favorecido_conta_dv": conta.conta_dv[:1],
        "favorecido_agencia_conta_dv": conta.conta_dv[1:2],
        # both in one field: agência, blank, account, and the digit in the last position, two where the bank has two
        "favorecido_agencia_conta": f"{conta.agencia:0>5} {conta.conta:0>12}{conta.conta_dv:>2}",
        "ispb": conta.ispb or None,
        "finalidade_ted": _FINALIDADE_TED if ted else None,
        "finalidade_complementar": ("PP" if conta.poupanca else "CC") if ted else None,
        "tipo_conta_favorecido": 2 if conta.poupanca else 1,
    }


def _pix(each: Pagamento) -> dict[str, Valor]:
    if not each.forma.is_pix:
        return {}
    chave, conta = each.favorecido.chave_pix, each.favorecido.conta
    values: dict[str, Valor] = {"pix_txid": each.pix_txid, "pix_informacao": plain(each.mensagem)}
    if each.forma is FormaPagamento.PIX_QR:
        return {"pix_txid": each.pix_txid, "pix_chave_ou_url": each.pix_qr}
    if each.forma is FormaPagamento.PIX_CHAVE and chave is not None:
        return values | {
            "pix_forma_iniciacao": _CHAVES[chave.tipo],
            "pix_chave": chave.chave,
            "identificacao_transferencia": _A_CHAVE,
        }
    kind = _A_CORRENTE
    if conta is not None and (conta.pagamento or conta.poupanca):
        kind = _A_PAGAMENTO if conta.pagamento else _A_POUPANCA
    return values | {"pix_forma_iniciacao": _POR_CONTA, "identificacao_transferencia": kind}


def _titulo(each: Pagamento) -> dict[str, Valor]:
    if each.forma not in (FormaPagamento.BOLETO, FormaPagamento.PIX_QR):
        return {}
    values: dict[str, Valor] = {
        "codigo_barras": each.codigo_barras or None,
        "valor_titulo": _valor_titulo(each),
        "desconto_abatimento": each.desconto,
        "mora_multa": each.acrescimos,
    }
    final = each.beneficiario_final
    if each.forma is FormaPagamento.BOLETO:
        values["pix_chave_ou_url"] = _sacador(final) if final else "0" * 16
    return values


def _valor_titulo(each: Pagamento) -> Centavos:
    """Return what is printed on the boleto: as we were told, else as its barcode says, else what is paid."""
    if each.valor_documento is not None:
        return each.valor_documento
    return int(each.codigo_barras[9:19] or 0) or each.valor


def _sacador(final: Favorecido) -> str:
    """Return the sacador avalista as J-52 has it: type, number of fifteen, name of forty."""
    tipo = 2 if len(final.documento) == _CNPJ else 1
    return f"{tipo}{final.documento:0>15}{plain(final.nome)[:40]}"


def _concessionaria(each: Pagamento, regras: Regras) -> dict[str, Valor]:
    if each.forma is not FormaPagamento.CONCESSIONARIA:
        return {}
    codigo = each.codigo_barras
    return {"codigo_barras": arrecadacao.to_linha_digitavel(codigo) if regras.linha_de_48 else codigo}


def _tributo(tributo: Tributo, each: Pagamento, regras: Regras) -> dict[str, Valor]:
    pessoa = "cnpj" if len(tributo.contribuinte_documento) == _CNPJ else "cpf"
    gare = tributo.tipo in _GARE
    # of a GARE FEBRABAN and Itaú alike print 1 for a CNPJ
    tipo = 1 if gare else regras.tributo_cpf_cnpj[pessoa]
    return {
        "contribuinte_nome": plain(tributo.contribuinte_nome),
        "contribuinte_tipo": tipo,
        "contribuinte_inscricao": tributo.contribuinte_documento,
        "receita": tributo.receita or None,
        "periodo_apuracao": tributo.periodo_apuracao,
        "competencia": tributo.competencia or None,
        "periodo_referencia": tributo.competencia or None,
        "referencia": (tributo.competencia if gare else tributo.referencia) or None,
        "parcela_notificacao": tributo.referencia or None,
        "vencimento": tributo.vencimento or each.vencimento or each.data_pagamento,
        "valor_principal": tributo.valor_principal,
        "valor_tributo": tributo.valor_principal,
        "valor_inss": tributo.valor_principal,
        "valor_receita": tributo.valor_principal,
        "valor_outras_entidades": tributo.outras_entidades,
        "atualizacao_monetaria": tributo.atualizacao,
        "valor_multa": tributo.multa,
        "valor_juros": tributo.juros,
        "valor_desconto": tributo.desconto,
        "receita_bruta": tributo.receita_bruta,
        "percentual_receita": tributo.percentual,
        "percentual": tributo.percentual,
        "inscricao_estadual": tributo.inscricao_estadual or None,
        "inscricao_estadual_municipio_declaracao": tributo.inscricao_estadual or None,
        "divida_ativa": tributo.divida_ativa or None,
        "divida_ativa_etiqueta": tributo.divida_ativa or None,
        "codigo_barras": tributo.codigo_barras or None,
        "identificador_fgts": tributo.identificador or None,
        "lacre": tributo.lacre[:-2] or None,
        "lacre_dv": tributo.lacre[-2:] or None,
        **_veiculo(tributo),
    }


def _veiculo(tributo: Tributo) -> dict[str, Valor]:
    veiculo = tributo.veiculo
    if veiculo is None:
        return {}
    curto = veiculo.renavam.lstrip("0")
    return {
        "ano_base": veiculo.ano_base,
        "exercicio": veiculo.ano_base,
        "renavam": curto if len(curto) <= _RENAVAM else None,
        "renavam_9": curto if len(curto) <= _RENAVAM else None,
        "renavam_novo": veiculo.renavam,
        "renavam_12": veiculo.renavam,
        "uf": veiculo.uf,
        "municipio": veiculo.municipio,
        "placa": veiculo.placa,
        "opcao_pagamento": veiculo.opcao_pagamento,
    }


def _documento(quem: str, documento: str) -> dict[str, Valor]:
    if not documento:
        return {f"{quem}_tipo_inscricao": 0}
    return {f"{quem}_tipo_inscricao": 2 if len(documento) == _CNPJ else 1, f"{quem}_inscricao": documento}


def _endereco(prefixo: str, endereco: Endereco) -> Mapping[str, Valor]:
    numero = "".join(letra for letra in endereco.numero if letra.isdigit())[:5]
    return {
        f"{prefixo}logradouro": plain(endereco.logradouro),
        f"{prefixo}numero": numero or None,
        f"{prefixo}complemento": plain(endereco.complemento),
        f"{prefixo}bairro": plain(endereco.bairro),
        f"{prefixo}cidade": plain(endereco.cidade),
        f"{prefixo}cep": endereco.cep[:5] or None,
        f"{prefixo}cep_sufixo": endereco.cep[5:] or None,
        f"{prefixo}uf": endereco.uf,
    }
