"""Who says a number: traits of every speaker named, weighed; the grammar alone where a story has no weights."""

from __future__ import annotations

from datetime import date

import pytest

from monitor import stories
from monitor.extract import Extractor
from monitor.extract.speaker.attribution import NOBODY, Speaking, Voices
from monitor.extract.speaker.speakers import silent, speaker_of, voiced
from monitor.extract.text.document import Document
from monitor.stories.marks import UNIT

READER = Extractor(stories.load("ukrainian_children"))


def _at(doc: Document, number: str) -> int:
    return doc.words.index(number)


@pytest.mark.parametrize(
    ("language", "headline", "text", "speaker"),
    [
        (
            "es",
            "Zelenska agradece la ayuda de Trump",
            "Gracias a Melania Trump, nueve niños volvieron a Ucrania, recordó el jueves Olena Zelenska.",
            "olena_zelenska",
        ),
        (
            "en",
            "Ombudsman: more are home",
            "Dmytro Lubinets thanked Qatar on Friday. Nine children were returned from Russia, he said.",
            "lubinets",
        ),
        (
            "uk",
            "Лубінець про повернення",
            "З Росії за сприяння Меланії Трамп повернулися дев'ятеро дітей, повідомив Дмитро Лубінець.",
            "lubinets",
        ),
        ("en", "", "A lawyer who asked not to be named says 14 children were taken to Crimea.", None),
    ],
)
def test_who_said_it_is_told_from_who_is_named(language: str, headline: str, text: str, speaker: str | None) -> None:
    found = READER.extract(text, language=language, published=date(2026, 3, 10), headline=headline).figures
    assert [figure.source_id for figure in found] == [speaker]


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "Ambassador Sergiy Kyslytsya said 412 children had been returned from Russia.", "kyslytsya"),
        ("en", "Some 2,100 children have been returned, Ukraine's prosecutor general said.", "kravchenko"),
        ("en", "The national database lists 19,546 deported children.", "children_of_war"),
        ("en", "Its ombudswoman said 412 children had been taken in by Russian families.", "lvova_belova"),
        ("en", "The UN said 91 children had been deported to Russia.", "united_nations"),
        ("en", "An American study counted 310 children taken to Russian camps.", "yale_hrl"),
        ("en", "Five children came back from occupied land, the president's office said.", "ukrainian_authorities"),
        ("en", "Crimea SOS says 71 children are held in camps.", "crimea_sos"),
        ("en", "The Commission's president said 20,000 children had been taken to Russia.", "von_der_leyen"),
        ("de", "Die Koordinierungsstelle zählte 207 zurückgekehrte Kinder.", "coordination_headquarters"),
        ("fr", "D'après les procureurs, 669 enfants ont été tués.", "prosecutor_general_office"),
        ("pt", "As crianças levadas para a Rússia são 380, disse a comissária de Moscovo.", "lvova_belova"),
        ("pl", "Głosy Dzieci podały, że z Rosji wróciło 40 dzieci.", "voices_of_children"),
        ("ru", "В секретариате омбудсмена сообщили, что из России вернулись 19 детей.", "ua_ombudsman_office"),
        ("uk", "У КримSOS повідомили, що в таборах Криму тримають 71 дитину.", "crimea_sos"),
        ("es", "Según el viceministro Serguí Kislitsia, han vuelto 412 niños de Rusia.", "kyslytsya"),
        ("es", "El Ministerio del Interior ucraniano busca a 1.870 niños desaparecidos.", "interior_ministry"),
        ("fr", "La ministre Lolwah Al-Khater a annoncé le retour de onze enfants de Russie.", "al_khater"),
        ("de", "Laut Botschafter Makejew sind 412 Kinder aus Russland zurück.", "makeiev"),
        ("it", "Il segretario generale dell'Onu ha verificato l'uccisione di 91 bambini.", "guterres"),
        ("pt", "O opositor Pavel Latushka diz que 310 crianças foram levadas para a Bielorrússia.", "latushka"),
        ("pl", "Paweł Łatuszka twierdzi, że na Białoruś wywieziono 310 dzieci.", "latushka"),
        ("uk", "У моніторинговій місії ООН підтвердили загибель 91 дитини.", "un_hrmmu"),
        ("ru", "По данным МИД Украины, из России возвращены 412 детей.", "ukrainian_authorities"),
    ],
)
def test_people_and_offices_are_known_in_their_own_spellings(language: str, text: str, speaker: str) -> None:
    found = READER.extract(text, language=language, published=date(2026, 3, 10), ours=True).figures
    assert [figure.source_id for figure in found] == [speaker]


def test_who_is_cited_right_behind_a_number_is_told() -> None:
    doc, head = READER.prepared("Nine (Kyiv), or 12 if one asks Yale, are home; 15, according to Zelensky.", "", "en")
    voices = Voices(head, doc)

    def cited(number: str) -> set[str]:
        told = voices.traits(_at(doc, number), "returned", 9)
        return {who for who, traits in told.items() if "cited" in traits}

    assert cited("nine") == {"ukrainian_authorities"}
    assert cited("12") == set()
    assert cited("15") == {"zelensky"}


def test_what_stands_on_a_list_is_told_by_its_keeper_and_no_other_number() -> None:
    text = "35,000 (Yale), against 19,546 on Kyiv's list, and 1,205 in the UN file were deported."
    doc, head = READER.prepared(text, "", "en")
    traits = Voices(head, doc).traits(_at(doc, "19,546"), "deported", 19546)
    assert "another's" in traits["yale_hrl"]
    assert "listed True" in traits["ukrainian_authorities"]


def test_a_land_speaks_only_beside_a_verb_of_saying() -> None:
    def told(text: str) -> str | None:
        doc, head = READER.prepared(text, "", "en")
        return Voices(head, doc).speaker(_at(doc, "nine"), "returned", 9, None)

    assert told("Canada says nine children were returned from Russia.") == "canada_government"
    assert told("Police say nine children were returned from Russia.") == "national_police"
    assert told("A family with nine children was returned from Russia and lives in Canada.") is None


@pytest.mark.parametrize(
    ("language", "text", "speaks"),
    [
        ("en", "For Kyiv, 19,546 children were taken.", True),
        ("en", "The parcels for Kyiv feed 300 children.", False),
        ("es", "Para Kiev, son 19.546 los menores deportados.", True),
        ("es", "Tres menores salieron para Kiev.", False),
        ("fr", "Selon Yale, ils sont 35 000 ; pour Kiev, 19 546 enfants ont été emmenés.", True),
        ("de", "Für Kiew sind es 19.546 Kinder.", True),
        ("it", "I nomi sono 339; per Kiev i deportati superano i 19mila.", True),
        ("pl", "Dla Kijowa to 19 546 dzieci.", True),
        ("pt", "Para Kiev, são 19.546 crianças.", True),
        ("pt", "Nove menores seguiram para Kiev.", False),
        ("uk", "Для Києва це 19 546 дітей.", True),
        ("ru", "Для Киева это 19 546 детей.", True),
    ],
)
def test_a_capital_speaks_behind_a_preposition_of_opinion_that_opens_a_clause(
    language: str, text: str, speaks: bool
) -> None:
    doc, head = READER.prepared(text, "", language)
    number = doc.spans[-1].i
    assert ("at < named says" in Voices(head, doc).traits(number, "deported", 19546)["ukrainian_authorities"]) is speaks


def test_everyone_named_near_is_a_choice_and_so_is_nobody() -> None:
    text = "Yale researchers found 210 camps. Kyiv says 1,900 children are home, Dmytro Lubinets told Kaja Kallas."
    doc, head = READER.prepared(text, "Zelensky thanks allies", "en")
    choices = Voices(head, doc).traits(_at(doc, "1,900"), "returned", 1900)
    assert {NOBODY, "yale_hrl", "lubinets", "kallas", "zelensky"} <= choices.keys()
    assert {"at -1", "who yale_hrl returned"} <= choices["yale_hrl"]
    assert {"head", "head first True"} <= choices["zelensky"]
    assert "at > mute says" in choices["kallas"]
    assert sum("ruled True" in traits for traits in choices.values()) == 1


def test_weights_choose_the_speaker_of_most_worth_and_nobody_at_a_handicap() -> None:
    doc, head = READER.prepared("Nine children are home, Dmytro Lubinets said.", "", "en")
    at = _at(doc, "nine")

    def told(**traits: float) -> str | None:
        worth = Speaking({trait.replace("_", " ", 1): round(weight * UNIT) for trait, weight in traits.items()})
        return Voices(head, doc).speaker(at, "returned", 9, worth)

    assert told(who_lubinets=0.5) == "lubinets"
    assert told(who_=0.7) == "lubinets"
    assert told(who_=2.0) is None


def test_a_story_without_weights_is_told_by_the_grammar() -> None:
    doc, head = READER.prepared("Nine children are home, Dmytro Lubinets said.", "", "en")
    at = _at(doc, "nine")
    assert Voices(head, doc).speaker(at, "returned", 9, None) == speaker_of(head, doc, at) == "lubinets"


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "Melania Trump said at the White House that eight children had been reunited.", "melania_trump"),
        ("es", "Melania Trump dijo en la Casa Blanca que ocho niños han vuelto de Rusia.", "melania_trump"),
        ("de", "Acht Kinder seien aus Russland zurückgekehrt, sagte Melania Trump im Weißen Haus.", "melania_trump"),
        ("en", "The White House said on Friday that eight children had been returned from Russia.", "white_house"),
        ("ru", "Меланья Трамп заявила, что восемь украинских детей вернулись из России.", "melania_trump"),
        ("uk", "У Білому домі заявили, що восьмеро дітей повернулися до родин з Росії.", "white_house"),
    ],
)  # fmt: skip
def test_where_something_is_said_does_not_say_it(language: str, text: str, speaker: str) -> None:
    (figure,) = (
        Extractor(stories.load("ukrainian_children"))
        .extract(text, language=language, published=date(2025, 10, 10))
        .figures
    )
    assert figure.source_id == speaker


def test_the_article_with_which_the_story_began_for_us() -> None:
    text = (
        "First lady Melania Trump said on Friday that eight Ukrainian children had been given back to their families "
        "within a day. Three of them had been displaced to Russia by the fighting, five separated from relatives "
        "across borders, she said. Ukraine says nearly 20,000 children have been taken to Russia, and Yale's "
        "Humanitarian Research Lab puts the number at 35,000."
    )
    figures = Extractor(stories.load("ukrainian_children")).extract(
        text, language="en", published=date(2025, 10, 10)
    ).figures  # fmt: skip
    said = {figure.value: figure.source_id for figure in figures}
    assert (said[8], said[20_000], said[35_000]) == ("melania_trump", "ukrainian_authorities", "yale_hrl")
    assert {who for value, who in said.items() if value in (3, 5)} <= {"melania_trump"}


@pytest.mark.parametrize(
    ("language", "text", "day", "speaker"),
    [
        ("en", "Ukraine's prosecutor general said 300 children were killed.", date(2023, 5, 1), "kostin"),
        ("en", "Ukraine's prosecutor general said 600 children were killed.", date(2025, 9, 1), "kravchenko"),
        ("ru", "Омбудсмен сообщила, что убиты 79 детей.", date(2022, 3, 20), "denisova"),
        ("uk", "Повернули 14 дітей, каже глава Офісу президента.", date(2024, 3, 20), "yermak"),
        ("de", "Die EU-Außenbeauftragte sagte, 20.000 Kinder seien verschleppt worden.", date(2023, 6, 1), "borrell"),
        ("en", "Yermak said 14 children were returned from Russia.", date(2026, 3, 20), "yermak"),
        ("en", "On Friday, the prosecutor general said 600 children were killed.", date(2025, 9, 1), "kravchenko"),
        ("en", "In Kyiv, the prosecutor general has counted 600 killed children.", date(2025, 9, 1), "kravchenko"),
        ("es", "El viernes, la fiscalía dijo que murieron 600 niños.", date(2025, 9, 1), "prosecutor_general_office"),
        ("uk", "Повернули 14 дітей, повідомив Офіс президента.", date(2025, 3, 20), "yermak"),
        ("en", "Some 14 children returned, the president's office said.", date(2026, 3, 20), "ukrainian_authorities"),
    ],
)
def test_an_office_speaks_as_its_holder_of_the_day(language: str, text: str, day: date, speaker: str) -> None:
    found = READER.extract(text, language=language, published=day, ours=True).figures
    assert [figure.source_id for figure in found] == [speaker]


def test_an_office_of_hers_is_that_of_the_last_who_spoke() -> None:
    text = "Melania Trump said more would come home. Her office has helped 15 children return from Russia."
    doc, head = READER.prepared(text, "", "en")
    traits = Voices(head, doc).traits(_at(doc, "15"), "returned", 15)
    assert {who for who, found in traits.items() if "pronoun" in found} == {"melania_trump"}


@pytest.mark.parametrize(
    ("language", "text", "speakers"),
    [
        ("en", "Russia's official data say 744,000 children have come.", {"russian_authorities"}),
        ("fr", "Selon les données officielles russes, 744 000 enfants sont arrivés.", {"russian_authorities"}),
        ("uk", "За офіційними даними Росії, прибули 744 тисячі дітей.", {"russian_authorities"}),
        ("ru", "По официальным данным РФ, прибыли 744 тысячи детей.", {"russian_authorities"}),
        ("pl", "Według oficjalnych danych Rosji przyjechało 744 tysiące dzieci.", {"russian_authorities"}),
        ("ru", "На государственном сайте РФ указаны 744 ребенка.", {"russian_authorities"}),
        ("en", "The president of Lithuania said 300 children were taken.", {"lithuanian_government"}),
        ("uk", "Президент Литви сказав про 300 дітей.", {"lithuanian_government"}),
        ("pt", "O presidente Lula disse que 300 crianças foram levadas.", set()),
        ("es", "Para Kiev salieron ayer tres menores.", set()),
        ("pt", "Para Kiev seguiram nove menores.", set()),
        ("it", "Per Mosca sono partiti 300 bambini.", set()),
        ("fr", "Pour Moscou sont partis 300 enfants.", set()),
        ("de", "Für Kiew sammelten Freiwillige Geld.", set()),
        ("it", "Per Kiev i minori deportati sono 20mila.", {"ukrainian_authorities"}),
        ("fr", "Pour Kiev, 19 546 enfants ont été déportés.", {"ukrainian_authorities"}),
        ("en", "The Office of the Prosecutor said 300 children were taken.", {"icc"}),
        ("uk", "Еміль, якому дванадцять, сказав про 300 дітей.", set()),
        ("de", "Das Sacharow-Zentrum sagte, es seien 300 Kinder.", set()),
        ("en", "Roma families said 300 children were taken.", set()),
        ("ru", "Минюст РФ сообщил о 300 детях.", {"russian_authorities"}),
        ("pl", "Polskie MSZ poinformowało o 300 dzieciach.", {"polish_government"}),
        ("pl", "Rosyjskie MSZ twierdzi, że dzieci jest 300.", {"russian_mfa"}),
        ("uk", "МЗС Литви повідомило про 300 дітей.", {"lithuanian_government"}),
        ("ru", "Госсекретарь Ватикана сообщил о 300 детях.", {"vatican"}),
        ("en", "Russia's prosecutor general said 300 children came.", {"russian_authorities"}),
        ("uk", "Дружина президента Трампа сказала про 300 дітей.", {"melania_trump"}),
        ("fr", "La commissaire européenne a dit que 300 enfants manquent.", set()),
        ("es", "El jefe de gabinete de Trump dijo que son 300 niños.", {"white_house"}),
        ("uk", "Викладач розповів про 300 дітей, яких зібрав Київ.", set()),
    ],
)
def test_names_that_are_only_like_those_of_speakers_name_nobody_else(
    language: str, text: str, speakers: set[str]
) -> None:
    doc, _ = READER.prepared(text, "", language)
    size = len(doc.words)
    named = {cue.tag[8:] for cue in doc.cues_of("speaker", 0, size) if not silent(doc, cue)}
    assert named | {cue.tag[6:] for cue in doc.cues_of("voice", 0, size) if voiced(doc, cue)} == speakers


def test_no_office_is_called_by_the_name_of_who_holds_it() -> None:
    speakers = stories.load("ukrainian_children").speakers

    def stems(who: str) -> set[str]:
        person = len(speakers[who].name.split()) == 2 and speakers[who].name.istitle()
        return {p.rstrip("*") for p in speakers[who].patterns if person and " " not in p}

    for office in speakers.values():
        known = {stem for _, who in office.holders for stem in stems(who)}
        words = {word for pattern in office.patterns for word in pattern.split()}
        assert not {word for word in words if word.startswith(tuple(known))}, office.id
    assert {"kravchenko", "krávchenko"} <= stems("kravchenko")


def test_of_several_numbers_each_is_its_own_keepers() -> None:
    text = "35,000 children were deported (Yale), against 19,546 on Kyiv's list, and 1,205 in the UN file."
    found = READER.extract(text, language="en", published=date(2026, 3, 10), ours=True).figures
    assert [figure.source_id for figure in found] == ["yale_hrl", "ukrainian_authorities", "united_nations"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("pl", "Prezydent Pavel powiedział, że z Rosji wróciło 8 ukraińskich dzieci."),
        ("es", "El presidente Orbán dijo que 300 niños ucranianos fueron trasladados a Rusia."),
    ],
)
def test_an_office_before_the_name_of_another_names_nobody_of_ours(language: str, text: str) -> None:
    found = READER.extract(text, language=language, published=date(2026, 3, 10), ours=True).figures
    assert [figure.source_id for figure in found] == [None]


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "Donald Trump said that 12 Ukrainian children had been returned from Russia.", "trump"),
        ("pl", "Prezydent Trump powiedział, że z Rosji wróciło 8 ukraińskich dzieci.", "trump"),
        ("es", "El presidente Putin dijo que 300 niños ucranianos fueron trasladados a Rusia.", "putin"),
        ("en", "Vyacheslav Volodin said that 12 Ukrainian children had returned from Russia.", "volodin"),
        ("en", "Vanessa Frazier said that 19,546 children had been deported from Ukraine.", "united_nations"),
    ],
)
def test_who_is_named_in_latin_letters_too(language: str, text: str, speaker: str) -> None:
    found = READER.extract(text, language=language, published=date(2026, 3, 10)).figures
    assert [figure.source_id for figure in found] == [speaker]


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("es", "Una ONG dice que 157 niños ucranianos volvieron de Rusia.", None),
        ("es", "La ONG dice que 157 niños ucranianos volvieron de Rusia.", "save_ukraine"),
        ("de", "Eine Hilfsorganisation teilte mit, 31 Kinder seien aus Russland zurückgekehrt.", None),
        ("de", "Die Hilfsorganisation teilte mit, 31 Kinder seien aus Russland zurückgekehrt.", "save_ukraine"),
        ("en", "An aid group said 31 children had been returned from Russia.", None),
        ("fr", "Selon une fondation, 31 enfants sont rentrés de Russie.", None),
    ],
)
def test_one_of_many_charities_is_not_the_one_of_the_story(language: str, text: str, speaker: str | None) -> None:
    (figure,) = READER.extract(text, language=language, published=date(2026, 3, 10)).figures
    assert figure.source_id == speaker
