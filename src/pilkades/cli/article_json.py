"""An article as JSON, wherever one is named."""

from pilkades.base.article import Article
from pilkades.base.digest import Json
from pilkades.cli.sentences import cited


def described_article(article: Article) -> dict[str, Json]:
    """An article in its parts; null where the citation does not go that deep."""
    return {
        "instrument": article.instrument,
        "pasal": article.pasal or None,
        "ayat": article.ayat or None,
        "huruf": article.huruf or None,
        "angka": article.angka or None,
        "butir": article.butir or None,
        "elucidation": article.elucidation,
        "notation": article.notation,
        "label": cited(article),
    }
