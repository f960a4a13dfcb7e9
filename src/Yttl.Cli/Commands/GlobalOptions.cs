namespace Yttl.Cli.Commands;

/// <summary>The options of every command.</summary>
internal static class GlobalOptions
{
    public const string Verbose = "--verbose";
    public const string Quiet = "--quiet";
    public const string NoColor = "--no-color";
    public const string HelpAll = "--help-all";
}
