using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Yttl.TestKit;
using Yttl.Workflows.Http.Page;

namespace Yttl.Web.Specs.Page;

public sealed class PageSpecs : IAsyncLifetime
{
    private RunningWeb _web = null!;

    public async Task InitializeAsync() => _web = await RunningWeb.StartAsync();

    public async Task DisposeAsync() => await _web.DisposeAsync();

    [Fact]
    public async Task The_files_of_the_page_need_no_key_and_are_small()
    {
        _web.Token = null;

        foreach (var path in PageFiles.All.Keys)
            (await _web.GetAsync(path)).Status.ShouldBe(200, path);
        PageFiles.All.Values.Sum(file => file.Body.Length).ShouldBeLessThan(60_000);
    }

    [ChromiumFact]
    public async Task The_printed_address_opens_the_page_where_a_file_is_summarised_watched_and_read()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = ChromiumFactAttribute.Path,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        });
        var context = await browser.NewContextAsync();
        context.SetDefaultTimeout((float)Eventually.Timeout.TotalMilliseconds);
        var page = await context.NewPageAsync();
        var problems = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error")
                problems.Add(message.Text);
        };
        await page.GotoAsync(_web.Server.NewPageAddress().AbsoluteUri);
        await page.GetByText("Nothing is summarised yet.").WaitForAsync();
        page.Url.ShouldBe(_web.Address.AbsoluteUri);
        (await page.RunAxe()).Violations.Select(violation => violation.Id).ShouldBeEmpty();

        await page.GetByLabel("Address of a video").FillAsync(_web.Talk());
        await page.GetByRole(AriaRole.Button, new() { Name = "Summarise" }).ClickAsync();
        var link = page.GetByRole(AriaRole.Link, new() { Name = "talk" });
        await link.WaitForAsync();
        (await page.RunAxe()).Violations.Select(violation => violation.Id).ShouldBeEmpty();
        var report = await page.RunAndWaitForPopupAsync(() => link.ClickAsync());
        await report.WaitForLoadStateAsync();
        (await report.TitleAsync()).ShouldContain("talk");

        await page.ReloadAsync();
        await link.WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete talk" }).ClickAsync();
        await page.GetByText("Nothing is summarised yet.").WaitForAsync();
        problems.ShouldBeEmpty();
    }
}
