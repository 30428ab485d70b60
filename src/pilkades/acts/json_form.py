"""An act as JSON, and the digest over it: the form that is signed, sent, published and checked."""

from pilkades.acts.act import Act, Statement, plain
from pilkades.base.digest import Json, digest
from pilkades.base.errors import PilkadesError


def content(act: Act) -> dict[str, Json]:
    """What the digest covers: every field of the act but the digest itself and the signatures."""
    return {
        "id": act.id,
        "kind": act.kind,
        "facts": {name: [_statement(one) for one in stated] for name, stated in act.facts.items()},
        "recorded": act.recorded,
        "actor": None if act.actor is None else {"office": str(act.actor.office), "person": act.actor.person},
        "documents": [
            {"digest": paper.digest, "media_type": paper.media_type, "name": paper.name}
            for paper in act.documents
        ],
        "basis": list(act.basis),
        "corrects": act.corrects,
        "previous": act.previous,
    }


def to_json(act: Act) -> dict[str, Json]:
    """Every field of the act, none left out, so that each act has one form."""
    return {
        **content(act),
        "digest": act.digest,
        "signatures": [{"key": one.key, "value": one.value} for one in act.signatures],
    }


def digest_of(act: Act) -> str:
    """SHA-256 over the canonical JSON (RFC 8785) of the act without digest and signatures.

    Raises:
        PilkadesError: `not-canonical` when a value has no canonical form (a whole number beyond 2^53 - 1,
            half a surrogate pair), `not-plain` when it has no JSON form at all.
    """
    try:
        return digest(content(act))
    except ValueError as error:
        raise PilkadesError("not-canonical", act=act.id, reason=str(error)) from error


def _statement(statement: Statement) -> Json:
    source = statement.source
    return {
        "value": plain(statement.value),
        "standing": str(statement.standing),
        "source": None if source is None else {"place": source.place, "quote": source.quote},
    }
