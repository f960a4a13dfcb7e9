using System.Net.Http.Headers;
using System.Text.Json;
using Yttl.Core.Http;
using Yttl.Web.Json;
using Yttl.Web.Settings;

namespace Yttl.Web.Home;

/// <summary>The server that has a home already, as another process of the same user sees it.</summary>
public static class OtherServer
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Asks it for an address that opens one session of its page, and waits while it still starts.</summary>
    /// <returns>Null where it does not answer.</returns>
    public static async Task<Uri?> NewPageAddressAsync(string home, TimeProvider time, CancellationToken cancellationToken)
    {
        using var http = HttpClients.Create(configure: handler => handler.UseProxy = false);
        var began = time.GetTimestamp();
        while (time.GetElapsedTime(began) < Patience)
        {
            if (HomeClaim.Find(ServeOptions.FolderIn(home)) is { } server
                && await CodeAsync(http, server, cancellationToken) is { } code)
                return new Uri(server.Address, $"#code={code}");
            await Task.Delay(Pause, time, cancellationToken);
        }

        return null;
    }

    private static async Task<string?> CodeAsync(HttpClient http, RunningServer server, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Address, "api/codes"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", server.Key);
        try
        {
            using var answer = await http.SendAsync(request, cancellationToken);
            return answer.IsSuccessStatusCode
                ? JsonSerializer.Deserialize(await answer.Content.ReadAsStringAsync(cancellationToken), WebJson.Default.CodeDocument)?.Code
                : null;
        }
        catch (HttpRequestException)
        {
            // It ends, or has not begun.
            return null;
        }
    }
}
