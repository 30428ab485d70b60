"""A Spark of our own on this machine: one master and two workers of one core each, ended whatever happens."""

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO

import pyspark
import pytest

import pilkades

LOOPBACK = "127.0.0.1"
SHORT_LIVED = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
"""For a Java that lives for a minute: compile quickly rather than well."""
SPARK = Path(pyspark.__file__).parent
SOURCES = Path(pilkades.__file__).parent.parent


def environment(folder: Path) -> dict[str, str]:
    """What the master, the workers and the driver are told: this Python, this source, no other network."""
    (folder / "spark-defaults.conf").write_text(
        f"spark.driver.host {LOOPBACK}\n"
        f"spark.driver.bindAddress {LOOPBACK}\n"
        f"spark.executorEnv.PYTHONPATH {SOURCES}\n"
        "spark.executor.memory 1g\n"
        f"spark.executor.extraJavaOptions {SHORT_LIVED}\n"
        f"spark.driver.extraJavaOptions {SHORT_LIVED}\n"
        "spark.sql.shuffle.partitions 4\n"
        f"spark.local.dir {folder}\n"
    )
    return {
        "SPARK_HOME": str(SPARK),
        "SPARK_CONF_DIR": str(folder),
        "SPARK_LOCAL_IP": LOOPBACK,
        "SPARK_DAEMON_JAVA_OPTS": SHORT_LIVED,
        "SPARK_WORKER_DIR": str(folder / "work"),
        "PYSPARK_PYTHON": sys.executable,
        "PYSPARK_DRIVER_PYTHON": sys.executable,
    }


def java() -> None:
    """Spark is a program in Java; where there is none the test says so (and in CI that is a failure)."""
    if shutil.which("java") is None:
        pytest.skip("the command java is not installed")


@contextmanager
def cluster(folder: Path) -> Iterator[str]:
    """The master's address, once both workers have told it that they are there."""
    with ExitStack() as stack:
        log = stack.enter_context((folder / "master.log").open("wb"))
        master = stack.enter_context(_running(folder, "master.Master", "--port", "0"))
        address = _awaited(master, log, rb"Starting Spark master at (spark://\S+)")
        workers = [
            stack.enter_context(_running(folder, "worker.Worker", "-c", "1", "-m", "2g", address))
            for _ in range(2)
        ]
        for _ in workers:
            _awaited(master, log, rb"Registering (worker) ")
        yield address


@contextmanager
def _running(folder: Path, what: str, *arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    """A process of Spark in a session of its own, so that its children end with it."""
    bash = shutil.which("bash") or "bash"
    process = subprocess.Popen(  # noqa: S603 -- our own words
        [
            *(bash, str(SPARK / "bin" / "spark-class"), f"org.apache.spark.deploy.{what}"),
            *("--host", LOOPBACK, "--webui-port", "0", *arguments),
        ],
        env=os.environ | environment(folder),
        stdout=subprocess.PIPE if what.startswith("master") else subprocess.DEVNULL,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        if process.stdout:
            process.stdout.close()


def _awaited(process: subprocess.Popen[bytes], log: IO[bytes], pattern: bytes) -> str:
    for line in process.stdout or ():
        log.write(line)
        if match := re.search(pattern, line):
            return match[1].decode()
    raise AssertionError(f"Spark ended before it said {pattern!r}; see {log.name}")
