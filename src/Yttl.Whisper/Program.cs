using Yttl.Whisper.Hosting;


return await CommandLine.RunAsync(args);
