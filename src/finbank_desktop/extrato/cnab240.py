"""CNAB 240 statements for conciliation: service 04, one lot per account, one segment E per line.

Source: FEBRABAN CNAB 240, 10.6, *Extrato para conciliação bancária* (G080 to G099, E002 to E024).
"""

from collections import Counter
from collections.abc import Mapping
from datetime import date

from finbank_desktop.domain.extratos import Extrato, LinhaExtrato, LinhaQuarentena, Natureza
from finbank_desktop.domain.problems import Problem, RefusedError, Severity
from finbank_desktop.domain.valores import Centavos, format_brl
from finbank_desktop.extrato import conferencia
from finbank_desktop.extrato.rascunho import Rascunho, merged
from finbank_desktop.extrato.saldos import is_saldo
from finbank_desktop.layouts import loader, reader
from finbank_desktop.layouts.model import Valor
from finbank_desktop.layouts.reader import Leitura

LAYOUT = "febraban/extrato_240_retorno"
_SINAIS = {"C": 1, "D": -1}


def read(data: bytes, *, hoje: date | None = None) -> Extrato:
    """Return what stands in a CNAB 240 statement.

    Args:
        data: The whole file.
        hoje: As in `ofx.read`.

    Raises:
        RefusedError: There is no lot of a statement in it.
    """
    leitura = reader.read(data, loader.load(LAYOUT))
    return _Leitor(leitura).extrato(hoje)


class _Leitor:
    """Goes through the lines, a draft per lot."""

    def __init__(self, leitura: Leitura) -> None:
        self.leitura = leitura
        self.drafts: list[Rascunho] = []
        self.gerado: date | None = None
        self.fins: list[date | None] = []
        self.problems = list(leitura.problems)
        self.tipos: Counter[str] = Counter()
        self.segmentos: Counter[str] = Counter()
        self.ended = False

    def extrato(self, hoje: date | None) -> Extrato:
        for row in range(len(self.leitura)):
            self._line(row)
        if not self.drafts:
            message = (
                "O arquivo CNAB 240 não tem nenhum lote de extrato (serviço 04). Peça ao banco o extrato da conta."
            )
            raise RefusedError("sem_extrato", message)
        if not self.ended:
            message = "O arquivo não tem o registro final (tipo 9): pode faltar uma parte do extrato."
            self.problems.append(Problem(message=message, fix="Baixe o extrato outra vez, inteiro."))
        drafts = merged(self.drafts)
        contas = [draft.conta_extrato(self.gerado, hoje) for draft in drafts]
        for draft, conta in zip(drafts, contas, strict=True):
            self.problems.extend(conferencia.check(conta, draft))
        return Extrato(
            formato="cnab240",
            contas=tuple(contas),
            problems=tuple(self.problems),
            gerado=self.gerado,
            registros=dict(sorted(self.tipos.items())),
            segmentos=dict(sorted(self.segmentos.items())),
        )

    def _line(self, row: int) -> None:
        text = self.leitura.text(row)
        self.tipos[text[7]] += 1
        if text[7] == "3":
            self.segmentos[text[13]] += 1
        registro = self.leitura.registro_at(row)
        if registro is None:
            return
        values = self.leitura.values(row)
        match registro.nome:
            case "header":
                self.gerado = _date(values["data_geracao"])
            case "header_lote":
                self._begin(values)
            case "E":
                self._lancamento(row, values)
            case "trailer_lote":
                self._end(row, values)
            case "trailer":
                self.ended = True

    def _begin(self, values: Mapping[str, Valor]) -> None:
        draft = Rascunho(e_extrato=True)
        draft.banco = f"{_number(values['banco']):03d}"
        draft.agencia = _with_dv(values["agencia"], values["agencia_dv"])
        draft.conta = _with_dv(values["conta"], values["conta_dv"])
        moeda = str(values["moeda"] or "").strip().upper()
        draft.moeda = "BRL" if moeda in {"", "R$", "REA"} else moeda
        draft.inicio = _date(values["saldo_inicial_data"])
        draft.saldo_anterior = _signed(values["saldo_inicial_valor"], values["saldo_inicial_situacao"])
        draft.com_separador = True
        self.drafts.append(draft)

    def _lancamento(self, row: int, values: Mapping[str, Valor]) -> None:
        if not self.drafts:
            self.drafts.append(Rascunho(e_extrato=True))
        draft = self.drafts[-1]
        draft.ordem += 1
        number = self.leitura.number(row)
        data = _date(values["data_lancamento"]) or _date(values["data_contabil"])
        valor = _signed(values["valor"], values["debito_credito"])
        texto = " ".join(str(values["historico_descricao"] or "").split())
        documento = str(values["documento"] or "").strip()
        if data is None or valor is None:
            problem = _wrong(self.leitura, row, data)
            draft.quarentena.append(
                LinhaQuarentena(
                    linha=number,
                    conteudo=self.leitura.text(row)[102:].strip(),
                    problem=problem,
                    data=data,
                    texto=texto,
                    documento=documento,
                    ordem=draft.ordem,
                )
            )
            return
        saldo = is_saldo(texto)
        draft.linhas.append(
            LinhaExtrato(
                linha=number,
                data=data,
                valor=valor,
                texto=texto,
                natureza=Natureza.SALDO if saldo else Natureza.LANCAMENTO,
                documento=documento,
                tipo=f"{_number(values['categoria']):03d}",
                referencia=str(values["complemento"] or "").strip(),
                ordem=draft.ordem,
            )
        )

    def _end(self, row: int, values: Mapping[str, Valor]) -> None:
        if not self.drafts:
            return
        draft = self.drafts[-1]
        final = _signed(values["saldo_final_valor"], values["saldo_final_situacao"])
        dia = _date(values["saldo_final_data"])
        draft.fim = dia
        if final is not None:
            draft.set_saldo(final, dia)
        self._check_sums(row, values, draft)

    def _check_sums(self, row: int, values: Mapping[str, Valor], draft: Rascunho) -> None:
        moved = [linha.valor for linha in draft.linhas if linha.natureza is not Natureza.SALDO]
        for campo, nome, soma in (
            ("soma_debitos", "débitos", -sum(valor for valor in moved if valor < 0)),
            ("soma_creditos", "créditos", sum(valor for valor in moved if valor > 0)),
        ):
            said = values[campo]
            if isinstance(said, int) and said and said != soma:
                message = (
                    f"O fechamento da conta {draft.conta} diz {format_brl(said)} de {nome}, as linhas somam "
                    f"{format_brl(soma)}."
                )
                fix = "Confira se faltam linhas; baixe o extrato outra vez."
                line = self.leitura.number(row)
                self.problems.append(Problem(message=message, fix=fix, line=line, field=campo, severity=Severity.ERROR))


def _wrong(leitura: Leitura, row: int, data: date | None) -> Problem:
    nome = "data_lancamento" if data is None else "valor"
    raw = leitura.raw(row, nome).strip()
    campo = leitura.layout.registro("E").campo(nome)
    if data is None:
        message = f"A data “{raw}” não existe."
    else:
        message = (
            f"O valor “{raw}{leitura.raw(row, 'debito_credito').strip()}” não diz quanto, ou se é débito ou crédito."
        )
    return Problem(
        message=message,
        fix="Confira no extrato do banco e lance à mão.",
        line=leitura.number(row),
        start=campo.inicio,
        end=campo.fim,
        field=nome,
    )


def _signed(valor: Valor, sinal: Valor) -> Centavos | None:
    fator = _SINAIS.get(str(sinal or "").strip().upper())
    if not isinstance(valor, int):
        return None
    return 0 if valor == 0 else None if fator is None else fator * valor


def _number(valor: Valor) -> int:
    return valor if isinstance(valor, int) else 0


def _date(valor: Valor) -> date | None:
    return valor if isinstance(valor, date) else None


def _with_dv(numero: Valor, dv: Valor) -> str:
    digits = str(_number(numero))
    end = str(dv or "").strip()
    return f"{digits}-{end}" if end else digits
