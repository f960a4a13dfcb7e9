namespace Yttl.Core.Settings;

/// <summary>The programs that read a setting.</summary>
[Flags]
public enum Hosts
{
    CommandLine = 1,
    Azure = 2,
    All = CommandLine | Azure,
}
