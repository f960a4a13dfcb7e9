using System.Globalization;
using Yttl.FakeTools;
using Yttl.TestKit;
using Yttl.TestKit.Tones;

// Takes whisper-server's command line and speaks its protocol, but hears the words of tones.
var fates = new Fates(FakeWhisper.FatesOf(Value("--model")));
await using var recognizer = await LoopbackRecognizer.StartAsync(
    fates.Next,
    int.Parse(Value("--port"), CultureInfo.InvariantCulture));
await Task.Delay(Timeout.Infinite);

string Value(string option) => args[Array.IndexOf(args, option) + 1];
