namespace Yttl.Core.Failures;

/// <summary>
/// What this process calls a setting in its messages: each host words it as its users give it. A message is worded when
/// it is made and stored as text.
/// </summary>
public static class SettingName
{
    private static Func<string, string> _words = OptionOf;
    private static Func<string, bool> _takes = _ => true;

    /// <param name="key">As in the table of settings: <c>llm_model</c>.</param>
    public static string For(string key) => _words(key);

    /// <summary>Whether this process takes the setting; where it does not, a message names another way.</summary>
    public static bool IsTaken(string key) => _takes(key);

    /// <summary>
    /// Chooses the words of the whole process. A host calls it once as it starts, before the first message; without it
    /// they are <see cref="OptionOf"/>.
    /// </summary>
    /// <param name="takes">Null: every setting.</param>
    public static void WordBy(Func<string, string> words, Func<string, bool>? takes = null) =>
        (_words, _takes) = (words, takes ?? (_ => true));

    /// <summary>The option of the command line: <c>--llm-model</c>.</summary>
    public static string OptionOf(string key) => "--" + key.Replace('_', '-');
}
