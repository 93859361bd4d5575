"""Month names, in the forms that dates use. A word that names two months in two languages keeps the first here."""

from __future__ import annotations

__all__ = ["MONTHS"]

_ROWS = (
    "january february march april may june july august september october november december",  # en
    "jan feb mar apr may jun jul aug sep oct nov dec",  # en
    "jan feb mar apr may jun jul aug sept oct nov dec",  # en
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",  # es
    "ene feb mar abr may jun jul ago setiembre oct nov dic",  # es
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",  # fr
    "janv févr mars avr mai juin juil aout sept oct nov déc",  # fr
    "januar februar märz april mai juni juli august september oktober november dezember",  # de
    "jänner feber maerz apr mai jun jul aug sep okt nov dez",  # de
    "jan feb mär apr mai jun jul aug sept okt nov dez",  # de
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",  # it
    "gen feb mar apr mag giu lug ago set ott nov dic",  # it
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",  # pt
    "jan fev mar abr mai jun jul ago set out nov dez",  # pt
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",  # pl
    "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień",  # pl
    "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",  # uk
    "січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень",  # uk
    "січ лют берез квіт трав черв лип серп верес жовт лист груд",  # uk
    "січ лют бер кві тра чер лип сер вер жов лис гру",  # uk
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",  # ru
    "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",  # ru
    "янв фев мар апр май июн июл авг сен окт ноя дек",  # ru
    "янв февр марта апр мая июня июля авг сент окт нояб дек",  # ru
    "студзеня лютага сакавіка красавіка мая чэрвеня ліпеня жніўня верасня кастрычніка лістапада снежня",  # be
    "januari februari maart april mei juni juli augustus september oktober november december",  # nl
    "jan feb mrt apr mei jun jul aug sep okt nov dec",  # nl
    "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",  # tr
    "ledna února března dubna května června července srpna září října listopadu prosince",  # cs
    "leden únor březen duben květen červen červenec srpen září říjen listopad prosinec",  # cs
    "januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra",  # sk
    "január február március április május június július augusztus szeptember október november december",  # hu
    "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",  # ro
    "januari februari mars april maj juni juli augusti september oktober november december",  # sv
    "januar februar marts april maj juni juli august september oktober november december",  # da
    "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta"
    " elokuuta syyskuuta lokakuuta marraskuuta joulukuuta",  # fi
    "ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου"
    " σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου",  # el
    "siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga prosinca",  # hr
    "januar februar mart april maj jun jul avgust septembar oktobar novembar decembar",  # sr
    "januarja februarja marca aprila maja junija julija avgusta septembra oktobra novembra decembra",  # sl
    "januari februari maret april mei juni juli agustus september oktober november desember",  # id
    "sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio",  # lt
    "gener febrer març abril maig juny juliol agost setembre octubre novembre desembre",  # ca
    "januar februar mars april mai juni juli august september oktober november desember",  # no
    "jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember",  # et
    "janvāris februāris marts aprīlis maijs jūnijs jūlijs augusts septembris oktobris novembris decembris",  # lv
    "януари февруари март април май юни юли август септември октомври ноември декември",  # bg
    "јануари февруари март април мај јуни јули август септември октомври ноември декември",  # mk
    "јануар фебруар март април мај јун јул август септембар октобар новембар децембар",  # sr
    "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан",  # kk
    "იანვარი თებერვალი მარტი აპრილი მაისი ივნისი ივლისი აგვისტო სექტემბერი ოქტომბერი ნოემბერი დეკემბერი",  # ka
    "ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר",  # he
    "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر",  # fa
    "janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor dhjetor",  # sq
    "جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر",  # ar
    "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",  # ar
)
"""One row a language and style, January to December; earlier rows win."""

MONTHS = {name: number for row in reversed(_ROWS) for number, name in enumerate(row.split(), 1)}
