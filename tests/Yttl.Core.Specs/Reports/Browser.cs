using Microsoft.Playwright;
using Yttl.Core.Reports;
using Yttl.Core.Reports.Html;
using Yttl.TestKit;

namespace Yttl.Core.Specs.Reports;

/// <summary>One browser for all specs of a class; it starts with the first page.</summary>
public sealed class Browser : IAsyncLifetime, IDisposable
{
    /// <summary>In milliseconds, as Playwright takes it.</summary>
    internal static readonly float Limit = (float)Eventually.Timeout.TotalMilliseconds;

    private readonly TempFolder _folder = new();
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    public void Dispose() => _folder.Dispose();

    internal string Folder => _folder.Path;

    /// <summary>Opens the report from a file, as a reader would, and watches what the page does.</summary>
    internal Task<OpenReport> OpenAsync(Report report, BrowserNewContextOptions? options = null) =>
        OpenAsync(output => HtmlReport.Write(report, _folder.Path, output, CancellationToken.None), options);

    /// <summary>Opens the page over a list in the same way.</summary>
    internal Task<OpenReport> OpenAsync(IndexRequest list, BrowserNewContextOptions options) =>
        OpenAsync(output => HtmlIndex.Write(list, _folder.Path, output), options);

    private async Task<OpenReport> OpenAsync(Action<TextWriter> write, BrowserNewContextOptions? options)
    {
        _playwright ??= await Playwright.CreateAsync();
        _browser ??= await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = ChromiumFactAttribute.Path,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
            Timeout = Limit,
        });
        var path = _folder.PathOf($"{Guid.NewGuid():N}.html");
        await using (var output = File.CreateText(path))
            write(output);
        var context = await _browser.NewContextAsync(options);
        context.SetDefaultTimeout(Limit);
        var page = await context.NewPageAsync();
        var open = new OpenReport(page, new Uri(path));
        await page.GotoAsync(open.Address.AbsoluteUri);
        return open;
    }
}

internal sealed class OpenReport : IAsyncDisposable
{
    public OpenReport(IPage page, Uri address)
    {
        Page = page;
        Address = address;
        page.Console += (_, message) => Complaints.Add($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => Complaints.Add(error);
        page.Dialog += async (_, dialog) =>
        {
            Complaints.Add("dialog: " + dialog.Message);
            await dialog.DismissAsync();
        };
        page.Request += (_, request) => Requests.Add(request.Url);
    }

    public IPage Page { get; }

    public Uri Address { get; }

    /// <summary>Errors and whatever else the page wrote to the console.</summary>
    public List<string> Complaints { get; } = [];

    public List<string> Requests { get; } = [];

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}
