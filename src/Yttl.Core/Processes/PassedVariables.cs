namespace Yttl.Core.Processes;

/// <summary>
/// The environment variables that a program of the user's gets: what it needs to find itself, its files, its sign-in and
/// the network. No key of a provider is among them: an agent with a subscription would be billed by the key instead.
/// </summary>
internal static class PassedVariables
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "PATH", "HOME", "USER", "LOGNAME", "LANG", "LANGUAGE", "TZ", "TMPDIR", "TMP", "TEMP",
        "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY",
        "SSL_CERT_FILE", "SSL_CERT_DIR", "NODE_EXTRA_CA_CERTS", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE",
        // The keyring of Linux, which some agents keep their sign-in in.
        "DBUS_SESSION_BUS_ADDRESS",
        // Windows programs do not start without these.
        "SystemRoot", "SystemDrive", "windir", "ComSpec", "PATHEXT", "APPDATA", "LOCALAPPDATA", "USERPROFILE", "USERNAME",
        "ProgramData", "ProgramFiles",
        // Where claude, codex, gemini and llm keep their sign-in, and where ollama listens.
        "CLAUDE_CONFIG_DIR", "CLAUDE_CODE_OAUTH_TOKEN", "CODEX_HOME", "GEMINI_CLI_HOME", "LLM_USER_PATH", "OLLAMA_HOST",
    };

    private static readonly string[] Prefixes = ["LC_", "XDG_"];

    /// <param name="environment">The variables of this process.</param>
    public static IReadOnlyDictionary<string, string> From(IEnumerable<KeyValuePair<string, string>> environment)
    {
        var passed = environment.Where(variable => IsPassed(variable.Key))
            .ToDictionary(variable => variable.Key, variable => variable.Value);
        // An answer is text: colours in it would be noise.
        passed["NO_COLOR"] = "1";
        return passed;
    }

    private static bool IsPassed(string name) =>
        Names.Contains(name) || Prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal));
}
