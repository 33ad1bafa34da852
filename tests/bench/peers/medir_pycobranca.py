"""pyCobranca's own times, in its own environment: ``python medir_pycobranca.py RETORNO TITLES`` prints them as JSON.

Never imported by the project; the bench starts it with the interpreter of an environment made for it.
"""

import json
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from importlib import import_module
from pathlib import Path

PASSES = 2


def best(action: Callable[[], object]) -> float:
    taken = []
    for _ in range(PASSES):
        start = time.perf_counter()
        action()
        taken.append(time.perf_counter() - start)
    return min(taken)


def main() -> None:
    retorno, titles = Path(sys.argv[1]), int(sys.argv[2])
    data = retorno.read_bytes()
    arquivo = import_module("pycobranca.cnab.retorno").Retorno
    read = best(lambda: arquivo.ler(data))
    pagamento = import_module("pycobranca.cnab.pagamento").Pagamento
    remessa = import_module("pycobranca.cnab.cnab400.itau").RemessaItau400
    day = date(2026, 1, 1)
    pagamentos = [
        pagamento(
            nosso_numero=str(number % 10**8),
            data_vencimento=day + timedelta(days=number % 300),
            valor=(100 + number) / 100,
            documento_sacado="52998224725",
            nome_sacado=f"João da Conceição {number}",
            endereco_sacado="Rua das Flores, 10",
            bairro_sacado="Centro",
            cep_sacado="01310100",
            cidade_sacado="São Paulo",
            uf_sacado="SP",
            data_emissao=day,
            numero=str(number),
        )
        for number in range(titles)
    ]
    file = remessa(
        pagamentos=pagamentos,
        empresa_mae="EMPRESA EXEMPLO LTDA",
        agencia="0057",
        conta_corrente="12345",
        digito_conta="7",
        carteira="109",
        documento_cedente="11222333000181",
    )
    write = best(file.gera_arquivo)
    version = import_module("importlib.metadata").version("pycobranca")
    sys.stdout.write(json.dumps({"version": version, "read": read, "write": write}))


if __name__ == "__main__":
    main()
