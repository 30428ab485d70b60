"""Numbers in Indonesian words (terbilang), as every berita acara demands."""

import num2words


def spelled(number: int) -> str:
    """Write a whole number in Indonesian words: 841 -> `delapan ratus empat puluh satu`."""
    return str(num2words.num2words(number, lang="id"))
