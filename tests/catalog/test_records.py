"""Records are values: a copy knows nothing of what was worked out for the other."""

from dataclasses import replace

from screener.model import Questionnaire


def test_a_changed_copy_works_everything_out_anew(core: Questionnaire) -> None:
    assert len(core.items) == len(core.item)
    fewer = replace(core, item=core.item[:3])
    assert list(fewer.items) == [item.link_id for item in core.item[:3]]
    assert fewer.content_hash != core.content_hash
    assert hash(fewer) != hash(core)


def test_a_key_that_is_not_used_does_not_change_the_hash(core: Questionnaire) -> None:
    first, *others = core.item
    spelled_out = replace(first, fixed=first.fixed, seen_by=None)
    same = replace(core, item=(spelled_out, *others))
    assert same.content_hash == core.content_hash
