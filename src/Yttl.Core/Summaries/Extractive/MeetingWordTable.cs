using System.Collections.Frozen;

namespace Yttl.Core.Summaries.Extractive;

/// <summary>The words of meetings in each language that has <see cref="SpeechHabits"/>.</summary>
internal static class MeetingWordTable
{
    public static readonly FrozenDictionary<string, MeetingWords> ByLanguage = new Dictionary<string, MeetingWords>
    {
        ["en"] = Words(
            "agree|agreed|agrees|agreement|decided|decide to|decision is|settled|settle on|consensus|approved|accepted|let's|let us|we will|"
            + "we'll|we are going to|we're going to|going with|go ahead|go with|move forward|moving forward|sounds good|sounds great|"
            + "makes sense|no objection|no objections|works for me|fine with|happy with|in favor|in favour|thumbs up|plus one|i support",
            "not agree|don't agree|didn't agree|disagree|disagrees|not agreed|haven't agreed|not decided|haven't decided|didn't decide|"
            + "undecided|no decision|no agreement|no consensus|not settled|not approved|not accepted|to be decided|can we agree|should we|"
            + "if we agree|if we decide|until we decide|before we decide|not in favor|not in favour|not go with|not going with|let's see|"
            + "don't think|don't expect|whether|would mean|if we're|if we are|if the|if all|we will have|we'll have|we'll be|we will be|"
            + "then let's go|okay let's go|let's first|let's wait|let's start|let's begin|let's continue|let's move on|let's talk|let's go to|let's go through|let's hear|we'll see|"
            + "we will see|we'll talk|i'll be back|i'll stop|i'll start|i'll share|i'll just|i'll hand|i'll pass|i'll let|i'll say|i'll keep|i'll echo|i will keep|i will stop|i'll be|we'll start",
            "i will|i'll|i am going to|i'm going to|i can take|i can do|i'd take|i take it|i'll take|action item is|assigned to"),
        ["de"] = Words(
            "einverstanden|einigen uns|bin dafür|geeinigt|vereinbart|beschlossen|entschieden|beschluss ist|machen wir|wir machen|wir werden|lass uns|"
            + "lasst uns|klingt gut|passt für mich|kein einwand|keine einwände|zugestimmt|angenommen",
            "nicht einverstanden|nicht geeinigt|nicht vereinbart|nicht beschlossen|nicht entschieden|sollen wir|noch offen|keine entscheidung",
            "ich werde|ich mache|ich übernehme|ich kümmere mich|ich schicke|ich schreibe|ich kläre|ich prüfe"),
        ["fr"] = Words(
            "d'accord|convenu|décidé|décision est|nous allons|on va|approuvé|adopté|ça marche|ça me va|aucune objection|pas d'objection",
            "pas d'accord|pas décidé|pas convenu|pas encore décidé|faut-il|est-ce qu'on|on va voir|nous allons voir|aucune décision",
            "je vais|je m'en occupe|je ferai|je prends|j'enverrai|je m'en charge|j'envoie"),
        ["es"] = Words(
            "de acuerdo|acordado|acordamos|decidido|decidimos|la decisión es|vamos a|haremos|aprobado|me parece bien|sin objeciones|a favor",
            "no estoy de acuerdo|en desacuerdo|no hemos decidido|no acordamos|deberíamos|vamos a ver|ninguna decisión|sin decidir",
            "voy a|me encargo|yo lo hago|haré|enviaré|me ocupo|lo envío"),
        ["it"] = Words(
            "d'accordo|concordato|deciso|abbiamo deciso|la decisione è|faremo|approvato|va bene|per me va bene|nessuna obiezione|a favore",
            "non sono d'accordo|non abbiamo deciso|non è deciso|dovremmo|vedremo|nessuna decisione",
            "farò|me ne occupo|ci penso io|invierò|lo faccio io|prendo io"),
        ["pt"] = Words(
            "de acordo|combinado|decidido|decidimos|a decisão é|vamos|faremos|aprovado|por mim tudo bem|sem objeções|a favor|concordo|concordamos",
            "não concordo|discordo|não decidimos|deveríamos|vamos ver|nenhuma decisão|não está decidido",
            "vou|eu faço|farei|enviarei|eu cuido|fico responsável|eu assumo"),
        ["nl"] = Words(
            "akkoord|mee eens|het eens|afgesproken|besloten|het besluit is|we gaan|we zullen|laten we|goedgekeurd|klinkt goed|geen bezwaar",
            "niet akkoord|niet eens|oneens|niet besloten|zullen we|moeten we|we gaan kijken|geen besluit",
            "ik zal|ik ga|ik doe|ik neem|ik pak|ik stuur|ik regel"),
        ["ru"] = Words(
            "согласен|согласна|согласны|договорились|решили|решение такое|решено|утвердили|принято|давайте|мы будем|нет возражений",
            "не согласен|не согласна|не согласны|не договорились|не решили|не решено|посмотрим|давайте посмотрим|нет решения",
            "я буду|я сделаю|я возьму|я отправлю|я напишу|я займусь|я проверю"),
        ["pl"] = Words(
            "zgoda|zgadzam się|zgadzamy się|ustalone|ustaliliśmy|zdecydowaliśmy|decyzja jest|postanowione|będziemy|zrobimy|brak sprzeciwu|jestem za",
            "nie zgadzam się|nie ustaliliśmy|nie zdecydowaliśmy|zobaczymy|czy powinniśmy|brak decyzji",
            "zrobię|zajmę się|wezmę|wyślę|napiszę|sprawdzę|ja to zrobię"),
        ["sv"] = Words(
            "överens|beslutat|bestämt|beslutet är|vi ska|vi kommer att|låt oss|godkänt|låter bra|inga invändningar|håller med",
            "inte överens|håller inte med|inte beslutat|inte bestämt|ska vi|borde vi|får se|inget beslut",
            "jag ska|jag kommer att|jag tar|jag gör|jag skickar|jag fixar"),
        ["tr"] = Words(
            "anlaştık|kararlaştırdık|karar verdik|karar şu|kabul edildi|onaylandı|yapacağız|uygundur|itiraz yok|katılıyorum",
            "katılmıyorum|anlaşamadık|karar vermedik|bakarız|karar yok",
            "yapacağım|ben yaparım|göndereceğim|ben alırım|ilgileneceğim|yazacağım"),
    }.ToFrozenDictionary();

    private static MeetingWords Words(string agreements, string doubts, string promises) =>
        new(SpeechHabitTable.Phrases(agreements), SpeechHabitTable.Phrases(doubts), SpeechHabitTable.Phrases(promises));
}
