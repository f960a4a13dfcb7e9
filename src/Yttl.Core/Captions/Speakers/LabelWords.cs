using System.Collections.Frozen;

namespace Yttl.Core.Captions.Speakers;

/// <summary>What stands before a colon again and again and names no person, and what names one with a number.</summary>
internal static class LabelWords
{
    /// <summary>In the languages that most captions are in. A name of two words has such a word rarely, and never last.</summary>
    private static readonly FrozenSet<string> Other = Set(
        """
        note notes step steps example examples question questions answer answers tip tips warning caution important remember
        reminder hint fact facts summary conclusion result results problem solution definition theorem proof lemma exercise
        task todo update edit ps part chapter section figure table option options phase day week month year point points
        lesson rule rules idea topic topics title subject disclaimer spoiler source sources link links first second third
        fourth last then so and but or well now okay ok again also finally next today tomorrow yesterday here this that
        there think reason goal goals agenda item items version number page slide slides level round scene act case claim
        pros cons pro con plus minus bonus meaning translation recap intro introduction outro attention danger news time
        date place price total key bottom thing things
        hinweis hinweise achtung beispiel beispiele frage fragen antwort antworten schritt tipp tipps merke regel wichtig
        fazit ergebnis problem lösung aufgabe kapitel teil punkt erstens zweitens drittens also und aber nun
        remarque exemple exemples réponse réponses étape étapes conseil résultat problème règle chapitre partie
        premièrement deuxièmement donc alors et mais
        nota notas ejemplo ejemplos pregunta preguntas respuesta respuestas paso pasos atención consejo importante resultado
        solución problema regla capítulo parte primero segundo entonces pero
        esempio esempi domanda domande risposta risposte passo attenzione consiglio risultato soluzione capitolo primo quindi
        exemplo exemplos pergunta perguntas resposta respostas atenção dica resultado solução
        vraag antwoord voorbeeld stap let op belangrijk oplossing hoofdstuk
        """);

    private static readonly FrozenSet<string> Numbered = Set(
        """
        speaker sprecher sprecherin participant teilnehmer teilnehmerin locuteur intervenant hablante orador oratore
        relatore spreker deelnemer man woman boy girl guest host user caller voice person interviewer interviewee student
        teacher doctor patient officer soldier moderator panelist attendee iphone ipad room
        """);

    private static readonly FrozenSet<string> Particles = Set(
        "von van vom zu zur de da di do dos du del della der den des la le al el bin ibn ben y e and und et of the");

    public static bool AreOther(string[] words) => Other.Contains(words[0]) || Other.Contains(words[^1]);

    public static bool IsParticle(string word) => Particles.Contains(word);

    /// <summary>Returns whether a number makes a name of the word: <c>Speaker 1</c>.</summary>
    public static bool MayBeNumbered(string word) => Numbered.Contains(word);

    private static FrozenSet<string> Set(string words) => words
        .Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
