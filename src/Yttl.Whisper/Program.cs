using Yttl.Whisper.Hosting;


return await ServerCommandLine.RunAsync(args);
