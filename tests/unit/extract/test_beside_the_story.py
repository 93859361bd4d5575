"""What stands round a story in real news and counts no child of it: law, telephones, markets, polls, fronts, bodies."""

from __future__ import annotations

from datetime import date

import pytest

from monitor import stories
from monitor.extract import Extractor

READER = Extractor(stories.load("ukrainian_children"))
HOME = {
    "uk": "З Росії повернули 12 українських дітей.",
    "ru": "Из России вернули 12 украинских детей.",
    "en": "Twelve Ukrainian children were returned from Russia.",
    "de": "Zwölf ukrainische Kinder sind aus Russland zurückgekehrt.",
    "fr": "Douze enfants ukrainiens sont rentrés de Russie.",
    "es": "Doce niños ucranianos han vuelto de Rusia.",
    "it": "Dodici bambini ucraini sono tornati dalla Russia.",
    "pt": "Doze crianças ucranianas voltaram da Rússia.",
    "pl": "Dwanaścioro ukraińskich dzieci wróciło z Rosji.",
}
"""Twelve children are home: the figure that each text has."""


@pytest.mark.parametrize(
    ("language", "beside"),
    [
        ("uk", "Справу відкрито за ч. 1 ст. 438 Кримінального кодексу України."),
        ("uk", "Чоловікові загрожує від 10 до 15 років ув'язнення за частиною 2 статті 438 КК."),
        ("uk", "Підозри оголошено за ч. 2 ст. 28 та ч. 2 ст. 438 ККУ."),
        ("uk", "Гаряча лінія працює за номером 116 111 або 0 800 500 225."),
        ("uk", "Телефонуйте на 1547 цілодобово."),
        ("uk", "Підписуйтеся на наш телеграм-канал, нас уже 45 тисяч."),
        ("uk", "У Києві +18, вночі до 7 градусів тепла."),
        ("uk", "Курс долара - 41,5 гривні, євро - 48,2."),
        ("uk", "Росія втратила 1 150 військових за добу, 12 танків і 34 артсистеми."),
        ("uk", "Нагадаємо, 14 жовтня ворог атакував Харків, поранено восьмеро."),
        ("uk", "Пожежу площею 300 квадратних метрів загасили 45 рятувальників."),
        ("uk", "Захід відбувся в рамках 80-ї сесії Генасамблеї ООН."),
        ("uk", "Резолюцію підтримала 91 країна, 12 були проти, 57 утрималися."),
        ("uk", "Обмін тілами: Україні повернули 1 000 тіл."),
        ("uk", "Додому з полону повернулися 185 військових і 20 цивільних."),
        ("uk", "Час читання: 4 хв. Переглядів: 1 234."),
        ("uk", "Директива 2024/1385 набула чинності."),
        ("uk", "Про це йдеться в указі № 568/2021."),
        ("uk", "Сума допомоги - 50 тисяч гривень на дитину."),
        ("uk", "Автобус проїхав 1 800 кілометрів за 36 годин."),
        ("uk", "Коаліція налічує 48 держав."),
        ("ru", "Дело возбуждено по ч. 1 ст. 105 УК РФ."),
        ("ru", "Ему грозит до 15 лет по части 2 статьи 438."),
        ("ru", "Телефон горячей линии 8-800-200-01-22."),
        ("ru", "Индекс Мосбиржи вырос на 1,8%, до 2745 пунктов."),
        ("ru", "Нефть Brent подорожала за неделю, прибавив 1,8%."),
        ("ru", "Обмен телами: Украине вернули тысячу погибших, России – 19."),
        ("ru", "Украина передала России тела 31 военного."),
        ("ru", "Потери за сутки составили 1 150 человек."),
        ("ru", "В переговорах участвовали делегации 5 стран."),
        ("ru", "Средства ПВО перехватили 51 беспилотник, из них 15 – над Белгородской областью."),
        ("ru", "Ударам подверглись 7 населённых пунктов, ранены пятеро."),
        ("ru", "Читайте нас в «Дзене»: 300 тысяч подписчиков."),
        ("en", "He is charged under Art. 438(1) of the Criminal Code."),
        ("en", "Article 8(2)(b)(viii) of the Rome Statute bans it; see para. 47 and p. 12."),
        ("en", "Call 116 111 or +380 44 123 4567."),
        ("en", "Brent rose 1.8% to $67.4 a barrel."),
        ("en", "Russia lost 1,150 troops over the past day."),
        ("en", "In an exchange of bodies Ukraine received 1,000 of its dead and Russia 19."),
        ("en", "Russia handed over 1,000 bodies to Ukraine."),
        ("en", "Poland has taken in 950,000 refugees."),
        ("en", "The resolution passed by 91 votes to 12, with 57 abstentions."),
        ("en", "Subscribe to our newsletter: join 45,000 readers. 4 min read."),
        ("en", "Ukraine and Russia swapped 185 prisoners of war each."),
        ("en", "The petition has 62,000 signatures."),
        ("en", "The bus drove 1,800 kilometres in 36 hours."),
        ("en", "The EU has disbursed 50 million euros for 3,000 schools."),
        ("en", "The air force downed 114 of 138 drones."),
        ("en", "Two people were killed and seven wounded in Kherson."),
        ("en", "Trump, 79, met Zelensky, 47, for 90 minutes."),
        ("en", "The film won 3 awards at the 82nd festival."),
        ("en", "The coalition now has 48 members."),
        ("de", "Angeklagt ist er nach Art. 438 Abs. 2 des Strafgesetzbuchs."),
        ("de", "Paragraf 7 Absatz 1 des Völkerstrafgesetzbuchs, § 235 StGB."),
        ("de", "Die Resolution 2417, Ziff. 3, verabschiedeten 91 Staaten."),
        ("de", "Russland übergab der Ukraine 1.000 Leichname."),
        ("de", "Beide Seiten tauschten je 185 Gefangene aus."),
        ("de", "Der Dax gewann 1,2 Prozent auf 24.100 Punkte."),
        ("de", "Spendenkonto: IBAN DE12 3456 7890 1234."),
        ("de", "In Deutschland leben 1,2 Millionen Ukrainer."),
        ("fr", "Il est poursuivi au titre de l'art. 438, al. 2, du code pénal."),
        ("fr", "Voir p. 47 du rapport et le paragraphe 12."),
        ("fr", "La Russie a remis 1 000 dépouilles à l'Ukraine."),
        ("fr", "Le CAC 40 gagne 1,2 % à 7 800 points."),
        ("fr", "La pétition a recueilli 62 000 signatures."),
        ("es", "Se le acusa según el art. 438.2 del Código Penal."),
        ("es", "Rusia entregó 1.000 cuerpos a Ucrania."),
        ("es", "El Ibex subió un 1,2%, hasta los 15.400 puntos."),
        ("it", "È accusato in base all'art. 438, comma 2, del codice penale."),
        ("it", "La Russia ha consegnato 1.000 salme all'Ucraina."),
        ("pt", "É acusado ao abrigo do art. 438.º, n.º 2, do Código Penal."),
        ("pt", "A Rússia entregou 1.000 corpos à Ucrânia."),
        ("pl", "Grozi mu kara z art. 438 ust. 2 kodeksu karnego."),
        ("pl", "Rosja przekazała Ukrainie 1000 ciał."),
        ("pl", "WIG20 zyskał 1,2 proc. i wynosi 2800 pkt."),
        ("uk", "Інфляція сповільнилася до 8,5%."),
        ("uk", "Рада підтримала закон: 276 депутатів за."),
        ("uk", "За даними КМІС, 57% українців довіряють президенту."),
        ("uk", "Опитування провели 5-11 жовтня серед 1 010 респондентів."),
        ("uk", "Тривогу оголошували 7 разів."),
        ("uk", "На фронті відбулося 184 бойових зіткнення."),
        ("uk", "Пошкоджено 23 будинки, без світла залишилися 40 тисяч абонентів."),
        ("uk", "Евакуювали 1 200 людей, серед них 300 дітей, із Покровська."),
        ("uk", "До 40% шкіл працюють онлайн."),
        ("uk", "Народилося 16 тисяч дітей, це на 12% менше, ніж торік."),
        ("uk", "У першому класі навчатимуться 250 тисяч дітей."),
        ("uk", "Вакцину отримали 3 тисячі дітей."),
        ("uk", "Гра закінчилася з рахунком 2:1, забив Довбик на 78-й хвилині."),
        ("ru", "Инфляция замедлилась до 8,5%."),
        ("ru", "За сутки сбито 51 БПЛА."),
        ("ru", "В Белгороде ранены двое взрослых."),
        ("ru", "Погибли три человека, ещё 12 в больнице."),
        ("ru", "Явка составила 48,3%."),
        ("ru", "В лагере «Артек» за смену отдохнули 3 тысячи детей из 40 регионов."),
        ("ru", "Маткапитал получили 1,2 млн семей."),
        ("ru", "Курс доллара – 81,2 рубля."),
        ("ru", "Ему дали 14 лет колонии и штраф 500 тысяч."),
        ("en", "A poll of 1,010 people found 57% support him."),
        ("en", "Inflation slowed to 8.5%."),
        ("en", "The vote was 57 to 12."),
        ("en", "Gaza's health ministry says 20,000 children were killed."),
        ("en", "UNICEF says 4 million children need aid in Sudan."),
        ("en", "The charity runs 12 centres and employs 140 psychologists."),
        ("en", "The school has 412 pupils, 37 of them refugees."),
        ("en", "Her Instagram post drew 1.2 million likes."),
        ("en", "Melania Trump, 55, wore a $2,000 coat."),
        ("en", "The bill has 42 sponsors and passed 94-3."),
        ("en", "Some 3.7 million Ukrainians are displaced; 5.6 million fled abroad."),
        ("en", "Read more: 10 things to know about the peace plan."),
        ("en", "Ages ranged from 2 to 17; 7 were boys."),
        ("en", "Prisoners were exchanged 1,000 for 1,000."),
        ("en", "The summit in Alaska lasted 3 hours; the 28-point plan came later."),
        ("en", "A 20-point peace plan and 100 billion in aid were discussed."),
        ("en", "More than 5,000 attended the rally; 14 were arrested."),
        ("de", "Die Inflation sank auf 2,1 Prozent."),
        ("de", "Bei einer Umfrage sprachen sich 57 Prozent dafür aus."),
        ("de", "Zwei Menschen starben, sieben wurden verletzt."),
        ("de", "40.000 Haushalte sind ohne Strom."),
        ("de", "Der 28-Punkte-Plan sieht 100 Milliarden vor."),
        ("fr", "Selon un sondage, 57 % des Français approuvent."),
        ("fr", "Deux morts et sept blessés à Kherson."),
        ("fr", "40 000 foyers sont privés d'électricité."),
        ("es", "Dos muertos y siete heridos en Jersón."),
        ("es", "El 57% de los encuestados lo apoya."),
        ("it", "Due morti e sette feriti a Kherson."),
        ("it", "Scuola Italia, 29mila alunni ucraini in classe."),
        ("pt", "Dois mortos e sete feridos em Kherson."),
        ("pl", "Dwie osoby zginęły, siedem zostało rannych."),
        ("pl", "W polskich szkołach uczy się 200 tys. ukraińskich dzieci."),
    ],
)
def test_only_the_children_are_counted(language: str, beside: str) -> None:
    read = READER.extract(f"{HOME[language]} {beside}", language=language, published=date(2025, 12, 10))
    assert [(figure.value, figure.measure) for figure in read.figures] == [(12, "returned")]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        (
            "en",
            "Two children were killed and five wounded when a drone hit the bus. Eight more were injured on Friday.",
            8,
        ),
        ("uk", "Унаслідок удару загинуло двоє дітей. Ще восьмеро поранено під час ранкової атаки.", 8),
        ("en", "Kyiv says 684 children were killed in the war. The wounded are 2,360.", 2360),
        ("uk", "Відкрито провадження щодо 19 546 дітей за ч. 1 ст. 438. Росія їх депортувала.", 19546),
        ("en", "Under Article 438 of its code Ukraine lists 19,546 children whom Russia deported.", 19546),
        ("uk", "На гарячу лінію 116 111 повідомили: з Росії повернули 34 дітей.", 34),
        ("es", "Desde 2024/25 han vuelto de Rusia 386 niños ucranianos.", 386),
        ("de", "Rund 40 Prozent der 1.205 verschleppten Kinder sind laut der Umfrage zurückgekehrt.", 40),
    ],
)
def test_and_children_beside_all_that_are(language: str, text: str, value: float) -> None:
    read = READER.extract(text, language=language, published=date(2025, 12, 10))
    assert value in [figure.value for figure in read.figures]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ukraine brought home 185 prisoners of war, 20 civilians and three deported children."),
        ("uk", "У межах обміну додому повернулися 185 військових, 20 цивільних і троє депортованих дітей."),
        ("ru", "В рамках обмена вернулись 185 военных, 20 гражданских и трое детей."),
        ("de", "Beim Austausch kehrten 185 Soldaten, 20 Zivilisten und drei verschleppte Kinder heim."),
        ("es", "En el canje volvieron 185 soldados, 20 civiles y tres niños deportados."),
    ],
)
def test_children_told_last_in_an_exchange_are_home(language: str, text: str) -> None:
    read = READER.extract(text, language=language, published=date(2025, 12, 10))
    assert [(figure.value, figure.measure, figure.kind) for figure in read.figures] == [(3, "returned", "batch")]


def test_children_killed_beside_soldiers_are_not_home() -> None:
    text = "In the shelling 12 soldiers, four civilians and two children were killed; the others returned home."
    read = READER.extract(text, language="en", published=date(2025, 12, 10))
    assert "returned" not in [figure.measure for figure in read.figures]


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("uk", "Кількість повернутих дітей зросла з 2016 до 2043.", [2016, 2043]),
        ("ru", "Число возвращённых детей выросло с 2016 до 2043.", [2016, 2043]),
        ("en", "The number of returned children rose from 2016 to 2043.", [2016, 2043]),
        ("en", "From 2022 to 2024, 800 children were returned from Russia.", [800]),
    ],
)
def test_counts_that_end_after_every_time_of_the_story_are_no_years(
    language: str, text: str, values: list[float]
) -> None:
    read = READER.extract(text, language=language, published=date(2025, 12, 10))
    assert [figure.value for figure in read.figures] == values
