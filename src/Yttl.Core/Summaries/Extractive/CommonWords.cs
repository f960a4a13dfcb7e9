using System.Collections.Frozen;

namespace Yttl.Core.Summaries.Extractive;

/// <summary>
/// English words with a meaning that are frequent in talk about anything, and so say little about what this one is about.
/// Stop words have no meaning of their own. Other languages have no such list, and their words count alike.
/// </summary>
internal static class CommonWords
{
    private static readonly FrozenSet<string> English =
        """
        add allow almost along already although always another anyone anything anyway appear around ask asked asking away
        back bad begin believe best better bring brought build buy call called case certain change clear come comes coming
        consider continue could couple create cut day days decide difference different difficult done early easy either else
        end enough even ever every everybody everyone everything example expect fact fall far feel felt few find fine first
        follow found full give given gives good great group grow guess half happen happened happening happens hard hear heard
        help here high hold hope however idea important include instead interesting job keep kept kill kind knew known large
        last later lead learn least leave left less let letting level life line little live long look looked looking looks
        lose lot lots love main make makes making many matter maybe mean means meant might mind moment months move must name
        near need needed needs never new next nice nothing number often old once open others part pay people perhaps person
        place play point possible present pretty problem process provide pull put puts question quite raise rather reach read
        reason remain remember result run running same sat saw second seem seems seen sell send sense serve set several shall
        show showed shown side simple simply since single sit small somebody someone something sometimes somewhere soon sort
        speak spend stand start started starting state stay step still stop story stuff such suggest sure talk talked talking
        talks tell third though thought thousand three time times today together told tomorrow took top toward towards tried
        true try trying turn two type understand use used useful uses using usually view wait walk want wanted wants watch
        week weeks went whatever whether whole win within without wonder wondering word words work worked working works world
        worry write wrong year years yesterday yet young
        definitely absolutely certainly especially exactly generally obviously essentially particularly potentially currently
        effectively completely similar similarly somehow nearly mostly mainly otherwise ahead guys folks
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    public static bool Contains(ReadOnlySpan<char> word) => English.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
}
