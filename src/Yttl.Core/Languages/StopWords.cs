using System.Collections.Frozen;

namespace Yttl.Core.Languages;

/// <summary>
/// Words without information about a sentence's topic. The lists are short because inverse document frequency covers
/// the others.
/// </summary>
internal static class StopWords
{
    private static readonly FrozenSet<string> None = FrozenSet<string>.Empty;

    private static readonly FrozenDictionary<string, FrozenSet<string>> ByLanguage = new Dictionary<string, string>
    {
        ["en"] =
            """
            a about actually after all also am an and any are as at basically be because been before being bit
            but by can could did do does doing don down for from further get go going gonna got guys had hello
            has have having he her here him his how i if in into is it its just kind know let like ll lot m
            maybe me mean more most much my no not now of off oh ok okay on one only or other our out over own
            probably re really right s same say see she should so some sort such t than thank thanks that the
            their them then there these they thing things think this those through to too under until up us ve
            very want was way we well were what when where which while who why will with would yeah yep yes you
            your
            """,
        ["de"] =
            """
            aber alle als also am an auch auf aus bei bin bis bist da damit dann das dass dein dem den denn der
            des dich die dies diese dieser dieses dir doch dort du durch ein eine einem einen einer eines er es
            etwas für ganz gar gibt hab habe haben hat hatte hier ich ihm ihn ihr ihre im immer in ist ja jetzt
            kann kein keine können machen man mehr mein mich mir mit muss nach nicht noch nun nur ob oder ohne
            schon sehr sein seine sich sie sind so soll um und uns unter vom von vor war was weil wenn werden
            wie wieder will wir wird wo würde zu zum zur über
            """,
        ["fr"] =
            """
            à ai alors alors au aussi autre aux avait avec avoir bien c ça car ce ceci cela celle celui ces cet
            cette ceux chez comme d dans de des deux donc du elle elles en encore est et étaient était être eu
            eux fait faire il ils j je l la là le les leur leurs lui m ma mais me même mes moi moins mon n ne
            nos notre nous on ont ou où par parce pas peu peut plus pour pourquoi qu quand que quel quelle qui s
            sa sans se ses si son sont sous sur t ta te tes toi ton tous tout toute très tu un une va voilà vos
            votre vous y
            """,
        ["es"] =
            """
            a al algo ahí ahora aquí así aunque bien como con cosas cuál cuando de del desde donde dos e el él
            ella ellas ellos en entonces entre era es esa ese eso esta está están estas este esto estos fue ha
            hace hacer hasta hay la las le les lo los más me mi mientras muy nada ni no nos nosotros o otra otro
            para pero poco por porque pues puede que qué quien se sea ser si sí sin sobre son su sus también tan
            tanto te tener tiene todo todos tu tú un una uno unos usted va vamos ver y ya yo
            """,
        ["it"] =
            """
            a ad adesso ai al alla alle allora anche ancora avere aveva ben c che chi ci come con cosa così cui
            d da dai dal dalla de degli dei del della delle di dove due e è ed era essere fa fare già gli ha
            hanno ho i il in io l la le lei li lo loro lui ma me mi mio molto ne nei nel nella no noi non nostro
            o ogni per perché più poi può qua quale quando quello questa queste questi questo qui quindi se sei
            senza si sì sia siamo sono sta su sua suo sul te ti tra tu tutto tutti un una uno va vi voi
            """,
        ["pt"] =
            """
            a agora ainda além ao aos aqui as até bem coisa com como da das de dela dele depois do dos e é ela
            elas ele eles em então entre era essa esse esta está estão este eu faz fazer foi há isso isto já lá
            lhe mais mas me mesmo meu minha muito na não nas nem no nos nós o onde os ou outra outro para pela
            pelo pode por porque pra qual quando que quem se sem ser seu são só sua também te tem ter tinha todo
            todos tudo um uma vai vamos você vocês
            """,
        ["nl"] =
            """
            aan al als altijd ben bij daar dan dat de deze die dit doen door dus echt een eens en er gaan gaat
            gewoon had heb hebben heeft heel hem het hier hij hoe hun iets ik in is ja je jij jullie kan kunnen
            maar me meer mee met mij mijn moet na naar net niet nog nu of om omdat ons ook op over te toch toen
            tot u uit uw van veel voor waar want waren was wat we weer wel werd wie wil worden wordt zal ze zich
            zijn zo zou
            """,
        ["ru"] =
            """
            а без более бы был была были было быть в вам вас ведь во вот все всё всего вы где да даже для до его
            ее её если есть еще ещё же за здесь и из или им их к как какой когда который кто ли мне может мы на
            над надо не него нее ней нет ни них но ну о об один он она они оно от очень по под потом потому при
            про просто с сам свой себя сейчас со так такой там тебе то того тоже только том тут ты у уже хорошо
            хоть чем через что чтобы эта эти это этого этой этом этот я
            """,
        ["pl"] =
            """
            a aby ale albo bardzo bez bo był była było być by chce ci co coś czy czyli dla do gdy gdzie go i ich
            ile im ja jak jako jakie jaki jego jej jest jeszcze jeśli już każdy kiedy która które który którzy
            ktoś lub ma mam mamy mi mnie może można my na nad nam nas nasz nawet nic nie nim niż no o od on ona
            one oni oraz po pod przed przez przy są sam się ta tak taki takie także tam te tego tej ten teraz
            też to tu tutaj ty tych tylko tym u w was we więc wszystko właśnie z za ze że
            """,
        ["sv"] =
            """
            alla allt än är att av bara bli blir bra bli cirka de dem den denna deras dess det detta dig din där
            då efter ej eller en ett fick finns får för från gick gör göra ha hade han hans har helt henne
            hennes hon honom hur här i in inte ja jag ju kan kommer kunde man med mer mig min mot mycket ni nog
            nu när någon något några och också om oss på så sedan sig sin ska skulle som till tycker under upp
            ut utan vad var vara vi vid vilka vilken vill väl vår åt över
            """,
        ["tr"] =
            """
            acaba ama artık az bana bazı belki ben bence beni bile bir biraz biri birkaç birşey biz bize bizim
            böyle bu buna bunda bundan bunlar bunu bunun burada çok çünkü da daha de değil diye dolayı en evet
            gibi göre ha hangi hem hep her hiç için içinde ile ilgili ise işte kadar kendi ki kim mı mi mu mü
            nasıl ne neden nerede niye o olan olarak oldu olduğu olur ona onlar onu onun orada oysa peki sen
            seni siz sonra şey şimdi şöyle şu tabii tüm var ve veya ya yani yok zaten
            """,
    }.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.Split().ToFrozenSet(StringComparer.Ordinal));

    /// <summary>The lists, by the primary subtag of their language.</summary>
    public static IReadOnlyDictionary<string, FrozenSet<string>> Lists => ByLanguage;

    /// <returns>Words in lower case. Empty for a language without a list.</returns>
    public static FrozenSet<string> Find(LanguageTag? language) =>
        language is { } tag && ByLanguage.TryGetValue(tag.Primary.ToLowerInvariant(), out var words) ? words : None;
}
