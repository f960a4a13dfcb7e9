using System.Net;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Yttl.LocalEngine.Settings;

namespace Yttl.Web.Settings;

/// <summary>What <see cref="WebServer"/> serves, and where.</summary>
/// <param name="Host">How runs are carried out; <see cref="HostSettings.GuardsNetwork"/> is set by the server itself.</param>
/// <param name="Run">The options of a run whose caller chooses nothing, with the folder of the reports.</param>
public sealed record ServeOptions(HostSettings Host, SummarizeOptions Run)
{
    public const int UsualPort = 8484;

    /// <summary>Beyond loopback, files and addresses of this machine and its network are refused.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>0 takes a free one.</summary>
    public int Port { get; init; } = UsualPort;

    /// <summary>Makes the document of <c>GET /api/doctor</c>, JSON.</summary>
    public Func<CancellationToken, Task<string>> Doctor { get; init; } = _ => Task.FromResult("{}");

    /// <summary>Makes the document of <c>GET /api/settings</c>, JSON without secrets.</summary>
    public Func<string> Settings { get; init; } = () => "{}";

    public ILogger Logger { get; init; } = NullLogger.Instance;

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public bool IsLoopback => IPAddress.IsLoopback(Address);

    /// <summary>The folder of what only this server stores.</summary>
    internal string Folder => FolderIn(Host.Home);

    internal static string FolderIn(string home) => Path.Combine(home, "serve");
}
