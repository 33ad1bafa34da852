"""A record of the retorno while it is put together: by field, by the part a field plays, or by positions."""

from collections.abc import Mapping

from finbank_desktop.cnab.papeis import Lugar
from finbank_desktop.domain.registros import Valor
from finbank_desktop.layouts.check_campos import is_filler
from finbank_desktop.layouts.model import Campo, Registro, Tipo
from finbank_desktop.layouts.reader import value_of

_USO_DA_EMPRESA = "uso_empresa"


class Molde:
    """A record type and which of its fields are taken over from a remessa; made once for many records."""

    def __init__(self, registro: Registro) -> None:
        """Choose the fields.

        Amounts and dates are left out: a name may mean what was asked in one file and what was done in the other.
        """
        self.registro = registro
        self.copiados = tuple(campo for campo in registro.campos if _is_copied(campo))
        self.constantes = frozenset(campo.nome for campo in registro.campos if campo.literal is not None)


class Rascunho:
    """The values of one record, ready for the writer.

    Attributes:
        registro: Its record type.
    """

    def __init__(self, molde: Molde) -> None:
        """Begin empty: every field has its default."""
        self.registro = molde.registro
        self._molde = molde
        self._values: dict[str, Valor] = {}

    def copy(self, textos: Mapping[str, str]) -> None:
        """Take over what stands under the same names elsewhere."""
        for campo in self._molde.copiados:
            if campo.nome in textos:
                self._put_text(campo, textos[campo.nome])

    def put(self, nome: str, valor: Valor) -> None:
        """Give the field *nome* a value; nothing happens when the record has no such field or it is a constant."""
        if nome in self.registro and nome not in self._molde.constantes:
            self._values[nome] = valor

    def put_text(self, lugar: Lugar, text: str) -> None:
        """Write *text* at *lugar*, a field or positions that may span several."""
        if lugar.campo:
            self._put_text(self.registro.campo(lugar.campo), text)
            return
        size = lugar.fim - lugar.inicio + 1
        padded = text.ljust(size)[:size]
        for campo in self.registro.campos:
            start, end = max(campo.inicio, lugar.inicio), min(campo.fim, lugar.fim)
            if start <= end:
                line = self._current(campo)
                part = padded[start - lugar.inicio : end - lugar.inicio + 1]
                line = line[: start - campo.inicio] + part + line[end - campo.inicio + 1 :]
                self._values[campo.nome] = value_of(line, campo)

    def values(self) -> Mapping[str, Valor]:
        """Return what the writer takes."""
        return self._values

    def _put_text(self, campo: Campo, text: str) -> None:
        fitted = _fit(text.strip(), campo)
        if fitted:
            self._values[campo.nome] = fitted

    def _current(self, campo: Campo) -> str:
        """Return the field as it stands so far, at full size."""
        valor = self._values.get(campo.nome)
        if isinstance(valor, int):
            return str(valor).rjust(campo.tamanho, "0")
        return valor.ljust(campo.tamanho) if isinstance(valor, str) else campo.vazio


def _is_copied(campo: Campo) -> bool:
    if campo.nome == _USO_DA_EMPRESA:
        return True
    constant = campo.literal is not None or is_filler(campo)
    return not (constant or campo.decimais or campo.tipo.is_date or campo.tipo is Tipo.HORA)


def _fit(text: str, campo: Campo) -> str:
    """Return *text* as *campo* can hold it: text cut, digits without needless zeros; empty when it cannot."""
    if campo.tipo is Tipo.TEXTO:
        return text[: campo.tamanho]
    if not (text.isascii() and (text.isdigit() if campo.tipo is Tipo.NUMERO else text.isalnum())):
        return ""
    short = text if len(text) <= campo.tamanho else text.lstrip("0")
    return short if len(short) <= campo.tamanho else ""
