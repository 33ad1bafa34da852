"""ofxparse's own time, in its own environment: ``python medir_ofxparse.py EXTRATO`` prints it as JSON.

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
    parser = import_module("ofxparse").OfxParser
    start = time.perf_counter()
    accounts = parser.parse(BytesIO(data)).accounts
    count = sum(len(account.statement.transactions) for account in accounts)
    total = sum(transaction.amount for account in accounts for transaction in account.statement.transactions)
    took = time.perf_counter() - start
    print(json.dumps({"version": metadata.version("ofxparse"), "read": took, "count": count, "sum": str(total)}))


if __name__ == "__main__":
    main()
