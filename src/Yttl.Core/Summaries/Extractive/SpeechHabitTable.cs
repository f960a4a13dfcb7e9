using System.Buffers;
using System.Collections.Frozen;

namespace Yttl.Core.Summaries.Extractive;

/// <summary>The habits of speech of each language that has stop words.</summary>
internal static class SpeechHabitTable
{
    public static readonly FrozenDictionary<string, SpeechHabits> ByLanguage = new Dictionary<string, SpeechHabits>
    {
        ["en"] = Habits(
            "um|umm|uh|uhh|uhm|er|erm|hmm|hm|mm|mhm|ah", "like|you know|i mean|basically|kind of|sort of|actually|obviously|yeah|well|okay|ok|right|so|let's say",
            "and|but|um|umm|uh|uhh|uhm|er|erm|hmm|hm|mm|mhm|ah|oh|yeah|yep|yup",
            "so|well|okay|ok|yes|no|now|right|anyway|anyways|again|like|also|alright|all right|sure|then|and then|cool|great|perfect|"
            + "nice|awesome|exactly|correct|basically|actually|obviously|essentially|honestly|because|cause|i mean|you know|i guess|"
            + "i think|of course|at least|in fact|sort of|kind of|as i said|like i said|to be honest|so yeah|for sure|by the way",
            "it its this that these those he she they him her them which there here then because cause or one ones such same not to of "
            + "than is are was were otherwise would could should can have has had be being exactly correct like just so and but yeah "
            + "well where although whereas unless except based depending towards toward meaning",
            "hello|hi everyone|hi all|hi guys|hey|good morning|good afternoon|good evening|can you hear|hear me|can everyone hear|"
            + "can everybody hear|can you see|see my screen|share my screen|sharing my screen|thank you|thanks|bye|bye-bye|goodbye|welcome|"
            + "see you|have a good|have a great|have a nice|nice to meet|nice to see|sorry|unmute|unmuted|on mute|mute yourself|"
            + "next slide|subscribe|how are you|excuse me|congratulations|happy birthday",
            "feel free|move on|moving on|get started|getting started|let us start|let's start|let's continue|let's go|let's wait|"
            + "let's see|let's move|let's finish|let's jump|let's begin|next up|next item|any questions|any comments|any thoughts|"
            + "any other|any updates|any objections|questions or comments|go ahead|your hand|hands up|in the chat|chime in|agenda|we have time|"
            + "out of time|few minutes|few more minutes|couple of minutes|couple minutes|on the call|this call|today's call|"
            + "your screen|the floor|take it away|over to you|hand it over|hand over to|pass it|you go|jump in|i will stop|i'll stop|"
            + "i don't know|not sure|i wonder|wondering|i forgot|don't remember|can't remember|can't recall|no idea|make sense|"
            + "makes sense|what else|or whatever|you're right|that's right|i agree|i mean yeah|just a second|one second|one sec|"
            + "talk about that|talk about it|talk about this|as you can see|where was i|long story short",
            "we will|we'll|i will|i'll|let's|let us|agree|agreed|decide|decided|decision|we should|we need to|you should|going to|"
            + "plan to|planning to|plans to|planned|propose|proposed|proposal|must|deadline|action item|next step|next steps|"
            + "next week|next month|next year|by monday|by tuesday|by wednesday|by thursday|by friday|by next|by the end|recommend") with
        {
            FragmentEnding = "ing",
            Subordinators = Set(
                "if|when|while|since|as|once|after|before|until|although|though|because|whereas|unless|how|whether|why|which|who|whose|"
                + "where|especially"),
            Verbs = Phrases(
                "i|we|you|they|he|she|it|there|is|are|was|were|am|be|been|has|have|had|do|does|did|will|would|can|cannot|could|shall|should|"
                + "may|might|must|need|needs|want|wants"),
            Unfinished = Set(
                "the|a|an|of|for|at|by|to|from|with|and|or|but|because|that|which|is|are|our|my|your|their|its|than|into|about|as|if"),
            Joints = Set("and|but|so|or"),
            ClauseSubjects = Set(
                "i|i'm|i've|i'd|i'll|we|we're|we've|we'd|we'll|you|you're|you've|you'd|you'll|he|he's|she|she's|it|it's|they|they're|they've|"
                + "that's|there|there's|this|let's|what|if|when"),
            Doubled = Set("that|had"),
            SubjectOpeners = Set("so|like|well|okay|ok|then|now|because|cause|also|again|yes|no"),
            Subjects = Set(
                "i|i'm|i've|i'd|i'll|we|we're|we've|we'd|we'll|you|you're|you've|you'd|you'll|he|he's|she|she's|it|it's|they|they're|they've|"
                + "the|this|that|that's|these|those|there|there's|if|what|what's|when|let's|my|our|your|their|his|for|in|here|today|now|"
                + "basically|maybe|just|a|an|yeah|and|then|first|how|some|all|one|everyone|everybody|people|with|on|at|as"),
        },
        ["de"] = Habits(
            "äh|ähm|öh|hm", "sozusagen|ich meine|na ja|naja|also|ja|quasi",
            "und|aber|äh|ähm|öh|hm|tja", "also|ja|nun|na|gut|okay|ok|so|naja|genau|klar|nein|na ja|sozusagen|im prinzip|ich meine|wie gesagt",
            "er sie es das dies diese dieser dieses die ihn ihm ihnen da dann dort deshalb deswegen weil oder wo wenn als dass ob denn "
            + "damit dabei davon daran dazu darum wobei sondern und aber",
            "hallo|guten morgen|guten tag|guten abend|hört ihr mich|hören sie mich|kann man mich hören|sehen sie meinen|seht ihr meinen|"
            + "danke|vielen dank|tschüss|auf wiedersehen|willkommen|herzlich willkommen|entschuldigung|bis bald|schönen tag|nächste folie|abonniert",
            "weiß nicht|keine ahnung|fangen wir an|machen wir weiter|gehen wir weiter|gibt es fragen|noch fragen|im chat|kurz warten|"
            + "ein paar minuten|nicht sicher|was noch|tagesordnung",
            "wir werden|ich werde|lass uns|lasst uns|vereinbart|beschlossen|beschluss|entschieden|entscheidung|wir müssen|wir sollten|"
            + "geplant|vorschlag|nächste woche|nächsten monat|nächste schritte|bis montag|bis freitag|bis ende|muss"),
        ["fr"] = Habits(
            "euh|heu|hum", "en fait|du coup|je veux dire|bref|voilà|bon|ben",
            "et|mais|euh|heu|hum", "donc|alors|ben|bon|bah|voilà|enfin|oui|non|d'accord|ok|en fait|du coup|bref|bien sûr|je veux dire",
            "il elle ils elles ça cela ce c'est c ceci celui celle ceux celles lui leur qui que dont où parce car donc alors ou là quand si comme et mais",
            "bonjour|bonsoir|salut|vous m'entendez|tu m'entends|vous voyez mon|merci|au revoir|bienvenue|désolé|désolée|à bientôt|bonne journée|abonnez",
            "je ne sais pas|je sais pas|aucune idée|on commence|on continue|on passe|des questions|dans le chat|quelques minutes|pas sûr|ordre du jour",
            "nous allons|on va|je vais|décidé|décision|convenu|d'accord pour|il faut|nous devons|on doit|proposition|je propose|prévu|"
            + "la semaine prochaine|le mois prochain|avant lundi|avant vendredi|d'ici"),
        ["es"] = Habits(
            "eh|em", "o sea|digamos|pues|bueno|a ver",
            "y|pero|eh|em", "pues|entonces|bueno|vale|así|sí|no|claro|o sea|es decir|en fin|digamos|a ver",
            "él ella ellos ellas eso esto esta este estos estas ese esa lo la le les ahí allí entonces porque o que cual donde cuando si como pues y pero",
            "hola|buenos días|buenas tardes|buenas noches|me oyen|me oís|me escuchan|me escucháis|ven mi pantalla|gracias|adiós|bienvenidos|"
            + "bienvenidas|perdón|lo siento|hasta luego|suscríbete|suscríbanse",
            "no sé|ni idea|empezamos|vamos a empezar|seguimos|alguna pregunta|preguntas|en el chat|unos minutos|no estoy seguro|orden del día",
            "vamos a|voy a|decidido|decisión|acordado|acordamos|hay que|tenemos que|debemos|propuesta|propongo|previsto|la próxima semana|"
            + "el próximo mes|la semana que viene|antes del"),
        ["it"] = Habits(
            "ehm|eh", "cioè|diciamo|insomma|ecco",
            "e|ma|ehm|eh", "quindi|allora|beh|bene|ecco|sì|no|certo|cioè|insomma|diciamo|ok|va bene",
            "lui lei loro questo questa questi queste quello quella quelli quelle ciò lo la gli le ci lì là perché o che cui dove quando se come quindi e ma",
            "ciao|buongiorno|buonasera|mi sentite|si sente|vedete il mio|grazie|arrivederci|benvenuti|benvenute|scusate|scusa|a presto|iscrivetevi",
            "non lo so|non so|iniziamo|cominciamo|andiamo avanti|ci sono domande|domande|nella chat|qualche minuto|non sono sicuro|ordine del giorno",
            "faremo|farò|deciso|decisione|concordato|dobbiamo|bisogna|proposta|propongo|previsto|la prossima settimana|il prossimo mese|entro"),
        ["pt"] = Habits(
            "hum|hã", "tipo|quer dizer|sabe|né",
            "e|mas|hum|é", "então|bem|bom|pois|sim|não|claro|quer dizer|ou seja|tipo|enfim|tá|ok",
            "ele ela eles elas isso isto esse essa este esta estes estas aquilo aquele lá ali aí porque ou que onde quando se como então e mas",
            "olá|oi|bom dia|boa tarde|boa noite|me ouvem|estão me ouvindo|vocês me ouvem|obrigado|obrigada|tchau|adeus|bem-vindos|bem vindos|desculpe|desculpa|inscreva",
            "não sei|não faço ideia|vamos começar|vamos continuar|alguma pergunta|perguntas|no chat|alguns minutos|não tenho certeza|ordem do dia",
            "vamos|vou|decidido|decisão|combinado|temos que|precisamos|devemos|proposta|proponho|previsto|próxima semana|próximo mês|semana que vem|até"),
        ["nl"] = Habits(
            "eh|uh|ehm", "zeg maar|ik bedoel|nou",
            "en|maar|eh|uh|ehm", "dus|nou|ja|nee|goed|oké|ok|precies|natuurlijk|zeg maar|ik bedoel|kijk",
            "hij zij ze het dit dat deze die hem haar hen daar dan toen er want omdat of waar als wie wanneer dus en maar",
            "hallo|hoi|goedemorgen|goedemiddag|goedenavond|hoor je me|horen jullie mij|kun je me horen|dank je|dank u|bedankt|tot ziens|welkom|sorry|doei|abonneer",
            "weet ik niet|weet niet|geen idee|laten we beginnen|we gaan verder|nog vragen|vragen|in de chat|paar minuten|niet zeker|agenda",
            "we gaan|ik ga|we zullen|ik zal|laten we|besloten|beslissing|besluit|afgesproken|we moeten|moet|voorstel|gepland|volgende week|volgende maand|voor maandag|uiterlijk"),
        ["ru"] = Habits(
            "э|эм|м", "ну|как бы|короче|в общем|вот",
            "и|но|а|э|эм|м", "ну|так|итак|значит|вот|да|нет|хорошо|ладно|короче|в общем|то есть|как бы|конечно|кстати",
            "он она они оно это этот эта эти тот та те его её ее их там тут здесь тогда потому или что который где когда если как так и но",
            "привет|здравствуйте|добрый день|доброе утро|добрый вечер|меня слышно|слышно меня|видно экран|спасибо|до свидания|пока всем|добро пожаловать|извините|подписывайтесь",
            "не знаю|понятия не имею|давайте начнём|давайте начнем|идём дальше|есть вопросы|вопросы есть|в чате|пару минут|не уверен|повестка",
            "мы будем|я буду|давайте|решили|решение|договорились|нужно|надо|должны|должен|предлагаю|предложение|планируем|план|на следующей неделе|в следующем месяце|до конца"),
        ["pl"] = Habits(
            "yyy|eee", "znaczy|jakby|wiesz|no",
            "i|ale|a|yyy|eee", "więc|no|dobrze|tak|nie|okej|ok|znaczy|to znaczy|czyli|właśnie|jakby|w sumie|oczywiście",
            "on ona oni one ono to ten ta te tego tej tym jego jej ich tam tu wtedy bo ponieważ lub albo który gdzie kiedy jeśli jak więc i ale",
            "cześć|dzień dobry|dobry wieczór|czy mnie słychać|słychać mnie|widać mój|dziękuję|dzięki|do widzenia|witam|witajcie|przepraszam|subskrybuj",
            "nie wiem|nie mam pojęcia|zaczynamy|zacznijmy|idziemy dalej|czy są pytania|pytania|na czacie|parę minut|nie jestem pewien",
            "będziemy|zrobimy|zrobię|ustaliliśmy|ustalone|decyzja|zdecydowaliśmy|musimy|trzeba|powinniśmy|propozycja|proponuję|plan|planujemy|w przyszłym tygodniu|w przyszłym miesiącu|do końca"),
        ["sv"] = Habits(
            "eh|öh|hmm", "liksom|alltså|jag menar",
            "och|men|eh|öh|hmm", "så|ja|nej|nå|okej|ok|alltså|liksom|precis|bra|jag menar|ju|sen",
            "han hon de dem det den detta denna dessa där då sedan här för eftersom eller som vilken när om så och men",
            "hej|god morgon|god kväll|hör ni mig|hör du mig|ser ni min|tack|hej då|välkommen|välkomna|ursäkta|förlåt|prenumerera",
            "vet inte|ingen aning|låt oss börja|vi börjar|vi går vidare|några frågor|frågor|i chatten|några minuter|inte säker|dagordning",
            "vi ska|jag ska|vi kommer att|låt oss|beslutat|beslut|bestämt|överens|vi måste|måste|vi borde|förslag|föreslår|planerat|nästa vecka|nästa månad|senast"),
        ["tr"] = Habits(
            "ıı|ee|hmm", "yani|şey|işte",
            "ve|ama|ıı|ee|hmm", "yani|evet|hayır|şimdi|peki|işte|tamam|şey|aslında|tabii|mesela",
            "o bu şu onlar bunlar onu bunu ona buna orada burada çünkü veya ya yani ve ama böyle öyle",
            "merhaba|selam|günaydın|iyi günler|iyi akşamlar|sesim geliyor mu|beni duyuyor|ekranımı|teşekkürler|teşekkür ederim|hoşça kal|hoş geldiniz|pardon|özür dilerim|abone",
            "bilmiyorum|emin değilim|başlayalım|devam edelim|geçelim|sorusu olan|sorular|sohbette|birkaç dakika|gündem",
            "yapacağız|yapacağım|karar|kararlaştırdık|anlaştık|lazım|gerekiyor|gerek|öneri|öneriyorum|plan|planlıyoruz|gelecek hafta|haftaya|gelecek ay|kadar"),
    }.ToFrozenDictionary();

    private static SpeechHabits Habits(
        string sounds, string fillers, string openers, string commaOpeners, string leaning, string greetings, string asides,
        string commitments) => new()
        {
            Sounds = Set(sounds),
            Fillers = Set(fillers),
            Openers = Set(openers),
            CommaOpeners = Set(commaOpeners),
            Leaning = leaning.Split(' ').ToFrozenSet(StringComparer.Ordinal),
            Greetings = Phrases(greetings),
            Asides = Phrases(asides),
            Commitments = Phrases(commitments),
        };

    private static FrozenSet<string> Set(string phrases) => phrases.Split('|').ToFrozenSet(StringComparer.Ordinal);

    // Found between spaces: see SentenceWorth.
    internal static SearchValues<string> Phrases(string phrases) =>
        SearchValues.Create([.. phrases.Split('|').Select(phrase => $" {phrase} ")], StringComparison.Ordinal);
}
