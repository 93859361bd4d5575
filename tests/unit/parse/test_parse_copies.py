"""Near-copies and versions of texts (issue 6)."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from monitor.parse.copies import alike, bands, likeness, pack, signature, unpack
from monitor.parse.versions import cosmetic, word_diff

WIRE = " ".join(
    f"Sentence number {n} of the agency tells where the buses with the families went on day {n}." for n in range(30)
)
OTHER = " ".join(
    f"Paragraph {n} of a wholly different report on the price of grain in port {n * 7}." for n in range(30)
)


def test_a_copy_is_found_through_its_bands() -> None:
    copy = "By our desk. " + WIRE.replace("agency", "Agency", 3) + " The editors added this line at the very end of it."
    assert likeness(signature(WIRE), signature(copy)) > 0.8
    assert set(bands(signature(WIRE))) & set(bands(copy))


def test_other_texts_are_unlike() -> None:
    assert likeness(signature(WIRE), signature(OTHER)) < 0.05
    assert not set(bands(WIRE)) & set(bands(OTHER))


def test_half_a_text_is_about_half_alike() -> None:
    mixed = WIRE[: len(WIRE) // 2] + OTHER[: len(OTHER) // 2]
    assert 0.2 < likeness(signature(WIRE), signature(mixed)) < 0.55


@given(st.text(max_size=300))
def test_packing(text: str) -> None:
    sketch = signature(text)
    assert unpack(pack(sketch)) == sketch
    assert likeness(pack(sketch), sketch) == (1.0 if sketch else 0.0)


_FEW_WORDS = st.lists(st.sampled_from(WIRE.split()[:12]), max_size=160).map(" ".join)


@given(_FEW_WORDS, st.integers(0, 160), _FEW_WORDS, st.sampled_from([0.3, 0.8, 1.0]))
def test_alike_is_a_likeness_of_at_least_so_much(text: str, kept: int, rest: str, share: float) -> None:
    one, two = signature(text), signature(f"{text[: 6 * kept]} {rest}")
    assert alike(one, pack(two), share) == (likeness(one, two) >= share)


def test_cosmetic_changes_are_no_version() -> None:
    old = 'Updated at 14:05\nThe minister said: "1,205 children" are back.\nThe list has 20 000 names.'
    new = "Updated at 18:40\nThe minister said: “1,205 children” are  back.\nThe list has 20\u00a0000 names."
    assert cosmetic(old, new)
    assert not cosmetic(old, old.replace("1,205", "1,206"))
    assert not cosmetic("It is 1.9 of them.", "It is 19 of them.")
    assert not cosmetic("Eight are back.", "Nine are back.")


def test_the_words_that_changed() -> None:
    changes = word_diff("So far 1,205 children are back home.", "So far 1,221 children are safely back home.")
    assert [(c.kind, c.text) for c in changes if c.kind != "same"] == [
        ("gone", "1,205"), ("come", "1,221"), ("come", "safely"),
    ]  # fmt: skip
