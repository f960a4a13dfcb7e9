using System.CommandLine;
using Yttl.Benchmarks;
using Yttl.Benchmarks.Results;
using Yttl.TestKit;

// Ratios of runs made side by side. Nothing here fails but for scenarios that break off. Build with -c Release.
const string Everything = "all";
var names = new Argument<string[]>("SCENARIO")
{
    Description = "What to measure, or all: torture is measured by its name alone",
    DefaultValueFactory = _ => [Everything],
};
names.AcceptOnlyFromAmong([Everything, .. Scenarios.All.Select(scenario => scenario.Name)]);
var quick = new Option<bool>("--quick") { Description = "Smaller inputs: to see that all of it runs" };
var full = new Option<bool>("--full") { Description = "Also what takes minutes: ten hours, one call after another" };
var filter = new Option<string?>("--filter") { Description = "Which micro benchmarks, such as *Caption*" };
var kills = new Option<int?>("--kills") { Description = "How often torture kills a run" };
var flips = new Option<int?>("--flips") { Description = "How often torture damages a stored file" };
var peaceful = new Option<bool>("--peaceful") { Description = "Torture without hostile servers, folders and files" };
var seed = new Option<int>("--seed") { Description = "What the choices of torture follow from", DefaultValueFactory = _ => 30 };
var page = new Option<string?>("--out")
{
    Description = "Where to write the page, which keeps what is not measured; with all, docs/benchmarks.md",
};
var command = new RootCommand("Measures yttl and prints ratios of runs made side by side.")
{
    names, quick, full, filter, kills, flips, peaceful, seed, page,
};
command.SetAction(async (parsed, _) =>
{
    var asked = parsed.GetValue(names)!;
    var isAll = asked.Contains(Everything);
    var machine = Machine.Read(TimeProvider.System);
    var options = new ScenarioOptions(parsed.GetValue(quick), parsed.GetValue(full), parsed.GetValue(filter))
    {
        Kills = parsed.GetValue(kills),
        Flips = parsed.GetValue(flips),
        IsHostile = !parsed.GetValue(peaceful),
        Seed = parsed.GetValue(seed),
    };
    var results = new List<ScenarioResult>();
    foreach (var scenario in Scenarios.All.Where(scenario => (isAll && !scenario.IsByHand) || asked.Contains(scenario.Name)))
    {
        Console.WriteLine($"== {scenario.Name}: {scenario.Title}\n");
        var result = await scenario.MeasureAsync(options);
        foreach (var table in result.Tables)
            Console.WriteLine(TableText.Of(table));
        if (result.Failure is not null)
            Console.Error.WriteLine($"yttl-bench: {scenario.Name} broke off: {result.Failure}");
        Console.WriteLine(Figure.Of($"   {result.Took.TotalSeconds:0} s\n"));
        results.Add(result);
    }

    var path = parsed.GetValue(page) ?? (isAll ? Repository.PathOf("docs/benchmarks.md") : null);
    if (path is not null)
    {
        var earlier = File.Exists(path) ? await File.ReadAllTextAsync(path, CancellationToken.None) : "";
        await File.WriteAllTextAsync(path, BenchmarkPage.Of(machine, options.IsQuick, results, earlier), CancellationToken.None);
        Console.WriteLine(path);
    }

    return results.Any(result => result.Failure is not null) ? 1 : 0;
});
return await command.Parse(args).InvokeAsync();
