using System.Collections;

namespace Yttl.Core.Processes;

/// <summary>
/// The environment variables that a program gets: what it needs to find itself, its files and, where it has to, the
/// network. No key or secret of YTTL is among them: programs read the files of strangers, and an agent with a
/// subscription would be billed by the key instead.
/// </summary>
public sealed class PassedVariables
{
    private static readonly string[] Usual =
    [
        "PATH", "HOME", "USER", "LOGNAME", "LANG", "LANGUAGE", "LC_*", "TZ", "TMPDIR", "TMP", "TEMP", "XDG_*",
        // Where the libraries of a program are that was not installed by the system.
        "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH",
        // Windows programs do not start without these.
        "SystemRoot", "SystemDrive", "windir", "ComSpec", "PATHEXT", "APPDATA", "LOCALAPPDATA", "USERPROFILE", "USERNAME",
        "ProgramData", "ProgramFiles", "NUMBER_OF_PROCESSORS", "PROCESSOR_ARCHITECTURE",
        // Nor does a program of .NET that is not installed where .NET looks for itself.
        "DOTNET_ROOT", "DOTNET_ROOT_X64", "DOTNET_ROOT_ARM64",
    ];

    private static readonly string[] Network =
    [
        "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY",
        "SSL_CERT_FILE", "SSL_CERT_DIR", "NODE_EXTRA_CA_CERTS", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE",
    ];

    /// <summary>What browsers and some agents keep their sign-in in: the keyring of Linux, and how it is found.</summary>
    private static readonly string[] Keyring =
    [
        "DBUS_SESSION_BUS_ADDRESS", "DESKTOP_SESSION", "GNOME_DESKTOP_SESSION_ID", "GNOME_KEYRING_CONTROL",
        "KDE_FULL_SESSION", "KDE_SESSION_VERSION",
    ];

    /// <summary>Of ffmpeg, ffprobe and whatever tells about the machine. They open files alone.</summary>
    public static readonly PassedVariables OfTools = new(Usual);

    /// <summary>Of yt-dlp, which is a program of Python and runs deno or node.</summary>
    public static readonly PassedVariables OfYtDlp = new(
        [.. Usual, .. Network, .. Keyring, "PYTHONHOME", "PYTHONPATH", "PYTHONUTF8", "VIRTUAL_ENV", "DENO_DIR"]);

    /// <summary>Of the servers of models, which choose and tune their device by variables.</summary>
    public static readonly PassedVariables OfModelServers = new(
    [
        .. Usual, "CUDA_*", "NVIDIA_*", "HIP_*", "HSA_*", "ROCR_*", "GPU_*", "ZES_*", "SYCL_*", "ONEAPI_*", "VK_*",
        "GGML_*", "LLAMA_ARG_*", "OMP_*", "GOMP_*", "KMP_*", "MKL_*", "OPENBLAS_*", "DOTNET_*",
    ]);

    /// <summary>Of a program of the user's that answers prompts.</summary>
    public static readonly PassedVariables OfAgents = new(
    [
        .. Usual, .. Network, .. Keyring,
        // Where claude, codex, gemini and llm keep their sign-in, and where ollama listens.
        "CLAUDE_CONFIG_DIR", "CLAUDE_CODE_OAUTH_TOKEN", "CODEX_HOME", "GEMINI_CLI_HOME", "LLM_USER_PATH", "OLLAMA_HOST",
    ]);

    private readonly HashSet<string> _names;
    private readonly string[] _beginnings;

    /// <param name="passed">Names; one that ends with * stands for all that begin so.</param>
    private PassedVariables(string[] passed)
    {
        _names = passed.Where(name => !name.EndsWith('*')).ToHashSet(StringComparer.OrdinalIgnoreCase);
        _beginnings = [.. passed.Where(name => name.EndsWith('*')).Select(name => name.TrimEnd('*'))];
    }

    /// <summary>Chooses from the variables of this process.</summary>
    public IReadOnlyDictionary<string, string> Read() => From(
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .Select(variable => KeyValuePair.Create((string)variable.Key, (string?)variable.Value ?? "")));

    internal IReadOnlyDictionary<string, string> From(IEnumerable<KeyValuePair<string, string>> environment) =>
        environment.Where(variable => IsPassed(variable.Key))
            .ToDictionary(variable => variable.Key, variable => variable.Value);

    private bool IsPassed(string name) => _names.Contains(name)
        || _beginnings.Any(beginning => name.StartsWith(beginning, StringComparison.OrdinalIgnoreCase));
}
