using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Yttl.Functions.Http;

namespace Yttl.Functions.Specs.Http;

public sealed class HttpFaultsSpecs
{
    [Fact]
    public async Task A_call_that_ends_in_an_exception_is_answered_without_a_word_of_it()
    {
        var http = new DefaultHttpContext();
        using var body = new MemoryStream();
        http.Response.Body = body;

        await Should.ThrowAsync<InvalidOperationException>(() => new HttpFaults().Invoke(
            new Call(http), _ => throw new InvalidOperationException("a secret path")));

        http.Response.StatusCode.ShouldBe(500);
        http.Response.ContentType.ShouldBe("application/problem+json; charset=utf-8");
        body.Position = 0;
        var said = await new StreamReader(body).ReadToEndAsync();
        said.ShouldContain("\"code\":\"unexpected\"");
        said.ShouldNotContain("secret");
    }

    [Fact]
    public async Task What_is_no_http_call_fails_as_it_did() =>
        await Should.ThrowAsync<InvalidOperationException>(() => new HttpFaults().Invoke(
            new Call(null), _ => throw new InvalidOperationException("of an activity")));

    /// <summary>An invocation as the worker makes them: the HTTP call is one of its items.</summary>
    private sealed class Call(HttpContext? http) : FunctionContext
    {
        public override string InvocationId => "1";

        public override string FunctionId => "1";

        public override TraceContext TraceContext => throw new NotSupportedException();

        public override BindingContext BindingContext => throw new NotSupportedException();

        public override RetryContext RetryContext => throw new NotSupportedException();

        public override IServiceProvider InstanceServices { get; set; } = null!;

        public override FunctionDefinition FunctionDefinition => throw new NotSupportedException();

        public override IDictionary<object, object> Items { get; set; } =
            http is null ? new Dictionary<object, object>() : new Dictionary<object, object> { ["HttpRequestContext"] = http };

        public override IInvocationFeatures Features => throw new NotSupportedException();
    }
}
