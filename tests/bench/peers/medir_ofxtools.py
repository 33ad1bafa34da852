"""ofxtools' own time, in its own environment: ``python medir_ofxtools.py EXTRATO`` prints it as JSON.

Never imported by the project; the bench starts it with the interpreter of an environment made for it.
"""

import json
import sys
import time
from importlib import import_module, metadata
from io import BytesIO
from pathlib import Path


def main() -> None:
    data = Path(sys.argv[1]).read_bytes()
    tree = import_module("ofxtools.Parser").OFXTree
    start = time.perf_counter()
    parser = tree()
    parser.parse(BytesIO(data))
    statements = parser.convert().statements
    count = sum(len(statement.transactions) for statement in statements)
    total = sum(transaction.trnamt for statement in statements for transaction in statement.transactions)
    took = time.perf_counter() - start
    print(json.dumps({"version": metadata.version("ofxtools"), "read": took, "count": count, "sum": str(total)}))


if __name__ == "__main__":
    main()
