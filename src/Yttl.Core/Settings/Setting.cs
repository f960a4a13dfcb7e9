using Yttl.Core.Failures;
using Yttl.Core.Text;

namespace Yttl.Core.Settings;

/// <summary>
/// One configuration key, with the same name and meaning as a flag, in the environment, in a file and as an app
/// setting.
/// </summary>
/// <param name="Hosts">The programs that read it.</param>
/// <param name="Key">Lower case with underscores: <c>max_concurrent_llm</c>.</param>
/// <param name="Default">The value without a setting; blank for none.</param>
/// <param name="Doc">One sentence for the help, without a full stop.</param>
public abstract record Setting(Hosts Hosts, string Key, string Default, string Doc)
{
    public string Flag => SettingName.OptionOf(Key);

    public string Environment { get; init; } = "YTTL_" + Key.ToUpperInvariant();

    /// <summary>The meaning of a flag without a value; null where the flag needs one.</summary>
    public string? WhenBare { get; init; }

    /// <summary>Whether the value is secret. It is shown only as set or not set.</summary>
    public bool IsSecret { get; init; }

    /// <summary>
    /// Whether <c>./yttl.json</c> may set this text. That file comes with a folder, which may be another person's. So
    /// it must not choose the programs to run, nor the addresses that the user's keys are sent to.
    /// </summary>
    public Func<string, bool> TrustedFromProjectFile { get; init; } = _ => true;

    /// <summary>Returns the text of a value as it may be shown: of a secret only whether it is set.</summary>
    public string Shown(string text) => !IsSecret ? Redaction.InAddress(text) : text.Length > 0 ? "set" : "not set";

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
