using Yttl.Cli;

using var stop = new StopSignals();
using var telemetry = TelemetryExport.Start(Environment.GetEnvironmentVariable);
return await CommandLine.RunAsync(args, Surroundings.OfThisProcess(), stop.Token);
