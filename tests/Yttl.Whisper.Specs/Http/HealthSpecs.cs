using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Yttl.TestKit;
using Yttl.Whisper.Recognition;
using Yttl.Whisper.Running;

namespace Yttl.Whisper.Specs.Http;

public sealed class HealthSpecs : IDisposable
{
    private readonly FakeRecognizer _model = new();

    public void Dispose() => _model.Dispose();

    [Fact]
    public async Task While_the_model_loads_health_and_transcriptions_are_503()
    {
        await using var server = await RunningServer.StartAsync(_model, loaded: false);

        using var health = await server.Http.GetAsync("health");
        using var answer = await server.PostAsync();

        health.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        var document = await server.HealthAsync();
        document.GetProperty("status").GetString().ShouldBe("loading");
        document.GetProperty("message").GetString().ShouldBe("The model is still being loaded.");
        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        answer.Headers.RetryAfter.ShouldNotBeNull();
    }

    [Fact]
    public async Task When_it_is_loaded_health_tells_what_computes()
    {
        await using var server = await RunningServer.StartAsync(_model);

        var health = await server.HealthAsync();

        health.GetProperty("status").GetString().ShouldBe("ok");
        health.GetProperty("runtime").GetString().ShouldBe("cpu");
        health.GetProperty("device").GetString().ShouldBe("CPU");
        health.GetProperty("processors").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task A_fallback_to_the_processor_is_unhealthy_where_cuda_was_asked_for()
    {
        await using var server = await RunningServer.StartAsync(
            _model, options: RunningServer.Options with { Runtime = WantedRuntime.Cuda12 });

        using var health = await server.Http.GetAsync("health");
        using var answer = await server.PostAsync();

        health.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        var document = await health.Content.ReadFromJsonAsync<JsonElement>();
        document.GetProperty("status").GetString().ShouldBe("unhealthy");
        document.GetProperty("runtime").GetString().ShouldBe("cpu");
        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    [Theory]
    [InlineData("cuda12", "CUDA0", true)]
    [InlineData("cuda12", null, true)]
    [InlineData("cuda12", "CPU", false)]
    [InlineData("cpu", "CPU", false)]
    public void The_library_and_the_device_must_both_be_cudas(string library, string? device, bool fits) =>
        (new LoadedRuntime(library, device, null).Disappoints(WantedRuntime.Cuda12) is null).ShouldBe(fits);

    [Fact]
    public async Task A_model_that_cannot_be_loaded_ends_the_server()
    {
        _model.LoadFailure = new ModelLoadException("The model is broken.");
        await using var server = await RunningServer.StartAsync(_model, loaded: false);
        var ending = new TaskCompletionSource();
        server.Ending.Register(ending.SetResult);

        _model.Loaded.SetResult();

        await ending.Task.WaitAsync(Eventually.Timeout);
        server.State.ShouldBe(ModelState.Failed("The model is broken."));
    }

    [Fact]
    public async Task The_model_is_listed_under_its_files_name()
    {
        await using var server = await RunningServer.StartAsync(_model);

        var models = await server.Http.GetFromJsonAsync<JsonElement>("v1/models");

        models.GetProperty("data")[0].GetProperty("id").GetString().ShouldBe("ggml-fake");
    }

    [Fact]
    public async Task An_unknown_address_is_answered_in_openais_shape()
    {
        await using var server = await RunningServer.StartAsync(_model);

        using var answer = await server.Http.GetAsync("v1/nothing");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("\"error\"");
    }
}
