"""Prints the mutation score of the core questionnaire: `make mutation`."""

import sys
from collections import Counter

from screener.catalog import load_cases, load_questionnaire, questionnaire_folder
from tests.mutation.judging import Verdict, judge
from tests.mutation.mutants import mutants


def main() -> int:
    """Print what notices the mutants of each kind, and name those that survive."""
    core = load_questionnaire(questionnaire_folder())
    cases = load_cases(questionnaire_folder())
    counts: Counter[tuple[str, Verdict]] = Counter()
    unnoticed: list[str] = []
    for mutant in mutants(core):
        verdict = judge(mutant.questionnaire, core, cases)
        counts[mutant.kind, verdict] += 1
        if verdict in (Verdict.SURVIVED, Verdict.EQUIVALENT):
            unnoticed.append(f"{verdict}: {mutant.kind}, {mutant.id}")
    kinds = list(dict.fromkeys(kind for kind, _ in counts))
    print(f"{'':<14}" + "".join(f"{verdict:>12}" for verdict in Verdict))
    for kind in kinds:
        row = "".join(f"{counts[kind, verdict]:>12}" for verdict in Verdict)
        print(f"{kind:<14}{row}")
    print("\n".join(unnoticed))
    survived = sum(counts[kind, Verdict.SURVIVED] for kind in kinds)
    total = sum(counts.values())
    print(f"{total} mutants, {total - survived} noticed or equivalent")
    return 1 if survived else 0


if __name__ == "__main__":
    sys.exit(main())
