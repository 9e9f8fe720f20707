// Short articles of our own with their translations, each long enough to be judged.
#pragma once

#include <string_view>
#include <vector>

namespace qosar {

struct TextPair {
    std::string_view english; ///< the first line is the title
    std::string_view kazakh;
};

inline const std::vector<TextPair>& text_pairs() {
    static const std::vector<TextPair> pairs{
        {"A new bridge over the Tobyl opened in Kostanay\n"
         "A new road bridge over the Tobyl river was opened in Kostanay on 12 October.\n"
         "The bridge is 840 metres long, and its construction cost 2.6 billion tenge.\n"
         "The old bridge, which was built in 1974, will be repaired and given to pedestrians and cyclists.\n"
         "According to the mayor of the city Marat Zhundubayev, the drivers will save half an hour on their way to "
         "work.\n"
         "Lighting and cameras were installed along the whole road.",
         "Қостанайда Тобыл өзені арқылы жаңа көпір ашылды\n"
         "12 қазанда Қостанайда Тобыл өзені арқылы өтетін жаңа автомобиль көпірі ашылды.\n"
         "Көпірдің ұзындығы 840 метр, оның құрылысына 2,6 миллиард теңге жұмсалды.\n"
         "1974 жылы салынған ескі көпір жөнделіп, жаяу жүргіншілер мен велосипедшілерге беріледі.\n"
         "Қала әкімі Марат Жүндібаевтың айтуынша, жүргізушілер жұмысқа барар жолда жарты сағат үнемдейді.\n"
         "Бүкіл жол бойына жарық пен камералар орнатылды."},
        {"Schoolchildren of Turkistan won the robotics contest\n"
         "A team of the school-lyceum No. 23 of Turkistan took first place at the national contest of robotics.\n"
         "Teams from 17 regions took part in the contest, which lasted three days in Astana.\n"
         "Their robot collects plastic bottles on the shore and sorts them by colour.\n"
         "The physics teacher Gulnar Seitova has taught the pupils for four years.\n"
         "The winners received laptops and 500 thousand tenge, and will go to Singapore in spring.",
         "Түркістан оқушылары робототехника байқауында жеңді\n"
         "Түркістандағы №23 мектеп-лицейдің командасы республикалық робототехника байқауында бірінші орын алды.\n"
         "Астанада үш күнге созылған байқауға 17 өңірден командалар қатысты.\n"
         "Олардың роботы жағалаудағы пластик бөтелкелерді жинап, түсіне қарай сұрыптайды.\n"
         "Физика мұғалімі Гүлнар Сейітова оқушыларды төрт жыл бойы оқытып келеді.\n"
         "Жеңімпаздарға ноутбук пен 500 мың теңге берілді, олар көктемде Сингапурға барады."},
        {"Saiga population grows on the Ustyurt plateau\n"
         "Scientists counted 39,700 saigas on the Ustyurt plateau this year, three times more than five years ago.\n"
         "The antelopes were counted from a plane in the last week of April.\n"
         "Inspectors of the organization Okhotzooprom protect the animals from poachers day and night.\n"
         "The biologist Daniyar Ospanov said that the number of calves is also rising.\n"
         "In 2015 a disease killed more than half of the animals on the steppe.",
         "Үстірт үстіртінде ақбөкен саны артып келеді\n"
         "Ғалымдар биыл Үстірт үстіртінде 39 700 ақбөкен санады, бұл бес жыл бұрынғыдан үш есе көп.\n"
         "Бөкендер сәуірдің соңғы аптасында ұшақтан саналды.\n"
         "«Охотзоопром» ұйымының инспекторлары жануарларды браконьерлерден күні-түні қорғайды.\n"
         "Биолог Данияр Оспановтың айтуынша, төлдердің саны да өсіп келеді.\n"
         "2015 жылы дерт даладағы жануарлардың жартысынан көбін қырып кетті."},
    };
    return pairs;
}

} // namespace qosar
