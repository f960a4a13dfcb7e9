namespace Yttl.TestKit;

/// <summary>A spec that runs a real model server; it is skipped, with the reason, where its variable names none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ModelServerFactAttribute : Xunit.FactAttribute
{
    /// <param name="variable">Such as <c>YTTL_WHISPER_SERVER</c>.</param>
    public ModelServerFactAttribute(string variable)
    {
        Variable = variable;
        if (!File.Exists(Environment.GetEnvironmentVariable(variable)))
            Skip = $"needs a real model server: set {variable} to its path";
        else if (TestData.Folder is null)
            Skip = "needs the shared trial data: set YTTL_TEST_DATA to its folder";
    }

    public string Variable { get; }
}
