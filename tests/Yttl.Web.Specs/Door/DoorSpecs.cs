using System.Net.Http.Headers;
using System.Runtime.Versioning;
using Yttl.Core.Failures;
using Yttl.TestKit;
using Yttl.Web.Door;

namespace Yttl.Web.Specs.Door;

/// <summary>Who may call, and each way in that a page of a stranger has tried elsewhere.</summary>
public sealed class DoorSpecs : IAsyncLifetime
{
    private RunningWeb _web = null!;
    private string _token = "";

    public async Task InitializeAsync()
    {
        _web = await RunningWeb.StartAsync();
        (_token, _web.Token) = (_web.Token!, null);
    }

    public async Task DisposeAsync() => await _web.DisposeAsync();

    [Fact]
    public async Task Without_a_cookie_and_a_token_every_call_but_the_health_is_refused()
    {
        foreach (var path in new[]
        {
            "/api/summaries", "/api/events", "/api/settings", "/api/doctor", "/api/search?q=a", "/mcp", "/api/none",
            "/openapi.json", "/openapi.json/", "/API/summaries",
        })
            (await _web.GetAsync(path)).Status.ShouldBe(401, path);
        (await _web.PostAsync("/api/summaries", "{}")).Text("code").ShouldBe("door.key");
        (await _web.GetAsync("/api/health")).Status.ShouldBeOneOf(200, 503);
    }

    [Fact]
    public async Task A_code_opens_one_session_and_then_nothing()
    {
        var code = CodeOf(_web.Server.NewPageAddress());

        var first = await OpenAsync(code);
        var second = await OpenAsync(code);

        first.Status.ShouldBe(204);
        var cookie = first.Header("Set-Cookie");
        cookie.ShouldStartWith($"yttl_{_web.Address.Port}=");
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=strict");
        cookie.ShouldNotContain(code);
        second.Status.ShouldBe(401);
        second.Text("code").ShouldBe("session.code");
        (await ReadAsync(cookie, "same-origin")).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("cross-site")]
    [InlineData("same-site")]
    [InlineData("")]
    public async Task A_read_by_the_cookie_from_another_site_or_port_is_refused(string site) =>
        (await ReadAsync(await CookieAsync(), site)).Status.ShouldBe(403);

    /// <summary>Other ports of this machine are the same site: the cookie is sent with their posts.</summary>
    [Theory]
    [InlineData(true, true, 400)]
    [InlineData(true, false, 403)]
    [InlineData(false, true, 403)]
    [InlineData(null, true, 403)]
    public async Task State_changes_by_the_cookie_need_the_exact_origin_and_the_header_of_the_page(
        bool? isOwnOrigin, bool hasHeader, int status)
    {
        var cookie = await CookieAsync();

        var answer = await _web.PostAsync("/api/summaries", "{}", request =>
        {
            request.Headers.Add("Cookie", cookie);
            request.Headers.Add("Sec-Fetch-Site", "same-origin");
            if (isOwnOrigin is { } own)
                request.Headers.Add("Origin", own ? _web.Origin : $"http://127.0.0.1:{_web.Address.Port + 1}");
            if (hasHeader)
                request.Headers.Add(Doorkeeper.PageHeader, "1");
        });

        answer.Status.ShouldBe(status, answer.Body);
    }

    /// <summary>DNS rebinding: the name of a stranger leads to this machine, and the browser takes it for that origin.</summary>
    [Theory]
    [InlineData("evil.example:{port}")]
    [InlineData("localhost.evil.example:{port}")]
    [InlineData("127.0.0.1:1")]
    [InlineData("127.0.0.2:{port}")]
    [InlineData("127.0.0.1")]
    public async Task A_host_that_is_not_this_server_is_refused_even_with_a_token(string host)
    {
        _web.Token = _token;

        var answer = await _web.GetAsync("/api/summaries", request => request.Headers.Host = HostOf(host));

        answer.Status.ShouldBe(421);
        answer.Text("code").ShouldBe("door.host");
        (await _web.GetAsync("/", request => request.Headers.Host = HostOf(host))).Status.ShouldBe(421);
    }

    [Fact]
    public async Task The_server_answers_to_localhost()
    {
        _web.Token = _token;

        (await _web.GetAsync("/api/summaries", request => request.Headers.Host = HostOf("localhost:{port}"))).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_token_counts_as_a_bearer_alone_and_never_in_an_address_or_a_referrer()
    {
        (await _web.GetAsync($"/api/summaries?token={_token}&access_token={_token}")).Status.ShouldBe(401);
        (await _web.GetAsync("/api/summaries", request => request.Headers.Referrer = new Uri($"{_web.Address}?token={_token}")))
            .Status.ShouldBe(401);
        (await _web.GetAsync("/api/summaries", Authorize(_token[..^1]))).Status.ShouldBe(401);
        (await _web.GetAsync("/api/summaries", Authorize(_token))).Status.ShouldBe(200);
    }

    [Fact]
    public async Task With_a_token_another_origin_is_refused_unless_the_token_is_paired_with_it()
    {
        const string Extension = "chrome-extension://abcdefghijklmnop";
        var paired = await new DeviceTokens(_web.Home).CreateAsync("extension", Extension, TimeProvider.System, CancellationToken.None);

        (await FromAsync(_token, Extension)).Status.ShouldBe(403);
        (await FromAsync(paired, "https://evil.example")).Status.ShouldBe(403);
        var allowed = await FromAsync(paired, Extension);
        allowed.Status.ShouldBe(200);
        allowed.Header("Access-Control-Allow-Origin").ShouldBe(Extension);
        (await PreflightAsync(Extension)).Header("Access-Control-Allow-Headers").ShouldContain("authorization");
        (await PreflightAsync("https://evil.example")).Status.ShouldBe(403);
    }

    /// <summary>A session that a token opened would go on after the token is revoked.</summary>
    [Fact]
    public async Task A_token_and_a_session_make_no_codes()
    {
        var answer = await _web.PostAsync("/api/codes", "", Authorize(_token));
        answer.Status.ShouldBe(403, answer.Body);
        answer.Text("code").ShouldBe("door.own");
        (await _web.PostAsync("/api/codes/", "", Authorize(_token))).Status.ShouldBe(403);

        var cookie = await CookieAsync();
        (await _web.PostAsync("/api/codes", "", request =>
        {
            request.Headers.Add("Cookie", cookie);
            request.Headers.Add("Origin", _web.Origin);
            request.Headers.Add(Doorkeeper.PageHeader, "1");
        })).Status.ShouldBe(403);
    }

    /// <summary>Every sandboxed page of any site has the origin <c>null</c>; an origin with a path is never sent.</summary>
    [Theory]
    [InlineData("null")]
    [InlineData("*")]
    [InlineData("")]
    [InlineData("https://evil.example")]
    [InlineData("chrome-extension://abcdefghijklmnop/")]
    [InlineData("chrome-extension://")]
    public async Task A_token_is_paired_with_the_origin_of_an_extension_alone(string origin)
    {
        var tokens = new DeviceTokens(_web.Home);

        var problem = await Should.ThrowAsync<YttlException>(
            () => tokens.CreateAsync("extension", origin, TimeProvider.System, CancellationToken.None));

        problem.Failure.Code.ShouldBe("token.origin");
        tokens.All().Select(token => token.Name).ShouldBe(["spec"]);
    }

    [Fact]
    public async Task A_revoked_token_opens_nothing_and_the_others_still_do()
    {
        var tokens = new DeviceTokens(_web.Home);
        var laptop = await tokens.CreateAsync("laptop", null, TimeProvider.System, CancellationToken.None);
        (await _web.GetAsync("/api/summaries", Authorize(laptop))).Status.ShouldBe(200);

        (await tokens.RevokeAsync("laptop", TimeProvider.System, CancellationToken.None)).ShouldBeTrue();

        (await _web.GetAsync("/api/summaries", Authorize(laptop))).Status.ShouldBe(401);
        (await _web.GetAsync("/api/summaries", Authorize(_token))).Status.ShouldBe(200);
        (await tokens.RevokeAsync("laptop", TimeProvider.System, CancellationToken.None)).ShouldBeFalse();
        tokens.All().Select(token => token.Name).ShouldBe(["spec"]);
    }

    [UnixFact]
    [UnsupportedOSPlatform("windows")]
    public void Tokens_are_stored_as_hashes_that_only_the_user_reads()
    {
        var path = Path.Combine(_web.Home, "serve", "tokens.json");

        File.ReadAllText(path).ShouldNotContain(_token);
        File.GetUnixFileMode(path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.GetUnixFileMode(Path.Combine(_web.Home, "serve", "running.json")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[null]")]
    [InlineData("[{")]
    public async Task A_damaged_file_of_tokens_is_said_without_its_path(string content)
    {
        File.WriteAllText(Path.Combine(_web.Home, "serve", "tokens.json"), content);

        var answer = await _web.GetAsync("/api/summaries", Authorize("a token"));

        answer.Status.ShouldBe(503);
        answer.Text("code").ShouldBe("token.file");
        answer.Body.ShouldNotContain(_web.Home);
    }

    [Fact]
    public async Task Every_answer_says_that_browsers_keep_addresses_to_themselves()
    {
        foreach (var path in new[] { "/", "/api/health", "/api/summaries", "/none" })
        {
            var answer = await _web.GetAsync(path);
            answer.Header("Referrer-Policy").ShouldBe("no-referrer", path);
            answer.Header("X-Content-Type-Options").ShouldBe("nosniff", path);
            answer.Header("Content-Security-Policy").ShouldContain("default-src 'none'", Case.Sensitive, path);
        }
    }

    [Fact]
    public async Task A_session_ends_with_the_server_and_a_token_does_not()
    {
        var cookie = await CookieAsync();
        var port = _web.Address.Port;
        await _web.StopAsync();
        await _web.StartAsync();

        (await ReadAsync(cookie.Replace($"yttl_{port}", $"yttl_{_web.Address.Port}", StringComparison.Ordinal), "same-origin"))
            .Status.ShouldBe(401);
        (await _web.GetAsync("/api/summaries", Authorize(_token))).Status.ShouldBe(200);
    }

    private string HostOf(string pattern) => pattern.Replace("{port}", $"{_web.Address.Port}", StringComparison.Ordinal);

    private static string CodeOf(Uri page) => page.Fragment["#code=".Length..];

    private static Action<HttpRequestMessage> Authorize(string token) =>
        request => request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);

    private Task<WebAnswer> OpenAsync(string code) => _web.PostAsync("/api/session", $$"""{ "code": "{{code}}" }""", request =>
    {
        request.Headers.Add("Origin", _web.Origin);
        request.Headers.Add(Doorkeeper.PageHeader, "1");
    });

    private async Task<string> CookieAsync() =>
        (await OpenAsync(CodeOf(_web.Server.NewPageAddress()))).Header("Set-Cookie").Split(';')[0];

    private Task<WebAnswer> ReadAsync(string cookie, string site) => _web.GetAsync("/api/summaries", request =>
    {
        request.Headers.Add("Cookie", cookie.Split(';')[0]);
        if (site.Length > 0)
            request.Headers.Add("Sec-Fetch-Site", site);
    });

    private Task<WebAnswer> FromAsync(string token, string origin) => _web.GetAsync("/api/summaries", request =>
    {
        Authorize(token)(request);
        request.Headers.Add("Origin", origin);
    });

    private Task<WebAnswer> PreflightAsync(string origin) => _web.SendAsync(HttpMethod.Options, "/api/summaries", null, request =>
    {
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "POST");
    });
}
