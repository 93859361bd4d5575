"""Polish: cardinals in their cases, collectives (dwoje, ośmioro), nouns of number (ósemka, tuzin)."""

from __future__ import annotations

from monitor.languages import Language, Telling

_WORDS: dict[str, float] = {
    "zero": 0, "jeden jedna jedno jednego jednej jedną jednym jednemu": 1,
    "dwa dwaj dwie dwóch dwu dwóm dwoma dwiema dwoje dwojga dwojgu dwojgiem obie oba obaj oboje obu": 2,
    "dwójka dwójkę dwójki": 2,
    "trzy trzech trzem trzema trzej troje trojga trojgu trojgiem trójka trójkę trójki trójką": 3,
    "cztery czterech czterem czterema czterej czworo czworga czworgu czworgiem czwórka czwórkę czwórki czwórką": 4,
    "pięć pięciu pięcioma pięcioro pięciorga pięciorgu pięciorgiem piątka piątkę piątki piątką": 5,
    "sześć sześciu sześcioma sześcioro sześciorga sześciorgu sześciorgiem szóstka szóstkę szóstki szóstką": 6,
    "siedem siedmiu siedmioma siedmioro siedmiorga siedmiorgu siedmiorgiem siódemka siódemkę siódemki siódemką": 7,
    "osiem ośmiu ośmioma ośmioro ośmiorga ośmiorgu ośmiorgiem ósemka ósemkę ósemki ósemką": 8,
    "dziewięć dziewięciu dziewięcioma dziewięcioro dziewięciorga dziewięciorgu dziewięciorgiem dziewiątka": 9,
    "dziewiątkę dziewiątki": 9,
    "dziesięć dziesięciu dziesięcioma dziesięcioro dziesięciorga dziesięciorgu dziesięciorgiem dziesiątka": 10,
    "dziesiątkę": 10,
    "dwadzieścia dwudziestu dwudziestoma dwadzieścioro dwadzieściorga dwudziestka dwudziestkę dwudziestki": 20,
    "trzydzieści trzydziestu trzydziestoma trzydzieścioro trzydzieściorga": 30,
    "czterdzieści czterdziestu czterdziestoma czterdzieścioro": 40,
    "sto stu": 100, "dwieście dwustu": 200, "trzysta trzystu": 300, "czterysta czterystu": 400,
    "pół": 0.5, "półtora półtorej": 1.5, "para parę pary": 2,
}  # fmt: skip
_TEENS = {
    11: "jedena", 12: "dwana", 13: "trzyna", 14: "czterna", 15: "piętna", 16: "szesna", 17: "siedemna", 18: "osiemna",
    19: "dziewiętna",
}  # fmt: skip
_STEMS = {5: "pięć", 6: "sześć", 7: "siedem", 8: "osiem", 9: "dziewięć"}
_GENITIVES = {5: "pięciu", 6: "sześciu", 7: "siedmiu", 8: "ośmiu", 9: "dziewięciu"}
_ORDINALS = {
    "setn": 100.0, "dwusetn": 200.0, "trzechsetn": 300.0, "pięćsetn": 500.0, "tysięczn": 1000.0,
    "półtoratysięczn": 1500.0, "dwutysięczn": 2000.0, "trzytysięczn": 3000.0,
}  # fmt: skip
_ADJECTIVE = ("y", "a", "e", "ego", "ej", "emu", "ym", "ą")
_EVERY = {"czwart": 25.0, "piąt": 20.0, "szóst": 16.7, "siódm": 14.3, "ósm": 12.5, "dziesiąt": 10.0}
_MONTHS = (
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "styczniu lutym marcu kwietniu maju czerwcu lipcu sierpniu wrześniu październiku listopadzie grudniu",
    "sty lut mar kwi maj cze lip sie wrz paź lis gru",
    "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień",
)


def _numerals() -> dict[str, float]:
    values = {form: float(n) for forms, n in _WORDS.items() for form in forms.split()}
    for stem, n in {"dwadzieści": 20, "trzydzieści": 30, "czterdzieści": 40}.items():
        values |= dict.fromkeys((f"{stem}oro", f"{stem}orga", f"{stem}orgu", f"{stem}orgiem"), float(n))
    for n, stem in _TEENS.items():
        values |= dict.fromkeys((f"{stem}ściorgu", f"{stem}ściorgiem", f"{stem}stka", f"{stem}stkę"), float(n))
        case = "dwunastu" if n == 12 else f"{stem}stu"
        values |= dict.fromkeys((f"{stem}ście", case, f"{stem}ścioro", f"{stem}ściorga", f"{stem}stoma"), float(n))
    for n, stem in _STEMS.items():
        case = _GENITIVES[n]
        values |= dict.fromkeys((f"{stem}dziesiąt", f"{case[:-1]}u".replace("uu", "u") + "dziesięciu"), 10.0 * n)
        values |= dict.fromkeys((f"{stem}dziesięciorgu", f"{stem}dziesięcioma"), 10.0 * n)
        values |= dict.fromkeys((f"{stem}dziesięciu", f"{stem}dziesięcioro", f"{stem}dziesięciorga"), 10.0 * n)
        values |= dict.fromkeys((f"{stem}set", f"{case}set"), 100.0 * n)
    return values


_SINGLES = """
siostra siostrę brat brata siostrzyczka koleżanka kolega kuzyn kuzynka dziewczynka dziewczynkę dziewczyna
dziewczynę chłopiec chłopca chłopak chłopaka
"""

LANGUAGE = Language(
    code="pl",
    words=_numerals(),
    scales={
        "k": 1000,
        **dict.fromkeys(("tuzin", "tuzina", "tuziny", "tuzinów"), 12),
        **dict.fromkeys(("setka", "setkę", "setki", "setek"), 100),
        **dict.fromkeys(("tysiąc", "tysiące", "tysięcy", "tysiąca", "tysiącom", "tysiącach", "tys"), 1000),
        **dict.fromkeys(("milion", "miliona", "miliony", "milionów", "milionom", "mln"), 1_000_000),
    },
    qualifiers={
        "exact": "wzrosła do, wzrósł do, wzrosło do, spadła do, zwiększyła się do, doszła do",
        "approx": "około, ok, ok., blisko, prawie, niemal, niespełna, mniej więcej, w przybliżeniu, circa, rzędu, "
        "jakieś, bez mała, w granicach, szacunkowo, ~, oscyluje wokół, sięga, zbliża się do, do około, na "
        "około, prawie co, niemal co, blisko co, bez mała co, plus minus, w okolicach, koło, coś koło, "
        "jakichś, szacowana na, szacowanych na, szacowaną na, ocenia na, szacuje na, szacują na, mało nie,"
        " o mało, z grubsza, orientacyjnie, oscyluje w granicach, zbliżają się do, dobija do, oscyluje "
        "koło",
        "at_least": "co najmniej, przynajmniej, nie mniej niż, minimum, conajmniej, nie mniej jak, przynajmniej co, co"
        " najmniej co, nie mniej, lekko licząc, od co najmniej, do co najmniej",
        "more_than": "ponad, przeszło, więcej niż, powyżej, przekroczyła, przekroczyło, przekracza, przekroczył, "
        "przekraczają, grubo ponad, z górą, więcej jak, grubo powyżej, znacznie ponad, dużo ponad, nieco "
        "ponad, niewiele ponad, niewiele więcej niż, przekroczyły, przekroczyli, przewyższa, więcej niż "
        "co, ponad co, już ponad, dobrze ponad",
        "at_most": "do, aż do, maksimum, najwyżej, maksymalnie, co najwyżej, nie więcej niż, "
        "nawet, góra, w najlepszym razie, do maksymalnie",
        "fewer_than": "mniej niż, poniżej, mniej niż co, nie całe, niecałe, niecały, niecała, niecałych, "
        "nie dociera do, nawet nie, nie osiąga, nie przekracza, poniżej progu, mniej jak, niewiele mniej niż, znacznie "
        "mniej niż",
    },
    qualifiers_after={
        "more_than": "+, z górą, z okładem, z hakiem, z kawałkiem, z czymś, z ogonem, i więcej",
        "at_least": "lub więcej, co najmniej, przynajmniej, albo więcej",
        "approx": "mniej więcej, w przybliżeniu, z grubsza",
    },
    halves=("i pół",),
    ordinals=frozenset({"ty", "ta", "te", "tego", "tej", "szy", "gi", "szego", "latek", "latka", "latki", "letni"}),
    cardinals=frozenset({"ro", "rga", "ga"}),
    months={m: n for forms in _MONTHS for n, m in enumerate(forms.split(), 1)},
    range_between=frozenset({"od", "między", "pomiędzy"}),
    range_to=frozenset({"do", "a", "i"}),
    singles=frozenset(_SINGLES.split()),
    range_bare=frozenset({"do", "lub", "albo"}),
    range_even=frozenset({"lub nawet", "albo nawet", "a nawet", ", a nawet"}),
    no=frozenset({"nie", "jeszcze nie"}),
    conjunctions=frozenset({"i", "a", "ale", "lecz", "podczas", "gdy", "że", "natomiast", "zaś", "oraz", "choć"}),
    denials=frozenset({"nie", "ani", "zamiast", "nie ma", "nie było", "żadnych"}),
    of=frozenset({"do", "z", "ze"}),
    definites=frozenset({"tej", "tych", "te", "ci", "ta"}),
    whence=frozenset({"z", "ze"}),
    origins=frozenset({"spod", "znad"}),
    pronouns=frozenset({"niego", "niej", "on", "ona"}),
    relatives=frozenset({"który", "która", "które", "których", "którzy", "którym", "którą", "którego"}),
    amounts=frozenset({":", "na"}),
    vague=frozenset(
        {
            "tysiące", "setki", "setek", "setkom", "dziesiątki", "dziesiątek", "kilka", "kilku", "kilkoro",
            "kilkanaście", "kilkuset",
        }
    ),
    moves=("wzros", "wzrós", "wydłuży", "powiększy", "zwiększy", "urosł", "urós", "przyby", "rośni"),
    steps=frozenset({"o"}),
    further=frozenset({"więcej"}),
    links=frozenset({"i"}),
    glued=frozenset({"k"}),
    percents=("proc", "procent"),
    out_of=frozenset({"na", "z", "spośród"}),
    fractions={
        **{f"co {nth}{end}": share for end in ("y", "a", "e", "ego", "ej") for nth, share in _EVERY.items()},
        "co trzecie": 33.3,
        "co trzeci": 33.3,
        "co trzecia": 33.3,
        "co drugi": 50.0,
        "co druga": 50.0,
        "co drugie": 50.0,
        **dict.fromkeys(("połowa", "połowy", "połowie", "połową"), 50.0),
        **dict.fromkeys(("jednej trzeciej", "jedną trzecią", "trzecia część"), 33.3),
        **dict.fromkeys(("dwóch trzecich", "dwie trzecie"), 66.7),
        **dict.fromkeys(("jednej czwartej", "jedną czwartą", "ćwierć", "ćwierci", "czwarta część"), 25.0),
        **dict.fromkeys(("trzech czwartych", "trzy czwarte"), 75.0),
        **dict.fromkeys(("jednej piątej", "jedną piątą", "piąta część"), 20.0),
        **dict.fromkeys(("jedna dziesiąta", "jednej dziesiątej", "jedną dziesiątą", "dziesiąta część"), 10.0),
        **dict.fromkeys(("jedna szósta", "jednej szóstej"), 16.7),
        **dict.fromkeys(("jedna ósma", "jednej ósmej"), 12.5),
        **dict.fromkeys(("dwie piąte", "dwóch piątych"), 40.0),
        **dict.fromkeys(("trzy piąte", "trzech piątych"), 60.0),
        **dict.fromkeys(("cztery piąte", "czterech piątych"), 80.0),
        "połowę": 50.0,
        "jedna trzecia": 33.3,
        "jedna czwarta": 25.0,
        "jedna piąta": 20.0,
    },
    ordinal_words={stem + end: n for stem, n in _ORDINALS.items() for end in _ADJECTIVE},
    plurals=("ów", "ek", "eń", "ań", "stw"),
    functions=frozenset({"kijów", "wtorek", "czwartek", "początek", "wypadek", "przypadek"}),
    each=frozenset({"na każdą", "na każde", "z każdej", "z każdych", "z każdego"}),
    before_years=frozenset({"w", "od", "do", "we"}),
    wholes=("z", "ze", "spośród", "z ponad", "z około", "wśród"),
    within=frozenset({"w"}),
    opinions=frozenset({"dla"}),
    towards=frozenset({"do", "na"}),
    being=frozenset({"miał", "ma"}),
    pointing=frozenset({"jest", "był", "była"}),
    nowadays=frozenset({"dziś", "dzisiaj", "teraz", "obecnie"}),
    amounting=(
        "wynosi",
        "wyniosła",
        "sięgnęła",
        "sięga",
        "osiągnęła",
        "to już",
        "jest już",
        "liczbę do",
        "bilans do",
    ),
    exceeds=("więcej niż",),
    past=(
        "rok temu", "miesiąc temu", "rok wcześniej", "poprzednia liczba to", "wcześniej było ich",
        "poprzednio było",
    ),
    per=frozenset({"za"}),
    dotted_ordinals=True,
    already=frozenset({"już"}),
    conditionals=frozenset({"jeśli", "gdyby"}),
    irreal=frozenset({"gdyby", "byłoby", "byłby", "byłyby", "wróciłoby", "potrwałoby", "trwałoby", "zajęłoby"}),
    persons=frozenset({"on", "ona"}),
    numbering=frozenset({"art", "nr", "pkt", "poz", "str", "ust"}),
    abbreviations=frozenset({"tys", "mln", "mld", "ok", "proc", "art", "np", "tzw", "dr", "prof", "r", "im", "ul"}),
    frequent=frozenset(
        {
            "w", "i", "na", "z", "do", "się", "że", "nie", "jest", "dzieci", "przez", "oraz", "po", "o", "za", "od",
            "według", "zostało", "ich", "są", "już", "dla",
        }
    ),
    at_hours=frozenset({"o", "godz"}),
    lived=frozenset({"mieszkało", "mieszkali", "mieszkały", "żyło", "przebywało", "było"}),
    inside=frozenset({"w", "we"}),
    starts=frozenset({"od"}),
    ago=frozenset({"temu"}),
    every=frozenset({"wszyscy", "wszystkie", "cała"}),
    fewer=frozenset({"mniej"}),
    formers=frozenset({"wobec", "w porównaniu z"}),
    addresses=frozenset({"przed"}),
    times={
        "day 0": "dziś, dzisiaj, dziś rano, tej nocy",
        "day -1": "wczoraj, dzień wcześniej, poprzedniego dnia",
        "day -2": "przedwczoraj, dwa dni temu, dwa dni wcześniej",
        "hours": "24 godzin, dwudziestu czterech godzin, 24 godziny, ostatniej doby, dobę",
        "week 0": (
            "w tym tygodniu, tego tygodnia, w ubiegłym tygodniu, ubiegłego tygodnia, w zeszłym tygodniu, "
            "w minionym tygodniu, w weekend, podczas weekendu, w ostatnich dniach, ostatnich dni, tydzień temu"
        ),
        "month 0": "w tym miesiącu, tego miesiąca",
        "start 0": "początku roku, nowego roku",
        "days 30": "ostatniego miesiąca, ostatni miesiąc",
        "days 365": "ostatniego roku, ostatnim roku",
        "month -1": "w ubiegłym miesiącu, w zeszłym miesiącu, w minionym miesiącu",
        "year 0": "w tym roku, tego roku, bieżącego roku, bieżącym roku",
        "year -1": "w ubiegłym roku, ubiegłego roku, w zeszłym roku, w minionym roku",
        "weekday 0": "poniedziałek, poniedziałku",
        "weekday 1": "wtorek, wtorku",
        "weekday 2": "środę, w środę, środy",
        "weekday 3": "czwartek, czwartku",
        "weekday 4": "piątek, piątku",
        "weekday 5": "sobotę, soboty",
        "weekday 6": "niedzielę, niedzieli",
        "season 1": "wiosną, zeszłej wiosny, tej wiosny",
        "season 2": "latem, zeszłego lata, tego lata, miesiącach letnich, sezonie letnim",
        "season 3": "jesienią, tej jesieni, zeszłej jesieni",
        "season 4": "zimą, tej zimy, zeszłej zimy",
        "quarter 1": "pierwszym kwartale, pierwszego kwartału",
        "quarter 2": "drugim kwartale, drugiego kwartału",
        "quarter 3": "trzecim kwartale",
        "quarter 4": "czwartym kwartale, ostatnim kwartale",
        "semester 1": "pierwszym półroczu, pierwsze półrocze, pierwszego półrocza",
        "half 1": "pierwszej połowie",
        "semester 2": "drugim półroczu, drugie półrocze, drugiego półrocza",
        "half 2": "drugiej połowie",
        "span 1": "dni, dniach, dnia",
        "span 7": "tygodni, tygodnie, tygodniach, tygodnia",
        "span 30": "miesięcy, miesiące, miesiącach, miesiąca",
        "span 365": "lat, lata, latach, roku, rok",
    },
    stages=frozenset({"początku", "początek", "końca", "koniec", "końcu", "połowy", "połowie"}),
    during=frozenset({"roku", "ciągu"}),
    so_far=frozenset({"już"}),
    firsts=frozenset({"pierwszych", "pierwsze"}),
    lately=frozenset(
        {"zeszłej", "zeszłego", "ubiegłego", "ubiegłej", "minionej"}
        | {"ostatnich", "ostatnie", "ostatniego", "minionych", "ubiegłych"}
    ),
    sinces=frozenset({"od"}),
    untils=frozenset({"stan na", "do", "przed", "po", "przyszły", "przyszłym"}),
    ahead=frozenset({"przyszłym", "przyszły", "przyszłą"}),
    unto=frozenset({"do", "i", "a"}),
    letters="ąęłńśźż",
    telling=Telling(
        another=r"kolejn\w+ | następn\w+ | jeszcze\b(?! nie)",
        of_them=r"z (?:nich|tych|których) | spośród nich | w tym | włącznie z",
        ago=r"(?:\w+ )?(?:dni|tydzień|tygodni\w*|miesiąc\w*|miesięcy|rok|lat\w*) temu | wcześniej | poprzednio",
        known=r"(?:ta|te|ci) (?:\w+ )(?:dzieci|nastolatk\w+),? któr\w+",
        looks_back=r"""
            (?:zeszłym|ubiegłym|minionym|tamtym) {m} | {m} (?:zeszłego|ubiegłego|minionego) roku
          | (?:zeszłym|ubiegłym) roku,? w {m}
        """,
        since=r"od",
        bundles=r"dziesiąt(?:ki|ek) | tuzin\w*",
        bands=r"grup | misj | konwo",
        labels=r"sprostowanie | korekta | poprawion[oey]",
        corrects=r"poprawi(?:a|on[aoey]) | koryguje | korekta",
        notices=r"""
            (?:wcześniejsz|poprzedni|pierwotn)\w* wersj\w+ (?:tego|naszego|tekstu|artykułu|materiału|informacji)
          | we? (?:wcześniejszej|poprzedniej|pierwotnej) wersji
          | (?:tekst|artykuł|materiał) został (?:poprawion|skorygowan|sprostowan)\w+
          | (?:depesza|informacja|notatka|wiadomość) została (?:poprawion|skorygowan|sprostowan)\w+
          | omyłkowo (?:podaliśmy|napisaliśmy) | błędnie (?:podaliśmy|napisaliśmy)
          | (?:podaliśmy|napisaliśmy) błędn(?:ą|e) (?:liczb|dane|informacj)\w*
        """,
        own_article=r"we? (?:wcześniejsz|poprzedni)\w+ (?:nasz\w+ )?(?:depeszy|informacji|notatce|wiadomości|tekście)",
        erred=r"błędn\w* | omyłkowo | (?:poprawna|właściwa|prawidłowa) liczba",
        numbers=r"liczb\w+ | ile",
        before=r"wcześniej\w* | poprzedni\w* | pierwotn\w* | początkowo | błędn\w* | omyłkowo | zamiast",
        in_truth=r"ale | lecz | w rzeczywistości | naprawdę | faktycznie | powinno | poprawn\w+ | właściw\w+",
    ),
)  # fmt: skip
