using System.CommandLine;
using Yttl.Core.Settings;

namespace Yttl.Cli.Settings;

/// <summary>
/// The flags of a command, made from the table of settings. The help hides those of the original program.
/// </summary>
internal sealed class SettingOptions
{
    private readonly List<(string Key, Option Option)> _options = [];

    /// <param name="ownDefault">What holds without an option, where that is not the default of the settings.</param>
    public SettingOptions(Command command, IReadOnlyList<Setting> settings, Func<Setting, string?>? ownDefault = null)
    {
        foreach (var setting in settings)
            Add(command, setting.Key, Make(setting.Flag, setting, ownDefault?.Invoke(setting)));
        foreach (var (flag, key) in OriginalFlags.All)
            if (settings.FirstOrDefault(setting => setting.Key == key) is { } setting)
                Add(command, key, Hidden(Make(flag, setting)));
    }

    /// <summary>
    /// Reads the values given on the command line. A setting given by two of its names is a problem, unless it is a
    /// list.
    /// </summary>
    public Layer Read(ParseResult result)
    {
        var given = _options
            .Where(pair => result.GetResult(pair.Option) is { Implicit: false })
            .Select(pair => new Entry(pair.Key, TextOf(result, pair.Option, pair.Key), pair.Option.Name))
            .GroupBy(entry => entry.Key)
            .ToList();
        var problems = given
            .Where(entries => entries.Count() > 1 && !IsMany(entries.Key))
            .Select(entries => string.Join(" and ", entries.Select(entry => entry.Origin)))
            .Select(flags => $"{flags} are the same setting: give one of them");
        var blank = given.SelectMany(entries => entries)
            .Where(entry => string.IsNullOrWhiteSpace(entry.Text))
            .Select(entry => $"{entry.Origin} needs a value");
        return new Layer([.. given.Select(Merge)], [.. problems, .. blank]);
    }

    private static Entry Merge(IGrouping<string, Entry> entries) => IsMany(entries.Key)
        ? entries.First() with { Text = string.Join(',', entries.Select(entry => entry.Text)) }
        : entries.First();

    private static bool IsMany(string key) => SettingTable.All.Any(setting => setting.Key == key && setting.IsMany);

    private static string TextOf(ParseResult result, Option option, string key) => option switch
    {
        Option<bool> flag => result.GetValue(flag) ? "true" : "false",
        Option<string[]> many => string.Join(',', result.GetValue(many) ?? []),
        _ => result.GetValue((Option<string>)option) ?? SettingTable.All.First(setting => setting.Key == key).WhenBare ?? "",
    };

    private static Option Make(string flag, Setting setting, string? ownDefault = null)
    {
        var option = Make(flag, setting.IsSwitch, setting.IsMany);
        if (flag == SettingTable.Out.Flag)
            option.Aliases.Add("-o");
        if (setting.WhenBare is not null)
            option.Arity = ArgumentArity.ZeroOrOne;
        option.HelpName = setting.HelpName;
        option.Description = setting.Doc
            + (setting.Bounds is { } bounds ? $" ({bounds})" : "")
            + ((ownDefault ?? setting.Default) is var without and not ("" or "false" or "none") ? $" [{without}]" : "");
        return option;
    }

    private static Option Make(string flag, bool isSwitch, bool isMany) =>
        isSwitch ? new Option<bool>(flag)
        : isMany ? new Option<string[]>(flag) { Arity = ArgumentArity.OneOrMore }
        : new Option<string>(flag) { Arity = ArgumentArity.ExactlyOne };

    private static Option Hidden(Option option)
    {
        option.Hidden = true;
        return option;
    }

    private void Add(Command command, string key, Option option)
    {
        command.Add(option);
        _options.Add((key, option));
    }
}
