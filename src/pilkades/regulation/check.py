"""`python -m pilkades.regulation.check [--coverage]`: read all the law and list what is wrong with it."""

import sys

from pilkades.base.errors import FaultyInput
from pilkades.base.language import Language
from pilkades.regulation import checks, loader


def main(arguments: list[str]) -> int:
    """Print every fault; 2 if there is one, 1 if a provision is not accounted for and `--coverage` asks."""
    try:
        law = loader.load(loader.data_folder())
    except FaultyInput as error:
        for fault in error.faults:
            sys.stdout.write(fault.to(Language.EN) + "\n")
        return 2
    sys.stdout.write(
        f"{len(law.provisions)} provisions, {len(law.rules)} rules, {len(law.parameters)} parameters\n"
    )
    missing = checks.uncovered(law)
    if "--coverage" in arguments:
        sys.stdout.writelines(f"not accounted for: {article}\n" for article in missing)
    return 1 if missing and "--coverage" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
