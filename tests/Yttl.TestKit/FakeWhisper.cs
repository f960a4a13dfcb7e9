using System.Globalization;

namespace Yttl.TestKit;

/// <summary>
/// The dummy server of <c>tests/Yttl.FakeWhisper</c>, copied beside the specs of every project that references it: it
/// takes whisper-server's command line, hears tone speech, and dies when it is told to.
/// </summary>
public sealed class FakeWhisper
{
    public const string Answer = "answer";

    /// <summary>The death that <c>kill -9</c> and a lack of memory bring.</summary>
    public const string Kill = "kill";

    /// <summary>Of the files that are still to be met.</summary>
    public const string Coming = ".coming";

    private readonly string _fates;

    /// <param name="model">Where a model file is made that passes for one.</param>
    /// <param name="fates">
    /// Of its first calls, whichever server has them: <see cref="Answer"/>, <see cref="Kill"/>, or an exit code. Fewer
    /// than ten.
    /// </param>
    public FakeWhisper(string model, params string[] fates)
    {
        File.WriteAllText(model, "lmgg");
        _fates = Directory.CreateDirectory(FatesOf(model)).FullName;
        for (var i = 0; i < fates.Length; i++)
            File.WriteAllText(System.IO.Path.Combine(_fates, i.ToString(CultureInfo.InvariantCulture) + Coming), fates[i]);
    }

    public static string Path { get; } = System.IO.Path.Combine(
        AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "Yttl.FakeWhisper.exe" : "Yttl.FakeWhisper");

    /// <summary>How many of them are still to be met.</summary>
    public int Left => Directory.GetFiles(_fates, "*" + Coming).Length;

    public static string FatesOf(string model) => model + ".fates";
}
