using Yttl.Cli;

using var stop = new StopSignals();
return await CommandLine.RunAsync(args, Surroundings.OfThisProcess(), stop.Token);
