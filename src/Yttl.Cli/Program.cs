using Yttl.Cli.CommandLines;
using Yttl.Cli.Hosting;
using Yttl.Cli.Terminal;


using var stop = new StopSignals();
using var telemetry = TelemetryExport.Start(Environment.GetEnvironmentVariable);
return await CommandLine.RunAsync(args, CliContext.OfThisProcess(), stop.Token);
