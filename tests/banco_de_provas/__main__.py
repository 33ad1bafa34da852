"""``python -m tests.banco_de_provas '{"dialeto": "inter", …}'``: serve until standard input ends."""

import json
import sys
import threading
from datetime import date
from pathlib import Path
from typing import Any

from tests.banco_de_provas import controle
from tests.banco_de_provas.autoridade import Certificado
from tests.banco_de_provas.dialetos.registro import open_dialeto
from tests.banco_de_provas.faltas import Plano
from tests.banco_de_provas.servidor import Servidor


def main(config: dict[str, Any]) -> None:
    """Serve as *config* says; the two addresses are printed as one line of JSON."""
    hoje = config.get("hoje")
    dialeto = open_dialeto(
        config["dialeto"],
        Plano.read(config.get("plano", {})),
        hoje=date.fromisoformat(hoje) if hoje else None,
        **config.get("nucleo", {}),
    )
    proprio = Certificado(certificado=Path(config["certificado"]), chave=Path(config["chave"]))
    cliente_ca = config.get("cliente_ca")
    comandos = controle.listen(dialeto)
    threading.Thread(target=comandos.serve_forever, args=(0.05,), daemon=True).start()
    with Servidor(dialeto, proprio, Path(cliente_ca) if cliente_ca else None) as servidor:
        onde = {"endereco": servidor.endereco, "controle": f"http://127.0.0.1:{comandos.server_address[1]}"}
        sys.stdout.write(json.dumps(onde) + "\n")
        sys.stdout.flush()
        sys.stdin.buffer.read()


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
