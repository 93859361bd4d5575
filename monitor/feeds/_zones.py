"""Names of time zones and months in dates of feeds. Only what has one meaning stands here."""

from __future__ import annotations

__all__ = ["MONTHS", "OFFSETS", "US_ZONES", "WEEKDAYS"]

_HOURS = {
    -12: "bit idlw",
    -11: "sst",
    -10: "hst hast ckt taht",
    -9: "akst hadt gamt",
    -8: "pst akdt",
    -7: "mst pdt",
    -6: "cst mdt",
    -5: "est cdt cot pet ect",
    -4: "edt ast vet clt bot amt",
    -3: "adt brt art uyt clst gft",
    -2: "fnt brst",
    -1: "cvt azot",
    0: "ut utc gmt z wet uct azost",
    1: "cet bst west wat met mez",
    2: "eet cest cat sast mest mesz kaltst",
    3: "msk eest eat trt fet",
    4: "msd samt gst azt gett mut get",
    5: "pkt uzt yekt tmt mvt aqtt tjt",
    6: "omst almt kgt btt novst",
    7: "krat wib ict novt hovt",
    8: "irkt hkt sgt awst myt pht wita ulat",
    9: "jst kst yakt wit",
    10: "aest vlat chst",
    11: "aedt magt srgt",
    12: "nzst pett fjt anat",
    13: "nzdt tot",
}
_MINUTES = {
    "мск": 180, "npt": 345, "mmt": 390, "acst": 570, "acdt": 630, "nst": -210,
    "ndt": -150, "irst": 210, "irdt": 270, "aft": 270,
}  # fmt: skip
OFFSETS = {name: 60 * hours for hours, names in _HOURS.items() for name in names.split()} | _MINUTES
"""Abbreviation -> minutes east of UTC.

RFC 822's North American names keep its meaning; IST and the like have none."""
US_ZONES = {
    "et": -300,
    "ct": -360,
    "mt": -420,
    "pt": -480,
    "eastern": -300,
    "central": -360,
    "mountain": -420,
    "pacific": -480,
}
"""North American names without summer or winter: minutes east of UTC in winter."""

_MONTHS = """
jan january janv janvier enero ene januar jänner janner gennaio gen janeiro januari janvāris januarie ianuarie ian
 styczeń stycznia sty leden ledna led tammikuuta ocak oca január ιανουαρίου ιαν ιανουάριος января январь янв січня
 січень січ студзеня сту јануар януари яну يناير 一月
feb february févr fév févr févríer février fevrier fevr febrero februar febbraio feb fevereiro fev februari
 februarie luty lutego lut února únor úno helmikuuta şubat şub február φεβρουαρίου φεβ февраля февраль февр фев
 лютого лютий лют лютага фебруар февруари فبراير 二月
mar march mars marzo märz marz mrz mär maerz març marco março maart mrt martie marzec marca března březen bře
 maaliskuuta mart március μαρτίου μαρ марта март мар березня березень берез бер сакавіка сак марта مارس 三月
apr april avr avril abril abr aprile april aprilie kwiecień kwietnia kwi dubna duben dub huhtikuuta nisan nis
 április ápr απριλίου απρ апреля апрель апр квітня квітень квіт кві красавіка кра април أبريل 四月
may mai mayo maggio mag maio mei maj maja května květen kvě toukokuuta mayıs május μαΐου μαίου μάιος μαι мая май
 травня травень трав тра мај مايو 五月
jun june juin junio juni giugno giu junho juni iunie czerwiec czerwca cze června červen čer kesäkuuta haziran haz
 június jún ιουνίου ιουν июня июнь июн червня червень черв чер чэрвеня чэр јун юни يونيو 六月
jul july juil juillet julio juli luglio lug julho iulie lipiec lipca července červenec čvc heinäkuuta temmuz tem
 július júl ιουλίου ιουλ июля июль июл липня липень лип ліпеня ліп јул юли يوليو 七月
aug august août aout agosto ago agosto augustus sierpień sierpnia sie srpna srpen srp elokuuta ağustos ağu augusztus
 αυγούστου αυγ августа август авг серпня серпень серп сер жніўня жні أغسطس 八月
sep sept september septembre septiembre set setiembre settembre setembro septembrie wrzesień września wrz září zář
 syyskuuta eylül eyl szeptember szept σεπτεμβρίου σεπ сентября сентябрь сент сен вересня вересень верес вер верасня
 септембар септември сеп سبتمبر 九月
oct october octobre octubre ottobre ott outubro out oktober okt octombrie październik października paź října říjen
 říj lokakuuta ekim eki október οκτωβρίου οκτ октября октябрь окт жовтня жовтень жовт жов кастрычніка кас октобар
 октомври أكتوبر 十月
nov november novembre noviembre novembro noviembre noiembrie noi listopada listopad listopadu marraskuuta
 kasım kas november
 νοεμβρίου νοε ноября ноябрь нояб ноя листопада листопад лист лис лістапада ліс новембар ноември ное نوفمبر 十一月
dec december décembre decembre déc diciembre dic dicembre dezembro dez dezember decembrie grudzień grudnia gru
 prosince prosinec pro joulukuuta aralık ara δεκεμβρίου δεκ декабря декабрь дек грудня грудень груд гру снежня сне
 децембар декември ديسمبر 十二月
"""
MONTHS = {
    word: number
    for number, words in enumerate(_MONTHS.strip().replace("\n ", " ").split("\n"), 1)
    for word in words.split()
}
"""Month names and abbreviations, lower case, in the languages of the story's feeds -> 1..12."""

_WEEKDAYS = """
mon tue tues wed wednes thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday lun mar
mer jeu ven sam dim lundi mardi mercredi jeudi vendredi samedi dimanche mié mie jue vie sáb sab dom lunes martes
miércoles miercoles jueves viernes sábado sabado domingo mo di mi do fr sa so montag dienstag mittwoch donnerstag
freitag samstag sonnabend sonntag gio lunedì martedì mercoledì giovedì venerdì seg ter qua qui sex segunda terça
quarta quinta sexta feira pon wt śr czw pt sob ndz nie poniedziałek wtorek środa czwartek piątek sobota niedziela po
út st čt pá so ne pondělí úterý středa čtvrtek pátek neděle пн вт ср чт пт сб вс нд понедельник вторник среда
четверг пятница суббота воскресенье понеділок вівторок середа четвер п'ятниця п’ятниця пятниця субота неділя аўт чц
нядзеля ma wo vr za zo maandag dinsdag woensdag donderdag vrijdag zaterdag zondag pzt sal çar per cum cmt paz
pazartesi salı çarşamba perşembe cuma cumartesi pazar ti ke pe la su maanantai tiistai keskiviikko torstai
perjantai lauantai sunnuntai maanantaina tiistaina keskiviikkona torstaina perjantaina lauantaina sunnuntaina
"""
WEEKDAYS = frozenset(_WEEKDAYS.split())
"""Names of week days: skipped, since a wrong one changes no instant."""
