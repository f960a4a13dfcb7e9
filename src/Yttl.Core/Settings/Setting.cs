namespace Yttl.Core.Settings;

/// <summary>
/// One configuration key: the same name and meaning as a flag, in the environment, in a file and as an app setting.
/// </summary>
/// <param name="Hosts">Who takes it.</param>
/// <param name="Key">Lower case with underscores: <c>max_concurrent_llm</c>.</param>
/// <param name="Default">What holds when nobody says otherwise; blank for nothing.</param>
/// <param name="Doc">One sentence for the help, without a full stop.</param>
public abstract record Setting(Hosts Hosts, string Key, string Default, string Doc)
{
    public string Flag => "--" + Key.Replace('_', '-');

    public string Environment { get; init; } = "YTTL_" + Key.ToUpperInvariant();

    /// <summary>What a flag without a value means; null where it needs one.</summary>
    public string? WhenBare { get; init; }

    /// <summary>Shown only as set or not set.</summary>
    public bool IsSecret { get; init; }

    /// <summary>
    /// Whether <c>./yttl.json</c> may give this text. That file comes with a folder, perhaps somebody else's: it must
    /// not choose which programs run, nor where the user's keys are sent.
    /// </summary>
    public Func<string, bool> TrustedFromProjectFile { get; init; } = _ => true;

    public abstract string Expected { get; }

    public abstract Bounds? Bounds { get; }

    public abstract string? HelpName { get; }

    public abstract bool IsSwitch { get; }

    public abstract bool IsMany { get; }

    public abstract bool Accepts(string text);
}

public sealed record Setting<T>(Hosts Hosts, string Key, T DefaultValue, ValueParser<T> Parser, string Doc)
    : Setting(Hosts, Key, Parser.Format(DefaultValue), Doc)
{
    public override string Expected => Parser.Expected;

    public override Bounds? Bounds => Parser.Bounds;

    public override string? HelpName => Parser.HelpName;

    public override bool IsSwitch => Parser.HelpName is null;

    public override bool IsMany => Parser.Many;

    public override bool Accepts(string text) => Parser.Read(text, out _);
}
