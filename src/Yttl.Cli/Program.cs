using Yttl.Cli.CommandLines;
using Yttl.Cli.Hosting;
using Yttl.Cli.Screen;


using var stop = new StopSignals();
using var telemetry = TelemetryExport.Start(Environment.GetEnvironmentVariable);
return await CommandLine.RunAsync(args, Surroundings.OfThisProcess(), stop.Token);
