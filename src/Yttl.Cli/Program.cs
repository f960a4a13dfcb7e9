using Yttl.Cli.CommandLines;
using Yttl.Cli.Hosting;
using Yttl.Cli.Terminal;
using Yttl.Core.Processes;

FileModes.KeepPrivate();
using var stop = new StopSignals();
using var telemetry = TelemetryExport.Start(Environment.GetEnvironmentVariable);
return await CommandLine.RunAsync(args, CliContext.OfThisProcess(), stop.Token);
