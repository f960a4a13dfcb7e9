using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Yttl.Core.Summaries.Chat;

/// <summary>
/// The words of refusals, in the languages of the stop words, and in Chinese, Japanese and Korean. In each: who cannot, the
/// verb, and what it is done to, in one sentence.
/// </summary>
internal static partial class RefusalInProse
{
    private const RegexOptions Loose =
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
        | RegexOptions.IgnorePatternWhitespace;

    private const string English =
        """
        \bI(\ am|'m)?\ ((really|very|truly|afraid|just|also|currently|do|simply|as\ an\ AI[^.]{0,40}|must
          |have\ to)[\ ,]+)*
          (can't|cannot|can\ not|could\ not|couldn't|won't|will\ not|unable|not\ (able|allowed|permitted
            |in\ a\ position|capable|going)
            |do\ not\ have\ (the\ ability|access)|don't\ have\ (the\ ability|access)|not\ have\ (the\ ability
              |access)|decline|refuse)\b
          [^.!?]{0,40}?\b
          ((?<=have\ access\ )to|summari[sz](e|ing)|help|assist|provid(e|ing)|giv(e|ing)|writ(e|ing)|generat(e|ing)
            |creat(e|ing)|produc(e|ing)
            |process|access|fulfil+|comply|complet(e|ing)|analy[sz](e|ing)|engage|respond|answer|do
              |continue(?=\ with))\b
          [^.!?]{0,30}?
          ( \b(this|that|the|your|any|these|those|such|a|an|or|to|external|copyrighted|harmful|explicit
            |of)\b[^.!?]{0,30}?
            \b(requests?|content|transcripts?|transcription|videos?|clips?|texts?|material|topics?|summar(y|ies)
              |links?|urls?|web\ ?(sites?|pages?)
              |files?|audio|recordings?|passages?|segments?|instructions?|prompts?|tasks?|questions?|documents?
                |articles?|subtitles|captions)\b
          | \bwith\ (that|this|it|these|those)\s*([.!,;]|$)
          | (?<=summari[sz]e\ |provide\ |do\ |process\ |complete\ |fulfill?\ )(that|this|it)\s*([.!,;]|$) )
        """;

    private const string German =
        """
        (?=[^.!?]*\bich\b)(?=[^.!?]*\b(kann|könnte|darf|werde|bin|habe|muss)\b)
        (?=[^.!?]*\b(nicht|kein\w*|außerstande|ablehnen|unmöglich)\b)
        (?=[^.!?]*\b(zusammenfass\w*|zusammenzufass\w*|fassen|helfen|weiterhelfen|behilflich|unterstützen
          |bereit(zu)?stellen|liefern|geben|erstellen|verarbeiten
          |zugreifen|zugriff|nachkommen|nachzukommen|erfüllen|beantworten|bearbeiten|analysieren|ablehnen
            |entsprechen|verfassen|anbieten)\b)
        [^.!?]*\b(dabei|damit|hierbei|hiermit|dazu|anfrage|inhalte?s?|transkript\w*|video\w*|text\w*|material\w*|zusammenfassung|bitte|anliegen|links?
          |datei\w*|aufgabe|frage|abschnitt\w*|thema)\b
        """;

    private const string French =
        """
        \b(je\ ne\ (peux|puis|pourrai|pourrais|suis)|je\ suis\ (dans\ l'incapacité|incapable)|il\ m'est\ impossible
          |je\ n'ai\ pas|je\ dois\ refuser|je\ refuse)\b
        [^.!?]{0,60}?(résumer|aider|assister|fournir|donner|rédiger|traiter|accéder|accès|répondre|générer|créer|produire|analyser|satisfaire|effectuer|faire)
        [^.!?]{0,40}?\b(cela|ceci|ça|celle-ci|demandes?|contenus?|transcriptions?|vidéos?|textes?|matériel|sujet|résumés?|liens?|fichiers?|tâche|question|extrait|passage)\b
        """;

    private const string Spanish =
        """
        \b(no\ (me\ )?(puedo|podré|podría|soy\ capaz|es\ posible|resulta\ posible|tengo\ (acceso|la\ capacidad)
          |estoy\ (en\ condiciones|autorizad[oa]|capacitad[oa]))
          |soy\ incapaz|me\ es\ imposible|debo\ rechazar|me\ niego)\b
        [^.!?]{0,60}?(resumir|ayudar|asistir|proporcionar|ofrecer|procesar|acceder|acceso|cumplir|generar|crear|completar|analizar|dar|hacer|realizar|responder|atender)\w*
        [^.!?]{0,40}?\b(esto|eso|ello|ese|este|solicitud|petición|contenidos?|transcripci(ón|ones)|v[ií]deos?|textos?|material|tema|resumen|enlaces?|archivos?|tarea|pregunta|fragmento|parte)\b
        """;

    private const string Italian =
        """
        \bnon\ (posso|potrò|potrei|sono\ in\ grado|mi\ è\ possibile|riesco|ho\ (accesso|la\ capacità))\b
        [^.!?]{0,60}?(riassumere|aiutar\w*|assister\w*|fornir\w*|elaborare|accedere|accesso|soddisfare|generare|creare|completare|analizzare|dar\w*|fare|rispondere|procedere)
        [^.!?]{0,40}?\b(questo|quello|ciò|richiest[ae]|contenut[oi]|trascrizion[ei]|video|test[oi]|materiale|argomento|riassunto|link|file|compito|domanda|questa\ parte)\b
        """;

    private const string Portuguese =
        """
        \bnão\ (me\ )?(posso|poderei|poderia|consigo|sou\ capaz|é\ possível|tenho\ (acesso|a\ capacidade)
          |estou\ (em\ condições|autorizad[oa]))\b
        [^.!?]{0,60}?(resumir|ajudar|ajudá|auxiliar|fornecer|oferecer|processar|acessar|aceder|acesso|cumprir|atender|gerar|criar|concluir|analisar|dar|fazer|responder)\w*
        [^.!?]{0,40}?\b(isso|isto|solicitaç(ão|ões)|pedidos?|conteúdos?|transcriç(ão|ões)|vídeos?|textos?|material|tema|resumo|links?|arquivos?|ficheiros?|tarefa|pergunta|trecho|parte)\b
        """;

    private const string Dutch =
        """
        (?=[^.!?]*\bik\b)(?=[^.!?]*\b(kan|kon|mag|zal|ben|heb|moet)\b)(?=[^.!?]*\b(niet|geen|weigeren|afwijzen)\b)
        (?=[^.!?]*\b(samenvat\w*|samen\ te\ vatten|helpen|assisteren|bieden|leveren|geven|maken|verwerken|toegang
          |openen|voldoen|beantwoorden|analyseren|uitvoeren|genereren|voorzien)\b)
        [^.!?]*\b(daarbij|daarmee|hierbij|hiermee|verzoek|inhoud|transcript\w*|video\w*|tekst\w*|materiaal|onderwerp|samenvatting|links?|bestand\w*|taak|vraag|fragment)\b
        """;

    private const string Russian =
        """
        \b(я\ (не\ (могу|смогу|способен|способна|имею\ (доступа|возможности)|в\ состоянии)|вынужден\w*\ отказать)
          |не\ могу|не\ смогу)\b
        [^.!?]{0,60}?(обобщ\w+|резюмир\w+|кратко\s\w+|помо\w+|предостав\w+|дать|написать|обработа\w+|получить\ доступ|доступа|выполн\w+|созда\w+|сгенерир\w+|проанализ\w+|ответ\w+|состав\w+|сделать|суммир\w+|переска\w+)
        [^.!?]{0,40}?\b(эт(им|о|ой|от|ого|ому|у)|запрос\w*|содержани\w*|контент\w*|расшифровк\w*|транскри\w+|видео|текст\w*|материал\w*|тем\w+|резюме|ссылк\w+|файл\w*|задани\w+|задач\w+|вопрос\w*)
        """;

    private const string Polish =
        """
        \bnie\ (mogę|mogłem|mogłam|jestem\ w\ stanie|potrafię|mam\ (dostępu|możliwości))\b
        [^.!?]{0,60}?(streścić|podsumować|pomóc|pomagać|zapewnić|dostarczyć|podać|przetworzyć|przetwarzać|uzyskać\ dostępu|dostępu|spełnić|zrealizować|wygenerować|utworzyć|stworzyć|przeanalizować|odpowiedzieć|przygotować|napisać|wykonać)
        [^.!?]{0,40}?\b(tym|tego|tej|to|prośb\w+|żądani\w+|treści|transkrypc\w+|film\w*|wideo|tekst\w*|materiał\w*|temat\w*|streszczeni\w+|podsumowani\w+|link\w*|plik\w*|zadani\w+|pytani\w+|fragment\w*)
        """;

    private const string Swedish =
        """
        (?=[^.!?]*\bjag\b)(?=[^.!?]*\b(kan|kunde|får|kommer|är|har|måste)\b)(?=[^.!?]*\b(inte|ej|ingen
          |tyvärr\ avböja|avböja)\b)
        (?=[^.!?]*\b(sammanfatt\w*|hjälpa|bistå|assistera|tillhandahålla|ge|skriva|skapa|bearbeta|behandla|åtkomst
          |tillgång|uppfylla|generera|analysera|svara|utföra)\b)
        [^.!?]*\b(detta|det\ här|den\ här|begäran|förfrågan|innehåll\w*|transkript\w*|transkription\w*|video\w*|text\w*|material\w*|ämne\w*|sammanfattning\w*|länk\w*|fil\w*|uppgift\w*|fråga\w*)\b
        """;

    private const string Turkish =
        """
        [^.!?]*\b(bu|şu|isteğ\w+|talep\w*|taleb\w*|içeri\w+|metn\w+|metin\w*|video\w*|transkript\w*|özet\w*|bağlantı\w*|dosya\w*|soru\w*|görev\w*)\b
        [^.!?]*(özetle\w*|yardımcı\ ol\w*|yardım\ ed\w*|sağla\w*|sun\w*|işle\w*|eriş\w*|yerine\ getir\w*|oluştur\w*|yanıtla\w*|analiz\ ed\w*|ver\w*|yaz\w*)
          (\w*(am[ıi]yorum|em[ıi]yorum|amam|emem|amayacağım|emeyeceğim)|[^.!?]{0,20}(mümkün\ değil|reddediyorum
            |yetkim\ yok|erişimim\ yok))
        """;

    private const string Chinese =
        """
        (我|本人|本助手|作为[^。！？]{0,20}(AI|人工智能|語言模型|语言模型|助手)|^(很|非常|十分)?(抱歉|对不起|對不起|遗憾|遺憾))[^。！？!?]{0,24}
        (无法|無法|不能|不可以|没有办法|没办法|沒有辦法|没法|难以|不便|拒绝|拒絕|无权)[^。！？!?]{0,16}
        (总结|總結|概括|摘要|帮助|幫助|协助|協助|提供|处理|處理|访问|訪問|存取|回答|完成|满足|滿足|生成|分析|执行)[^。！？!?]{0,20}
        (这|這|此|该|該|您|你|请求|請求|内容|內容|视频|視頻|影片|文本|文字|材料|摘要|总结|總結|链接|連結|问题|問題|要求|任务|帮助|幫助|协助|協助|[。.!！]|$)
        """;

    private const string Japanese =
        """
        (この|その|ご|リクエスト|依頼|要求|内容|コンテンツ|動画|ビデオ|テキスト|文字起こし|トランスクリプト|要約|リンク|ファイル|質問)[^。！？]{0,30}
        (要約|お手伝い|対応|提供|処理|アクセス|お答え|回答|お応え|応じる|生成|作成|分析)[^。！？]{0,10}
        (でき(ません|かねます|ない)|いたしかねます|しかねます|不可能です)
        """;

    private const string Korean =
        """
        (이|해당|그|요청|내용|콘텐츠|영상|비디오|동영상|텍스트|자막|대본|요약|링크|파일|질문)[^.!?。]{0,30}
        (요약|도와|도움|지원|제공|처리|접근|액세스|답변|응답|수행|생성|작성|분석)[^.!?。]{0,12}
        (수\ 없|수가\ 없|못합니다|못\ 합니다|불가능합니다|어렵습니다)
        """;

    [GeneratedRegex(
        $"(?<en>{English})|(?<de>{German})|(?<fr>{French})|(?<es>{Spanish})|(?<it>{Italian})|(?<pt>{Portuguese})|(?<nl>{Dutch})"
        + $"|(?<ru>{Russian})|(?<pl>{Polish})|(?<sv>{Swedish})|(?<tr>{Turkish})|(?<zh>{Chinese})|(?<ja>{Japanese})|(?<ko>{Korean})",
        Loose)]
    private static partial Regex Refusals();

    /// <summary>Of whom a summary tells, or who tells it, by the language of the refusal.</summary>
    private static readonly FrozenDictionary<string, string[]> Narrators = new Dictionary<string, string>
    {
        ["en"] = "he she they says say said told tells asks asked speaker speakers narrator explains admits argues insists",
        ["de"] = "er sagt sagte meint meinte erklärt redner rednerin sprecher sprecherin erzählt",
        ["fr"] = "il elle dit disait explique orateur oratrice raconte",
        ["es"] = "él ella dice dijo explica orador oradora ponente cuenta",
        ["it"] = "lui disse dice spiega relatore relatrice racconta",
        ["pt"] = "ele ela diz disse explica orador oradora conta",
        ["nl"] = "hij zij zegt zei vertelt spreker spreekster",
        ["ru"] = "он она говорит сказал сказала рассказывает",
        ["pl"] = "on ona mówi powiedział powiedziała opowiada",
        ["sv"] = "han hon säger sade sa talaren berättar",
        ["tr"] = "diyor dedi konuşmacı anlatıyor",
        ["zh"] = "他 她 讲者 講者 演讲者 演講者 主持人 嘉宾 发言人",
        ["ja"] = "彼 話者 と言 と語 と話",
        ["ko"] = "그는 그녀 말한다 말했다 라고",
    }.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.Split(' '));

    [GeneratedRegex(@"\W+")]
    private static partial Regex NoWord();
}
