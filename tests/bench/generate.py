#!/usr/bin/env python3
"""Makes a listing of English news and the Kazakh pages it cites, of any size: input for measurements.

    tests/bench/generate.py OUT --articles N [--seed S]      OUT/listing.txt, OUT/pages/ENTITY/ID.kk.json or .html

The same N and seed give the same bytes. Every sentence pair below is of our own writing. Per 100 articles, about 3 are
exact duplicates of an earlier one, 3 differ from it in one word, 5 cite nothing, and of 3 the page is missing.
"""
import argparse
import collections
import datetime
import html
import json
import pathlib
import random

# English, then Kazakh, line by line. "# topic entity" begins a topic, "=" marks its headlines: the first tells what the
# topic's first sentence tells, the second what its second does. {slots} carry no ending in Kazakh. "~" is where a
# translator may make two sentences of one: ", and" or a full stop.
TEMPLATES = """
# education edu
= {n} New Schools Will Open in the {region} Region This Year
= {region} облысында биыл {n} жаңа мектеп ашылады
= Teachers of {city} Master New Methods
= {city} қаласының мұғалімдері жаңа әдістерді меңгеруде
This year {n} new schools will be opened in the {region} region~ they will give places to {big} pupils.
Биыл {region} облысында {n} жаңа мектеп ашылады~ олар {big} оқушыға орын береді.
In the city of {city}, {n} teachers completed advanced training under the {programme} programme.
{city} қаласында {n} мұғалім {programme} бағдарламасы бойынша біліктілігін арттырды.
{money} was allocated for textbooks and laboratory equipment.
Оқулықтар мен зертханалық жабдықтарға {money} бөлінді.
Pupils of the {region} region won {few} medals at the international olympiad in mathematics.
{region} облысының оқушылары математикадан халықаралық олимпиадада {few} медаль жеңіп алды.
The number of grants for technical specialties has increased by {p} percent and reached {big}.
Техникалық мамандықтарға бөлінген гранттар саны {p} пайызға артып, {big} болды.
At the university of {city}, {n} students study artificial intelligence.
{city} қаласындағы университетте {n} студент жасанды интеллектіні оқып жатыр.
"A good teacher is the main wealth of any school," {person}, director of the school, said.
«Жақсы мұғалім – кез келген мектептің басты байлығы», – деді мектеп директоры {person}.
# health dsm
= Doctors Examined {big} Residents of the {region} Region
= Дәрігерлер {region} облысының {big} тұрғынын тексерді
= A New Hospital Was Opened in {city}
= {city} қаласында жаңа аурухана ашылды
Since the beginning of the year, doctors have examined {big} people in the {region} region.
Жыл басынан бері дәрігерлер {region} облысында {big} адамды тексерді.
A new hospital with {n} beds was opened in the city of {city}~ it will serve {big} patients a year.
{city} қаласында {n} төсектік жаңа аурухана ашылды~ ол жылына {big} науқасқа қызмет көрсетеді.
{money} was spent on modern medical equipment.
Заманауи медициналық жабдыққа {money} жұмсалды.
The surgeons performed {n} heart operations, which is {p} percent more than last year.
Хирургтер жүрекке {n} ота жасады, бұл былтырғыдан {p} пайызға көп.
Within the {programme} project, {n} young doctors came to work in villages.
{programme} жобасы аясында {n} жас дәрігер ауылға жұмысқа келді.
"The earlier a disease is found, the easier it is to cure," {person}, the chief physician, noted.
«Ауру неғұрлым ерте анықталса, оны емдеу соғұрлым жеңіл», – деп атап өтті бас дәрігер {person}.
The vaccination of children continues: {big} children have already received the vaccine.
Балаларды вакцинациялау жалғасуда: {big} бала вакцина алып үлгерді.
# agriculture moa
= Farmers of the {region} Region Harvested {big} Tonnes of Grain
= {region} облысының диқандары {big} тонна астық жинады
= Livestock Farms Received {money} of Subsidies
= Мал шаруашылықтары {money} субсидия алды
Farmers of the {region} region have harvested {big} tonnes of wheat and barley.
{region} облысының диқандары {big} тонна бидай мен арпа жинады.
The state paid {money} of subsidies to livestock farms.
Мемлекет мал шаруашылықтарына {money} субсидия төледі.
This spring {big} hectares were sown with oilseeds~ the area of fodder crops grew by {p} percent.
Биыл көктемде {big} гектарға майлы дақылдар егілді~ мал азықтық дақылдардың көлемі {p} пайызға өсті.
A dairy farm for {n} cows was built in the {district} district.
{district} ауданында {n} сиырға арналған сүт фермасы салынды.
Under the {programme} programme, {n} farms bought new tractors and combines.
{programme} бағдарламасы бойынша {n} шаруашылық жаңа тракторлар мен комбайндар сатып алды.
"Rain came on time, and the harvest pleased us," farmer {person} says.
«Жаңбыр дер кезінде жауып, егін бізді қуантты», – дейді фермер {person}.
The export of flour to neighbouring countries amounted to {big} tonnes.
Көрші елдерге ұн экспорты {big} тонна болды.
# transport transport
= {n} Kilometres of Roads Will Be Repaired in the {region} Region
= {region} облысында {n} шақырым жол жөнделеді
= New Flights Will Connect {city} With Seven Countries
= Жаңа әуе рейстері {city} қаласын жеті елмен байланыстырады
{n} kilometres of roads will be repaired in the {region} region by {date}.
{date} күніне дейін {region} облысында {n} шақырым жол жөнделеді.
The airport of the city of {city} served {big} passengers.
{city} қаласының әуежайы {big} жолаушыға қызмет көрсетті.
A new bridge was built across the river in the {district} district~ its length is {n} metres.
{district} ауданында өзен арқылы жаңа көпір салынды~ оның ұзындығы {n} метр.
Freight transport by rail increased by {p} percent.
Теміржолмен жүк тасымалы {p} пайызға өсті.
{few} new trains and {n} carriages were purchased for {money}.
{few} жаңа пойыз бен {n} вагон сатып алынды, оған {money} жұмсалды.
"The road to the village will be ready before winter," engineer {person} promised.
«Ауылға баратын жол қысқа дейін дайын болады», – деп уәде берді инженер {person}.
In the city of {city}, {n} new buses appeared on the routes.
{city} қаласында бағыттарға {n} жаңа автобус шықты.
# energy energo
= A Solar Power Plant Was Launched in the {region} Region
= {region} облысында күн электр станциясы іске қосылды
= Gas Has Come to {n} Villages of the {district} District
= {district} ауданының {n} ауылына газ келді
A solar power plant with a capacity of {n} megawatts was launched in the {region} region.
{region} облысында қуаты {n} мегаватт күн электр станциясы іске қосылды.
Gas has been supplied to {n} villages of the {district} district.
{district} ауданының {n} ауылына газ тартылды.
The cost of the project is {money}~ {p} percent of it was paid by foreign investors.
Жобаның құны {money}~ оның {p} пайызын шетелдік инвесторлар төледі.
During the heating season, the plant in the city of {city} burned {big} tonnes of coal.
Жылыту маусымында {city} қаласындағы станция {big} тонна көмір жақты.
Oil production in {month} reached {big} tonnes a day.
{month} айында мұнай өндіру тәулігіне {big} тоннаға жетті.
"The equipment is ready for the winter," {person}, the head of the power plant, reported.
«Жабдық қысқа дайын», – деп хабарлады электр станциясының басшысы {person}.
Old networks were replaced over {n} kilometres, and losses fell by {p} percent.
Ескі желілердің {n} шақырымы ауыстырылып, шығын {p} пайызға азайды.
# culture mam
= An Exhibition of {n} Paintings Opened in {city}
= {city} қаласында {n} картинаның көрмесі ашылды
= {region} Region Hosts a Festival of Folk Music
= {region} облысында халық музыкасының фестивалі өтуде
On {date}, an exhibition of {n} paintings opened in the museum of the city of {city}.
{date} күні {city} қаласының мұражайында {n} картинаның көрмесі ашылды.
A festival of folk music was held in the {region} region~ {n} musicians took part in it.
{region} облысында халық музыкасының фестивалі өтті~ оған {n} музыкант қатысты.
The writer {person} presented a new book to the readers.
Жазушы {person} оқырмандарға жаңа кітабын таныстырды.
Archaeologists found {n} ancient objects made of gold and silver in the {district} district.
Археологтар {district} ауданында алтын мен күмістен жасалған {n} көне бұйым тапты.
The theatre of the city of {city} showed {few} performances in {month}.
{city} қаласының театры {month} айында {few} спектакль көрсетті.
The library received {big} books as part of the {programme} campaign.
Кітапхана {programme} акциясы аясында {big} кітап алды.
"Music needs no translator," the conductor {person} said.
«Музыкаға аудармашы керек емес», – деді дирижер {person}.
# sport tsm
= Athletes of the {region} Region Won {few} Medals
= {region} облысының спортшылары {few} медаль жеңіп алды
= A Stadium for {big} Spectators Will Be Built in {city}
= {city} қаласында {big} көрерменге арналған стадион салынады
Athletes of the {region} region won {few} gold medals at the championship of Asia.
{region} облысының спортшылары Азия чемпионатында {few} алтын медаль жеңіп алды.
A stadium for {big} spectators is being built in the city of {city}.
{city} қаласында {big} көрерменге арналған стадион салынып жатыр.
The boxer {person} defeated all his rivals and became the champion.
Боксшы {person} барлық қарсыласын жеңіп, чемпион атанды.
The tournament started on {date}~ {n} wrestlers from {few} countries came to it.
Турнир {date} күні басталды~ оған {few} елден {n} балуан келді.
In the {district} district, {n} children train in sports schools free of charge.
{district} ауданында {n} бала спорт мектептерінде тегін жаттығады.
"We trained every day and believed in victory," the coach {person} said.
«Біз күн сайын жаттығып, жеңіске сендік», – деді жаттықтырушы {person}.
The {programme} marathon gathered {big} runners and raised {money}.
{programme} марафоны {big} жүгірушіні жинап, {money} түсірді.
# emergencies emer
= Rescuers Saved {n} People in the {region} Region
= {region} облысында құтқарушылар {n} адамды құтқарды
= {n} Dams Strengthened in the {district} District Before the Flood
= {district} ауданында су тасқынына дейін {n} бөгет нығайтылды
Rescuers evacuated {n} people from a snowstorm in the {region} region.
Құтқарушылар {region} облысында {n} адамды бораннан алып шықты.
Before the flood, {n} dams were strengthened in the {district} district.
Су тасқынына дейін {district} ауданында {n} бөгет нығайтылды.
On {date}, firefighters put out a fire on an area of {n} square metres in the city of {city}.
{date} күні өрт сөндірушілер {city} қаласында {n} шаршы метр аумақтағы өртті сөндірді.
The exercise involved {n} rescuers and {few} helicopters~ it lasted two days.
Жаттығуға {n} құтқарушы мен {few} тікұшақ қатысты~ ол екі күнге созылды.
{money} was allocated for the purchase of fire engines and boats.
Өрт сөндіру машиналары мен қайықтар сатып алуға {money} бөлінді.
"No one was injured, all residents are safe," rescuer {person} assured.
«Ешкім зардап шеккен жоқ, барлық тұрғын қауіпсіз», – деп сендірді құтқарушы {person}.
The number of fires in {month} decreased by {p} percent compared with last year.
{month} айында өрт саны былтырғымен салыстырғанда {p} пайызға азайды.
# digital maidd
= {few} More Public Services Are Available on the Telephone
= Тағы {few} мемлекеттік қызмет телефонда қолжетімді
= High-Speed Internet Has Come to {n} Villages of the {region} Region
= {region} облысының {n} ауылына жоғары жылдамдықты интернет жетті
{few} more public services are now available in the mobile application.
Мобильді қосымшада тағы {few} мемлекеттік қызмет қолжетімді болды.
High-speed internet was brought to {n} villages of the {region} region.
{region} облысының {n} ауылына жоғары жылдамдықты интернет жеткізілді.
In {month}, {big} citizens received a digital signature~ {p} percent of them did it from home.
{month} айында {big} азамат цифрлық қолтаңба алды~ олардың {p} пайызы оны үйден рәсімдеді.
The technology park of the city of {city} united {n} companies.
{city} қаласының технологиялық паркі {n} компанияны біріктірді.
Exports of information technology brought {money} to the country.
Ақпараттық технологиялар экспорты елге {money} әкелді.
"The data of citizens are reliably protected," the specialist {person} explained.
«Азаматтардың деректері сенімді қорғалған», – деп түсіндірді маман {person}.
The {programme} contest chose {few} best projects of young programmers.
{programme} байқауы жас бағдарламашылардың {few} үздік жобасын таңдады.
# water water
= {n} Kilometres of Canals Cleaned in the {region} Region
= {region} облысында {n} шақырым канал тазартылды
= Villages of the {district} District Receive Clean Drinking Water
= {district} ауданының ауылдары таза ауызсу алды
{n} kilometres of canals were cleaned~ {few} pumping stations were repaired.
{n} шақырым канал тазартылды~ {few} сорғы станциясы жөнделді.
Drinking water came to {n} houses in the {district} district on {date}.
{date} күні {district} ауданында {n} үйге ауызсу келді.
The reservoirs of the {region} region are {p} percent full.
{region} облысының су қоймалары {p} пайызға толды.
Drip irrigation is used on {big} hectares and saves {p} percent of water.
Тамшылатып суару {big} гектарда қолданылып, судың {p} пайызын үнемдейді.
{big} trees were planted on the river bank under the {programme} programme.
{programme} бағдарламасы бойынша өзен жағасына {big} ағаш отырғызылды.
"Every drop of water must be saved," ecologist {person} reminded.
«Судың әр тамшысын үнемдеу керек», – деп еске салды эколог {person}.
The construction of a water treatment plant in the city of {city} cost {money}.
{city} қаласындағы су тазарту станциясының құрылысына {money} жұмсалды.
# any
The Ministry of {field} reported this on {date}.
Бұл туралы {date} күні {field} министрлігі хабарлады.
According to the Ministry of {field}, the figure rose by {p} percent over the year.
{field} министрлігінің мәліметінше, көрсеткіш бір жылда {p} пайызға өсті.
{person}, a representative of the Ministry of {field}, answered the questions of journalists.
{field} министрлігінің өкілі {person} журналистердің сұрақтарына жауап берді.
The meeting was held in the city of {city}~ {n} experts took part in it.
Жиын {city} қаласында өтті~ оған {n} сарапшы қатысты.
As a result, {n} new jobs were created in the {district} district.
Нәтижесінде {district} ауданында {n} жаңа жұмыс орны ашылды.
In total, {money} was allocated from the republican budget.
Республикалық бюджеттен барлығы {money} бөлінді.
The work will be completed by {date}.
Жұмыс {date} күніне дейін аяқталады.
The {programme} programme has been running in the {region} region since {year}.
{programme} бағдарламасы {region} облысында {year} жылдан бері жұмыс істейді.
"We are grateful for the help," {person}, a resident of the {district} district, said.
«Көмек үшін ризамыз», – деді {district} ауданының тұрғыны {person}.
Deputy akim {person} got acquainted with the progress of the work.
Әкімнің орынбасары {person} жұмыстың барысымен танысты.
Similar projects are planned in the cities of {city} and {city2} next year.
Осындай жобалар келесі жылы {city} және {city2} қалаларында жоспарланған.
In the future, this work will be continued.
Алдағы уақытта бұл жұмыс жалғасын табады.
"""

REGIONS = ["Akmola Ақмола", "Aktobe Ақтөбе", "Almaty Алматы", "Atyrau Атырау", "Zhambyl Жамбыл", "Karaganda Қарағанды",
           "Kostanay Қостанай", "Kyzylorda Қызылорда", "Mangystau Маңғыстау", "Pavlodar Павлодар",
           "Turkistan Түркістан", "Ulytau Ұлытау", "Abai Абай", "Zhetysu Жетісу"]
CITIES = ["Astana Астана", "Almaty Алматы", "Shymkent Шымкент", "Aktau Ақтау", "Aktobe Ақтөбе", "Atyrau Атырау",
          "Karaganda Қарағанды", "Kokshetau Көкшетау", "Kostanay Қостанай", "Kyzylorda Қызылорда", "Oral Орал",
          "Pavlodar Павлодар", "Petropavl Петропавл", "Semey Семей", "Taldykorgan Талдықорған", "Taraz Тараз",
          "Turkistan Түркістан", "Zhezkazgan Жезқазған", "Balkhash Балқаш", "Ekibastuz Екібастұз"]
DISTRICTS = ["Sarysu Сарысу", "Burabay Бурабай", "Aral Арал", "Shu Шу", "Merki Меркі", "Baizak Байзақ", "Talas Талас",
             "Panfilov Панфилов", "Karasay Қарасай", "Abai Абай", "Shet Шет", "Nura Нұра", "Zharma Жарма",
             "Aksu Ақсу", "Kurmangazy Құрманғазы", "Makat Мақат", "Beineu Бейнеу", "Otyrar Отырар"]
PROGRAMMES = ["Ken Dala=Кең дала", "Zhas Orken=Жас өркен", "Ak Bulak=Ақ бұлақ", "Taza Alem=Таза әлем",
              "Bolashak Zhol=Болашақ жол", "Zhasyl El=Жасыл ел", "Alga=Алға", "Nurly Ui=Нұрлы үй",
              "Bilim Shyny=Білім шыңы", "Altyn Dan=Алтын дән", "Kuatty Auyl=Қуатты ауыл", "Birlik=Бірлік"]
FIELDS = ["Health=Денсаулық сақтау", "Agriculture=Ауыл шаруашылығы", "Transport=Көлік", "Energy=Энергетика",
          "Finance=Қаржы", "National Economy=Ұлттық экономика", "Emergency Situations=Төтенше жағдайлар",
          "Justice=Әділет", "Foreign Affairs=Сыртқы істер", "Tourism and Sports=Туризм және спорт"]
FIRST_NAMES = ["Aigerim Айгерім", "Aruzhan Аружан", "Asel Әсел", "Berik Берік", "Daniyar Данияр", "Dauren Дәурен",
               "Erlan Ерлан", "Gulmira Гүлмира", "Kairat Қайрат", "Kanat Қанат", "Madina Мәдина", "Marat Марат",
               "Nurzhan Нұржан", "Saule Сәуле", "Serik Серік", "Timur Тимур", "Zhanna Жанна", "Zarina Зарина"]
LAST_NAMES = ["Abilkas Әбілқас", "Akhmet Ахмет", "Alimkul Әлімқұл", "Amanzhol Аманжол", "Baimurat Баймұрат",
              "Bekbolat Бекболат", "Beksultan Бексұлтан", "Duisen Дүйсен", "Ermek Ермек", "Eskali Есқали",
              "Iskak Ысқақ", "Kasym Қасым", "Kenzhebai Кенжебай", "Mukan Мұқан", "Myrzabek Мырзабек", "Nurgali Нұрғали",
              "Orazbai Оразбай", "Ospan Оспан", "Rakhym Рахым", "Sadyk Садық", "Saparbai Сапарбай", "Seitbek Сейітбек",
              "Tolegen Төлеген", "Tursyn Тұрсын", "Ualikhan Уәлихан", "Zhumagali Жұмағали", "Zhunis Жүніс"]
MONTHS = ["January қаңтар", "February ақпан", "March наурыз", "April сәуір", "May мамыр", "June маусым", "July шілде",
          "August тамыз", "September қыркүйек", "October қазан", "November қараша", "December желтоқсан"]
SECTIONS = ["News", "Society", "Economy", "Culture", "Sport"]

Sentence = collections.namedtuple("Sentence", "en kk")
Topic = collections.namedtuple("Topic", "name entity headlines sentences")
Item = collections.namedtuple("Item", "title date body url")


def read_templates():
    topics, lines = [], [line for line in TEMPLATES.splitlines() if line]
    while lines:
        line = lines.pop(0)
        if line.startswith("#"):
            name, entity = (line[2:].split() + [""])[:2]
            topics.append(Topic(name, entity, [], []))
        elif line.startswith("="):
            topics[-1].headlines.append(Sentence(line[2:], lines.pop(0)[2:]))
        else:
            topics[-1].sentences.append(Sentence(line, lines.pop(0)))
    return topics[:-1], topics[-1].sentences


def pairs_of(words, sign=" "):
    return [Sentence(*word.split(sign)) for word in words]


def same(text):
    return Sentence(str(text), str(text))


class Slots:
    """Values for the slots of an article's sentences, the same on both sides, each as its language writes it."""
    regions, cities, districts = pairs_of(REGIONS), pairs_of(CITIES), pairs_of(DISTRICTS)
    fields, programmes = pairs_of(FIELDS, "="), pairs_of(PROGRAMMES, "=")
    first, last, months = pairs_of(FIRST_NAMES), pairs_of(LAST_NAMES), pairs_of(MONTHS)

    def __init__(self, choose):
        self.choose = choose
        self.scene = {name: self.make(name) for name in ("region", "city", "district", "programme", "field")}
        self.values = {}

    def renew(self):
        """Forgets the values; most places of the next sentence are again those that the article is about."""
        self.values = {name: value for name, value in self.scene.items() if self.choose.random() < 0.8}

    def fill(self, template):
        return Sentence(*(capital(text.format_map(Side(self, side))) for side, text in enumerate(template)))

    def make(self, name):
        pick, number = self.choose.choice, self.choose.randint
        if name == "person":
            first, last = pick(self.first), pick(self.last)
            return Sentence(f"{first.en} {last.en}", f"{first.kk} {last.kk}")
        if name == "date":
            day, month = number(1, 28), pick(self.months)
            return Sentence(f"{month.en} {day}", f"{day} {month.kk}")
        if name == "big":
            thousands = number(1_100, 98_000)
            return Sentence(f"{thousands:,}", f"{thousands:,}".replace(",", "\u00a0"))
        if name == "money":
            tenths = number(11, 990)
            scale = pick([Sentence("million", "млн"), Sentence("billion", "млрд")])
            amount = f"{tenths / 10:g}"
            return Sentence(f"{amount} {scale.en} tenge", f"{amount.replace('.', ',')} {scale.kk} теңге")
        if name == "p":
            tenths = number(11, 400)
            return Sentence(f"{tenths / 10:g}", f"{tenths / 10:g}".replace(".", ","))
        if name == "programme":
            words = pick(self.programmes)
            return Sentence(f"“{words.en}”", f"«{words.kk}»")
        if name in ("n", "few", "year"):
            return same(number(*{"n": (12, 980), "few": (3, 40), "year": (2015, 2024)}[name]))
        return pick({"region": self.regions, "city": self.cities, "city2": self.cities, "district": self.districts,
                     "field": self.fields, "month": self.months}[name])


class Side(dict):
    """What str.format_map asks for the values of one language."""

    def __init__(self, slots, side):
        super().__init__()
        self.slots, self.side = slots, side

    def __missing__(self, name):
        if name not in self.slots.values:
            self.slots.values[name] = self.slots.make(name)
        return self.slots.values[name][self.side]


def capital(text):
    return text[:1].upper() + text[1:]


def at_joint(choose, text, joint, split_rate):
    """A sentence with "~" as one sentence or as two."""
    if "~" not in text:
        return text
    first, second = text.split("~ ")
    return f"{first}. {capital(second)}" if choose.random() < split_rate else f"{first}{joint} {second}"


def joined(first, second):
    """Two Kazakh sentences as one, as a translator does, where the second begins with a common word."""
    return f"{first[:-1]}, ал {second[0].lower()}{second[1:]}"


def translate(choose, templates, extra, slots):
    """Sentences of both sides: some joined, split, left out or added. The first has the values that `slots` has now."""
    english, kazakh, may_join = [], [], False
    for template in templates:
        if english or kazakh:
            slots.renew()
        pair = slots.fill(template)
        luck = choose.random() if english else 1
        if luck >= 0.03:
            english.append(at_joint(choose, pair.en, ", and", 0.2))
        if 0.03 <= luck < 0.07:
            continue
        sentence = at_joint(choose, pair.kk, ",", 0.5)
        begins_plainly = template.kk[0] not in "{«" and not template.kk.startswith(("Азия", "Республика"))
        if may_join and begins_plainly and choose.random() < 0.15:
            kazakh[-1] = joined(kazakh[-1], sentence)
            may_join = False
        else:
            kazakh.append(sentence)
            may_join = "»" not in sentence and ". " not in sentence
        if choose.random() < 0.04:
            slots.renew()
            kazakh.append(slots.fill(choose.choice(extra)).kk.replace("~", ","))
            may_join = False
    return english, kazakh


def paragraphs(choose, sentences):
    out = [[]]
    for sentence in sentences:
        if len(out[-1]) >= choose.randint(1, 4):
            out.append([])
        out[-1].append(sentence)
    return [" ".join(paragraph) for paragraph in out]


def json_page(number, title, blocks, date):
    body = "".join(f"<p>{html.escape(block, quote=False)}</p>" for block in blocks).replace("\u00a0", "&nbsp;")
    page = {"id": str(number), "title": title, "slug": f"news-{number}", "created_date": f"{date}T05:20:00Z",
            "body": body, "short_description": blocks[0], "publication_type": "NEWS", "heropic": None}
    return json.dumps(page, ensure_ascii=False) + "\n"


def html_page(number, title, blocks, date):
    body = "\n".join(f"<p>{html.escape(block, quote=False)}</p>" for block in blocks)
    title = html.escape(title, quote=False)
    return f"""<!DOCTYPE html>
<html lang="kk">
<head><meta charset="utf-8"><title>{title}</title><script>window.page = {{"id": {number}}};</script></head>
<body>
<nav><ul><li><a href="/">Басты бет</a></li><li><a href="/press">Баспасөз орталығы</a></li></ul></nav>
<main><article><h1>{title}</h1><time datetime="{date}T05:20:00Z">{date}</time>
{body}
</article></main>
<footer><p>Сайт материалдарын пайдаланғанда сілтеме жасау міндетті.</p></footer>
</body>
</html>
"""


def with_one_word_changed(choose, item):
    """The same item with a typing slip: one word of plain lower-case letters lacks one."""
    words = item.body.split(" ")
    plain = [i for i, word in enumerate(words) if len(word) > 5 and word.isalpha() and word.islower()]
    i = choose.choice(plain)
    words[i] = words[i][:-2] + words[i][-1]
    return item._replace(body=" ".join(words))


def new_item(choose, number, date, topics, extra, pages):
    """A new article; its page, unless it has none, is written below `pages`."""
    topic, slots = choose.choice(topics), Slots(choose)
    which = choose.randrange(2)
    headline, lead = slots.fill(topic.headlines[which]), topic.sentences[which]
    others = [sentence for sentence in topic.sentences + extra if sentence is not lead]
    templates = [lead] + choose.sample(others, choose.randint(5, 17))
    english, kazakh = translate(choose, templates, extra, slots)
    entity = choose.choice([topic.entity] + [f"{topic.entity}-{i}" for i in range(1, 10)])
    url = f"https://www.gov.kz/memleket/entities/{entity}/press/news/details/{number}?lang=kk"
    page_luck, is_html = choose.random(), choose.random() < 0.1
    if page_luck >= 0.08:
        write, ending = (html_page, "html") if is_html else (json_page, "json")
        path = pages / entity / f"{number}.kk.{ending}"
        path.parent.mkdir(exist_ok=True)
        path.write_text(write(number, headline.kk, paragraphs(choose, kazakh), date), encoding="utf-8")
    return Item(headline.en, date, " ".join(english), "" if page_luck < 0.05 else url)


def write_item(choose, listing, item):
    date = item.date.strftime("%d.%m.%Y")
    listing.write(f"{item.title} {date}\n" if choose.random() < 0.2 else f"{item.title}\n{date}\n")
    source = choose.choice(["", " "]) + f"Source : {item.url}" if item.url else ""
    listing.write(f"{item.body}{source}\n")


def generate(out, articles, seed=1):
    choose, (topics, extra) = random.Random(seed), read_templates()
    out = pathlib.Path(out)
    pages = out / "pages"
    pages.mkdir(parents=True)
    recent = collections.deque(maxlen=500)
    with open(out / "listing.txt", "w", encoding="utf-8", newline="\n") as listing:
        for i in range(articles):
            if i % 50 == 0:
                listing.write(f"{choose.choice(SECTIONS)}\nMore\n")
            luck = choose.random()
            if luck < 0.06 and recent:
                item = choose.choice(recent)
                if luck < 0.03:
                    item = with_one_word_changed(choose, item)
            else:
                date = datetime.date(2020, 1, 1) + datetime.timedelta(days=i // 50)
                item = new_item(choose, 1_000_000 + i, date, topics, extra, pages)
                recent.append(item)
            write_item(choose, listing, item)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("out", metavar="OUT", help="a folder that does not exist yet or is empty")
    arguments.add_argument("--articles", type=int, default=1000)
    arguments.add_argument("--seed", type=int, default=1)
    chosen = arguments.parse_args()
    generate(chosen.out, chosen.articles, chosen.seed)


if __name__ == "__main__":
    main()
