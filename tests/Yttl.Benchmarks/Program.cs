using Yttl.Benchmarks;

// Prints figures of runs made side by side; nothing here passes or fails. Build with -c Release.
var scenarios = args is [] ? ["model", "length", "limits", "remember", "audio"] : args;
foreach (var scenario in scenarios)
{
    switch (scenario)
    {
        case "model":
            await ModelScenario.RunAsync(latency: TimeSpan.FromSeconds(1));
            break;
        case "length":
            LengthScenario.Run();
            break;
        case "limits":
            await LimitsScenario.RunAsync();
            break;
        case "remember":
            await RememberScenario.RunAsync();
            break;
        case "audio":
            await AudioScenario.RunAsync();
            break;
        default:
            Console.Error.WriteLine(
                $"yttl-bench: no scenario is called '{scenario}'; there are: model, length, limits, remember, audio");
            return 2;
    }

    Console.WriteLine();
}

return 0;
