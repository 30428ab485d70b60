"""`python -m pilkades.web`: serve the site, show the demonstration, or any command of Django's.

`serve` checks that the site may be served, brings its tables up to date and answers until it is stopped.
`demonstrate` makes the made-up county anew, and serves it. `work` is what does long work beside the pages;
both start it. Everything else goes to Django: `migrate`,
`new_secret_key`, `invite_county`.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import django
from django.core.management import execute_from_command_line

from pilkades.base.errors import FaultyInput
from pilkades.base.language import Language, same
from pilkades.web import server, working
from pilkades.web.config import load
from pilkades.web.serving import demand_servable, end_with, prepare

_WORKERS = 2
_INTERRUPTED = 130
HOST, PORT = "127.0.0.1", 8000


def main() -> None:
    """Run what the command line asks for and exit with its status."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run a command; 0 done, 2 something that cannot be used, told with its remedy, 130 broken off."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pilkades.web.settings")
    try:
        if arguments[:1] == ["serve"]:
            return _serve(arguments[1:])
        if arguments[:1] == ["demonstrate"]:
            return _demonstrate(arguments[1:])
        if arguments[:1] == [working.GUARD]:
            return working.guard()
        config = load(os.environ, Path.cwd())
        prepare(config)
        if arguments[:1] == [working.WORKER]:
            django.setup()
            return working.work(config)
    except FaultyInput as faulty:
        end_with(faulty)
    except KeyboardInterrupt:
        return _INTERRUPTED
    execute_from_command_line(["python -m pilkades.web", *arguments])
    return 0


def _parser(name: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=f"python -m pilkades.web {name}", allow_abbrev=False)
    parser.add_argument("--host", default=HOST)
    parser.add_argument("--port", type=int, default=PORT)
    parser.add_argument("--lang", type=Language, choices=list(Language), default=Language.ID)
    return parser


def _serve(arguments: Sequence[str]) -> int:
    asked = _parser("serve").parse_args(arguments)
    config = demand_servable()
    django.setup()
    listening = server.listen(asked.host, asked.port)
    server.lay_tables(config)
    address = server.address_of(listening, config)
    server.tell(server.SERVED.fill(address=same(address)).to(asked.lang), server.STOP.to(asked.lang))
    server.run(listening, workers=_WORKERS)
    server.tell(server.STOPPED.to(asked.lang))
    return 0


def _demonstrate(arguments: Sequence[str]) -> int:
    parser = _parser("demonstrate")
    parser.add_argument("--only-load", action="store_true")
    asked = parser.parse_args(arguments)
    config = demand_servable()
    django.setup()
    # It imports models, which Django has only now.
    from pilkades.web.demonstration.showing import show  # noqa: PLC0415

    show(config, None if asked.only_load else (asked.host, asked.port), asked.lang)
    return 0


if __name__ == "__main__":
    main()
