"""Work beside the window: one writer, progress, cancel, and sentences instead of tracebacks."""

import logging
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QMessageBox

from finbank_desktop.domain.problems import RefusedError
from finbank_desktop.gui import errors
from finbank_desktop.gui.jobs import Job, JobRunner
from finbank_desktop.services.jobs import Watcher


def int_of(text: str) -> int:
    raise ValueError(text)


def test_writing_jobs_never_overlap(runner: JobRunner, qtbot: Any) -> None:
    inside, most = [], []

    def call(_watcher: Watcher) -> None:
        inside.append(1)
        most.append(len(inside))
        time.sleep(0.01)
        inside.pop()

    jobs = [Job("x", call) for _ in range(8)]
    for job in jobs:
        runner.start(job)
    qtbot.waitUntil(lambda: not runner.running)
    assert most == [1] * 8


def test_reading_goes_on_while_something_is_written(runner: JobRunner, qtbot: Any) -> None:
    gate = threading.Event()
    runner.start(Job("longo", lambda _watcher: gate.wait(5)))
    read = Job("ler", lambda _watcher: 42)
    with qtbot.waitSignal(read.succeeded, timeout=2000) as blocker:
        runner.read(read)
    gate.set()
    assert blocker.args == [42]


def test_results_arrive_in_the_windows_thread(runner: JobRunner, qtbot: Any, qapp: Any) -> None:
    where: list[bool] = []
    job = Job("x", lambda _watcher: QThread.currentThread() is qapp.thread())
    job.succeeded.connect(lambda beside: where.extend((beside, QThread.currentThread() is qapp.thread())))
    runner.start(job)
    qtbot.waitUntil(lambda: bool(where))
    assert where == [False, True]


def test_a_cancelled_job_ends_without_success_or_failure(runner: JobRunner, qtbot: Any) -> None:
    heard: list[str] = []

    def call(watcher: Watcher) -> None:
        for step in range(10_000):
            watcher.report(step, 10_000, "andando")
            time.sleep(0.001)

    job = Job("longo", call)
    job.succeeded.connect(lambda _result: heard.append("succeeded"))
    job.failed.connect(lambda _error: heard.append("failed"))
    with qtbot.waitSignal(job.finished, timeout=3000):
        with qtbot.waitSignal(job.progressed):
            runner.start(job)
        job.cancel()
    assert heard == []
    assert job.was_cancelled


def test_a_refusal_is_told_in_its_own_words() -> None:
    error = RefusedError("x", "O arquivo está vazio; baixe-o de novo.", "CN.RET")
    assert errors.sentence(error) == "O arquivo está vazio; baixe-o de novo. (CN.RET)"


def test_an_unexpected_error_is_told_in_one_sentence_without_its_text() -> None:
    assert "12345678909" not in errors.sentence(ValueError("CPF 12345678909"))


def test_what_nobody_caught_becomes_a_dialog_and_a_line_in_the_log(
    tmp_path: Path, qtbot: Any, monkeypatch: pytest.MonkeyPatch, asked: list[QMessageBox]
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    log = tmp_path / "finbank.log"
    logger = logging.getLogger("finbank_desktop")
    before = list(logger.handlers)
    errors.start_log(log)
    reporter = errors.Reporter(log)
    reporter.install()
    with pytest.raises(ValueError, match="CPF") as caught:
        int_of("CPF 12345678909")
    sys.excepthook(caught.type, caught.value, caught.tb)
    qtbot.waitUntil(lambda: bool(asked))
    for handler in set(logger.handlers) - set(before):
        logger.removeHandler(handler)
        handler.close()
    written = log.read_text("utf-8")
    assert "ValueError" in written
    assert "test_jobs.py" in written
    assert "12345678909" not in written
    assert "Traceback" not in asked[0].text() + asked[0].informativeText()
    assert str(log) in asked[0].informativeText()
