"""Utterances as JSON: the `quotes` of a collation and of a comparison (docs/facts.md)."""

from collections.abc import Sequence
from typing import Any

from app.compare.quotes.quotation import QuoteMember, Utterance

Json = dict[str, Any]


def quotes_json(utterances: Sequence[Utterance]) -> list[Json]:
    """The utterances of a collation, without the terms; versions are named by their place."""
    return [
        _utterance(one, [{"version": member.version} for member in one.members])
        for one in utterances
        if not one.scare
    ]


def quotes_between_json(utterances: Sequence[Utterance]) -> list[Json]:
    """The utterances of a comparison: versions 0 and 1 are its sides."""
    return [
        _utterance(one, [{"side": "ab"[member.version]} for member in one.members])
        for one in utterances
        if not one.scare
    ]


def _utterance(one: Utterance, owners: Sequence[Json]) -> Json:
    return {
        "speaker": one.speaker,
        "agreement": one.agreement,
        "attributed_differently": one.attributed_differently,
        "members": [owner | _member(member) for owner, member in zip(owners, one.members, strict=True)],
    }


def _member(member: QuoteMember) -> Json:
    said = member.quotation
    return {
        "sentence": said.sentence,
        "text": said.text,
        "speaker": said.speaker,
        "start": said.start,
        "end": said.end,
    }
