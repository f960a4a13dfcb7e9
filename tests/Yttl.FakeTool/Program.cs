using Yttl.FakeTools;

// A program that does on demand what real ones do at bad times. The first argument says what; with FAKE_TOOL_SCRIPT
// set it plays yt-dlp instead, and every argument is part of the scene.
Console.OutputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return Environment.GetEnvironmentVariable("FAKE_TOOL_SCRIPT") is { Length: > 0 } script
    ? Script.Play(script, args)
    : Act.Perform(args);
