using Yttl.Core.Failures;

namespace Yttl.Core.Summaries;

/// <summary>Finds the model of a server that YTTL starts, as a path or <c>OWNER/REPO/FILE</c>.</summary>
internal static class LocalModelName
{
    /// <summary>The variable of the file.</summary>
    public const string File = "YTTL_LOCAL_MODEL_FILE";

    private const string Repo = "YTTL_LOCAL_MODEL_REPO";
    private const string Ending = ".gguf";

    /// <summary>
    /// Returns the given model where it is the name of such a file, else the configured repository and file: the
    /// configuration may still hold a model of another provider.
    /// </summary>
    /// <param name="read">Returns the value of a variable, or null.</param>
    /// <returns>Null where none is configured.</returns>
    /// <exception cref="YttlException">
    /// <c>model.name-missing</c>: a repository without a file, or a file that is no model.
    /// </exception>
    public static string? Find(string? model, Func<string?, string?> read) =>
        model is not null && IsModel(model) ? model : (read(Repo), read(File)) switch
        {
            (null, null) => null,
            (null, { } file) when IsModel(file) => file,
            ({ } repo, { } file) when IsModel(file) => $"{repo.TrimEnd('/')}/{file}",
            ({ } repo, null) => throw Wrong($"{repo} is a repository of models: name the file in it"),
            (_, var file) => throw Wrong($"{file} is not a model file: give one whose name ends in {Ending}"),
        };

    private static bool IsModel(string text) => text.EndsWith(Ending, StringComparison.OrdinalIgnoreCase);

    private static YttlException Wrong(string what) => new(
        FailureCategory.Input, "model.name-missing",
        $"{what} ({SettingName.For("local_model_file")}, or YTTL_LOCAL_MODEL_FILE)");
}
