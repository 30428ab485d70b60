"""The papers of an election, read by their digests."""

from collections.abc import Iterable, Mapping

from pilkades.web.core.models import Election, Paper


def papers_of(election: Election, digests: Iterable[str]) -> Mapping[str, Paper]:
    """The papers that the election holds of these digests, in the order asked; one query, or none."""
    wanted = dict.fromkeys(digests)
    if not wanted:
        return {}
    found = {paper.digest: paper for paper in Paper.objects.filter(election=election, digest__in=wanted)}
    return {digest: found[digest] for digest in wanted if digest in found}
