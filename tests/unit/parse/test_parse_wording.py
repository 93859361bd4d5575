"""Lines that by their wording alone are of no article (issue 6)."""

from __future__ import annotations

import pytest

from monitor.parse.wording import no_article


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Tempo de leitura: 4 minutos", "speaks of reading on"),
        ("Час читання: 3 хв", "speaks of reading on"),
        ("Время чтения 12 мин", "speaks of reading on"),
        ("6 min read", "speaks of reading on"),
        ("Il vous reste 41.5% de cet article à lire.", "speaks of reading on"),
        ("Story continues below", "speaks of reading on"),
        ("Ships in the bay at dawn (Image: HARBOUR PRESS )", "names whose picture it is"),
        ("Фото: пресслужба порту, 2019", "names whose picture it is"),
        ("Titelbild: Hafen im Nebel", "names whose picture it is"),
        ("A reporter in the north contributed to this report.", "names who helped"),
        ("Updated: 24 April 2024, 19:35", "only a date"),
        ("Wednesday, April 24th, 2024 - 7:35 p.m.", "only a date"),
        ("24 квітня 2024, оновлено 19:35", "only a date"),
        ("Pat Sample24.04.2024, 19:35 Uhr", "a name and a date"),
        ("Le puede interesar: 14 barcos en la bahía", "points to another article"),
        ("[Related: 14 ships in the bay]", "points to another article"),
    ],
)
def test_line_that_is_of_no_article_by_its_wording(line: str, why: str) -> None:
    assert no_article(line, len(line.split())) == why


@pytest.mark.parametrize(
    "line",
    [
        "The photo shows 14 children at the gate of the camp.",
        "She had little time to read, 20 minutes a day at most, before the lights went out.",
        "The image: a boy of nine, alone on a platform, who became the face of the whole story and was never named in "
        "it by any of the papers that printed it on their first pages in the spring of that year, though many knew it.",
        "Related families were kept apart for 40 days.",
        "Twelve villages contributed to this fund, and it paid for 31 journeys home.",
        "The train of 24.04.2024 left at 19:35 with 48 children, and none of them knew where to.",
        "24.04.2024 о 19:35 повернули вісьмох.",
        "The story continues in the south, where 9 schools were closed.",
        "April 2024: 48 children",
        "1986 – 2024: harbours",
        "About 12% of these articles were missing.",
    ],
)
def test_line_that_says_something_stays(line: str) -> None:
    assert no_article(line, len(line.split())) is None
