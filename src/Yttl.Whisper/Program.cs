using Yttl.Whisper.Running;

return await CommandLine.RunAsync(args);
