namespace Yttl.TestKit;

/// <summary>
/// The dummy program of <c>tests/Yttl.FakeTool</c>, copied beside the specs of every project that references it.
/// Its first argument says what it does; see <c>Act.cs</c> there.
/// </summary>
public static class FakeTool
{
    /// <summary>Set to a script's path, this variable makes the program play it; see <see cref="FakeYtDlp"/>.</summary>
    public const string ScriptVariable = "FAKE_TOOL_SCRIPT";

    public static string Path { get; } = System.IO.Path.Combine(
        AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "Yttl.FakeTool.exe" : "Yttl.FakeTool");
}
