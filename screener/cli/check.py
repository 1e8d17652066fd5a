"""`screener check`: what a questionnaire promises, proved or refuted."""

import json
from collections.abc import Iterator
from pathlib import Path
from textwrap import indent
from typing import Any

from screener.catalog import Selection
from screener.checking import Flaw, How, Proof, Space, check
from screener.cli.output import scientific
from screener.model import Answers, Questionnaire, Unknown

_WORDS = {
    How.THEOREM: "proved",
    How.ENUMERATED: "proved",
    How.SAMPLED: "tried",
    How.READ: "read",
    How.SKIPPED: "skipped",
}
_MEANINGS = {
    How.THEOREM: "proved  for everyone: it follows from the format",
    How.ENUMERATED: "proved  for everyone: all that it depends on was tried",
    How.SAMPLED: "tried   on random people, always the same ones",
    How.READ: "read    every text, source or case",
}
_INDENT = " " * 10


def check_questionnaire(selection: Selection, *, as_json: bool) -> int:
    """Check a questionnaire and print what was found.

    Args:
        selection: What is asked.
        as_json: Whether to print one JSON object instead of text.

    Returns:
        The exit code: 1 if anything does not hold.
    """
    loaded = selection.load()
    folder = None if selection.added else selection.folder
    proofs = _as_json(loaded, folder) if as_json else _as_text(loaded, folder)
    return 0 if all(proof.holds for proof in proofs) else 1


def _as_json(questionnaire: Questionnaire, folder: Path | None) -> list[Proof]:
    space = Space(questionnaire)
    proofs = list(check(questionnaire, folder))
    table = {
        "questionnaire": questionnaire.id,
        "version": questionnaire.version,
        "hash": questionnaire.content_hash,
        "answer_sets": space.size,
        "holds": all(proof.holds for proof in proofs),
        "checks": [_table(space, proof) for proof in proofs],
    }
    print(json.dumps(table, indent=2))
    return proofs


def _table(space: Space, proof: Proof) -> dict[str, Any]:
    finding = proof.finding
    return {
        "id": proof.id,
        "claim": proof.claim,
        "how": finding.how.value,
        "holds": proof.holds,
        "tried": finding.tried,
        "seconds": round(proof.seconds, 4),
        "note": finding.note or None,
        "flaws": [
            {"what": flaw.what, "mend": flaw.mend, "person": _person(space, flaw)}
            for flaw in finding.flaws
        ],
    }


def _as_text(questionnaire: Questionnaire, folder: Path | None) -> list[Proof]:
    space = Space(questionnaire)
    version = f"{questionnaire.id} {questionnaire.version}"
    print(f"{questionnaire.title} ({version}, {questionnaire.content_hash[:12]})")
    print(f"{scientific(space.size)} answer sets\n")
    proofs: list[Proof] = []
    for proof in check(questionnaire, folder):
        proofs.append(proof)
        print("\n".join(_lines(space, proof)), flush=True)
    print()
    for meaning in _MEANINGS.values():
        print(f"  {meaning}")
    seconds = sum(proof.seconds for proof in proofs)
    failed = sum(not proof.holds for proof in proofs)
    outcome = f"{failed} of {len(proofs)} checks failed" if failed else "All hold"
    print(
        f"\n{outcome}. {seconds:.1f} s. What is not proved: that the rules are right."
    )
    return proofs


def _lines(space: Space, proof: Proof) -> Iterator[str]:
    finding = proof.finding
    word = _WORDS[finding.how] if proof.holds else "FAILED"
    told = finding.note or f"{finding.tried} {finding.unit}"
    yield f"  {word:<8}{proof.claim:<50}{told:<12}{proof.seconds:>5.2f} s"
    for flaw in finding.flaws:
        yield f"{_INDENT}{flaw.what}"
        person = _person(space, flaw)
        if person is not None:
            yield f"{_INDENT}Someone for whom it is so, all else at its mildest:"
            told = "\n".join(f"{k} = {json.dumps(v)}" for k, v in person.items())
            yield indent(told or "(nothing else)", f"{_INDENT}  ")
        yield f"{_INDENT}To mend it: {flaw.mend}"


def _person(space: Space, flaw: Flaw) -> dict[str, Any] | None:
    """The answers that are not the mildest; `null` for one that is unknown."""
    if flaw.person is None:
        return None
    mildest: Answers = space.person({})
    return {
        link_id: None if isinstance(answer, Unknown) else answer
        for link_id, answer in flaw.person.items()
        if answer != mildest.get(link_id)
    }
