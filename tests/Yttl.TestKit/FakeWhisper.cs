using System.Globalization;

namespace Yttl.TestKit;

/// <summary>
/// The dummy server of <c>tests/Yttl.FakeWhisper</c>, copied beside the specs of every project that references it: it
/// takes whisper-server's command line, hears tone speech, and dies when it is told to.
/// </summary>
public sealed class FakeWhisper
{
    /// <summary>Of the death that <c>kill -9</c> and a lack of memory bring.</summary>
    public const string Kill = "kill";

    private readonly string _deaths;

    /// <param name="model">Where a model file is made that passes for one.</param>
    /// <param name="deaths">One each for as many calls: <see cref="Kill"/>, or an exit code.</param>
    public FakeWhisper(string model, params string[] deaths)
    {
        File.WriteAllText(model, "lmgg");
        _deaths = Directory.CreateDirectory(DeathsOf(model)).FullName;
        for (var i = 0; i < deaths.Length; i++)
            File.WriteAllText(System.IO.Path.Combine(_deaths, i.ToString(CultureInfo.InvariantCulture) + ".death"), deaths[i]);
    }

    public static string Path { get; } = System.IO.Path.Combine(
        AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "Yttl.FakeWhisper.exe" : "Yttl.FakeWhisper");

    /// <summary>How many servers died in the middle of a call.</summary>
    public int Died => Directory.GetFiles(_deaths, "*.taken").Length;

    public static string DeathsOf(string model) => model + ".deaths";
}
