using System.Text.Json;
using Yttl.Core.Failures;
using Yttl.Core.Processes;
using Yttl.Web.Home;
using Yttl.Web.Json;
using Yttl.Web.Settings;

namespace Yttl.Web.Door;

/// <summary>
/// The keys of programs, of an extension, of other machines: named, stored as hashes in <c>HOME/serve/tokens.json</c>
/// (mode 0600), valid until they are revoked. Any process of the user changes them; a server sees it at the next call.
/// </summary>
public sealed class DeviceTokens
{
    private const int LongestName = 60;

    private readonly string _path;
    private readonly string _lock;

    /// <param name="home">Home folder of runs.</param>
    public DeviceTokens(string home)
    {
        var folder = ServeOptions.FolderIn(home);
        (_path, _lock) = (Path.Combine(folder, "tokens.json"), Path.Combine(folder, "tokens.lock"));
    }

    /// <summary>In the order in which they were made.</summary>
    /// <exception cref="YttlException"><c>token.file</c>: the file cannot be read.</exception>
    public IReadOnlyList<DeviceToken> All()
    {
        try
        {
            if (PrivateFile.Read(_path) is not { } json)
                return [];
            return JsonSerializer.Deserialize(json, WebJson.Default.ListDeviceToken) is { } tokens && !tokens.Contains(null!)
                ? tokens
                : throw new JsonException();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw Unusable(e);
        }
    }

    /// <returns>The token itself, which is stored nowhere.</returns>
    /// <param name="origin">The origin of an extension that may use it from a browser; null for programs.</param>
    /// <exception cref="YttlException"><c>token.name</c>, <c>token.origin</c>, <c>token.file</c>.</exception>
    public async Task<string> CreateAsync(
        string name, string? origin, TimeProvider time, CancellationToken cancellationToken)
    {
        if (name.Length is 0 or > LongestName || name.Any(char.IsControl) || name != name.Trim())
            throw new YttlException(
                FailureCategory.Input, "token.name", $"a token needs a name of 1 to {LongestName} letters, such as 'laptop'");
        if (origin is not null && !IsOfExtension(origin))
            throw new YttlException(
                FailureCategory.Input,
                "token.origin",
                $"'{origin}' is not the origin of an extension: give one such as chrome-extension://abcdefghijklmnopabcdefghijklmnop");
        var token = Secret.New();
        await ChangeAsync(
            tokens => tokens.Exists(other => other.Name == name)
                ? throw new YttlException(
                    FailureCategory.Input, "token.name", $"there is a token '{name}': revoke it first, or choose another name")
                : [.. tokens, new DeviceToken(name, Secret.HashOf(token), time.GetUtcNow()) { Origin = origin }],
            time,
            cancellationToken);
        return token;
    }

    /// <returns>False where there is none of that name.</returns>
    /// <exception cref="YttlException"><c>token.file</c></exception>
    public async Task<bool> RevokeAsync(string name, TimeProvider time, CancellationToken cancellationToken)
    {
        var found = false;
        await ChangeAsync(
            tokens =>
            {
                found = tokens.Exists(token => token.Name == name);
                return tokens.FindAll(token => token.Name != name);
            },
            time,
            cancellationToken);
        return found;
    }

    /// <summary>Finds the token; compares all of them, so that the time says nothing.</summary>
    internal DeviceToken? Find(string token)
    {
        DeviceToken? found = null;
        foreach (var known in All())
            found = Secret.Matches(token, known.Hash) ? known : found;
        return found;
    }

    /// <summary>Any page can have the origin <c>null</c>: a sandboxed one has.</summary>
    private static bool IsOfExtension(string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri)
        && uri.Scheme.EndsWith("-extension", StringComparison.Ordinal)
        && uri.Host.Length > 0
        && origin == $"{uri.Scheme}://{uri.Host}";

    private async Task ChangeAsync(
        Func<List<DeviceToken>, List<DeviceToken>> change, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            using var alone = await FileLock.TakeAsync(_lock, time, cancellationToken);
            PrivateFile.Write(
                _path, JsonSerializer.SerializeToUtf8Bytes(change([.. All()]), WebJson.Default.ListDeviceToken));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unusable(e);
        }
    }

    /// <summary>It names no path: a caller without a token may read it.</summary>
    private static YttlException Unusable(Exception e) => new(
        FailureCategory.Processing,
        "token.file",
        $"serve/tokens.json in the home folder cannot be used: {FileReason.Format(e)}; delete it, and make the tokens anew",
        inner: e);
}
