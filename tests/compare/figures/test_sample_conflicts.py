"""The sample story holds three contradictions: how many died, how many were hurt, and what repairs will cost."""

from app.ingest.files import read_files
from app.ingest.item import Item
from app.resources import SAMPLE
from app.web.formats.collation_subject import Collated


def test_the_contradictions_of_the_sample_are_found_and_nothing_else_is_one() -> None:
    contents = [item.content for item in read_files([str(SAMPLE)]) if isinstance(item, Item)]
    facts = [one for one in Collated.of(contents).collation.figures if one.agreement == "conflict"]
    values = [{member.figure.value.lstrip("~") for member in fact.members} for fact in facts]
    assert sorted(values, key=lambda told: sorted(map(int, told))) == [
        {"3", "4"},
        {"46", "64"},
        {"410000000", "585000000"},
    ]
