"""Whatever is in a file, the checker gives problems or a refusal, and never the same place twice for one reason."""

import json
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from finbank_desktop.cnab.conferencia import check
from finbank_desktop.domain.problems import RefusedError

some = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
BYTES = st.sampled_from([0x20, 0x30, 0x39, 0x41, 0x0A, 0x0D, 0x00, 0x1A, 0xC3, 0xA3, 0xFF])


def remessas(golden: Path) -> list[bytes]:
    entries = json.loads((golden / "files.json").read_text("utf-8"))
    return [(golden / each["copy"]).read_bytes() for each in entries if each["kind"] == "remessa"]


@some
@given(data=st.data())
def test_a_damaged_remessa_never_raises(golden: Path, data: st.DataObject) -> None:
    damaged = bytearray(data.draw(st.sampled_from(remessas(golden))))
    for _ in range(data.draw(st.integers(1, 12))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(BYTES)
    cut = data.draw(st.integers(0, len(damaged)))
    for content in (bytes(damaged), bytes(damaged[:cut])):
        try:
            problems = check(content)
        except RefusedError:
            continue
        assert all(problem.message for problem in problems)


@some
@given(st.binary(max_size=2000))
def test_arbitrary_bytes_never_raise(content: bytes) -> None:
    try:
        check(content)
    except RefusedError:
        return
