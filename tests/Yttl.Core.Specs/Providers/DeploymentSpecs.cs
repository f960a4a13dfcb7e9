using System.ClientModel;
using System.ClientModel.Primitives;
using System.Net;
using Azure.AI.OpenAI;
using Azure.Core;
using Yttl.Core.Failures;
using Yttl.Core.Http;
using Yttl.Core.Providers;
using Yttl.Core.Providers.Errors;
using Yttl.Core.Settings;
using Yttl.Core.Speech;
using Yttl.Core.Speech.Calls;
using Yttl.Core.Summaries;
using Yttl.Core.Summaries.Chat;
using Yttl.TestKit;
using Yttl.TestKit.Http;

namespace Yttl.Core.Specs.Providers;

/// <summary>The API of Azure OpenAI that has a deployment and a version in its address, through Azure's own client.</summary>
public sealed class DeploymentSpecs
{
    private const string Key = "very-secret-0123456789";
    private const string Chat = $"POST /openai/deployments/{LoopbackDeployments.Chat}/chat/completions?api-version=";
    private const string Speech = $"POST /openai/deployments/{LoopbackDeployments.Whisper}/audio/transcriptions?api-version=";

    private static readonly Prompt Prompt = new("Summarise.", "hello", 500);
    private static readonly SpeechUpload Upload = new(new byte[100], SpeechEncoding.Opus, TimeSpan.FromSeconds(2), null);
    private static readonly ModelAnswer Good = ModelAnswer.Text("A summary.");
    private static readonly ModelAnswer Heard = ModelAnswer.Json(200, """
        {"task":"transcribe","language":"english","duration":2.0,"text":"Hello there.",
         "segments":[{"id":0,"start":0.0,"end":2.0,"text":" Hello there.","no_speech_prob":0.01}]}
        """);

    private readonly ManualTime _time = new();

    [Fact]
    public async Task A_prompt_goes_to_the_deployment_with_the_key_in_Azures_header()
    {
        await using var azure = await LoopbackDeployments.StartAsync(Good);
        using var model = Model(azure);

        (await CompleteAsync(model)).Text.ShouldBe("A summary.");

        azure.Requests.ShouldBe([Chat + LoopbackDeployments.ApiVersion]);
        var call = azure.Calls.ShouldHaveSingleItem();
        call.ApiKey.ShouldBe(Key);
        call.Authorization.ShouldBeNull();
        call.UserAgent.ShouldNotBeNull().ShouldContain("Azure.AI.OpenAI/2.");
        call.Body.ShouldContain("\"max_completion_tokens\":500");
    }

    [Fact]
    public async Task An_upload_goes_to_its_Whisper_deployment()
    {
        await using var azure = await LoopbackDeployments.StartAsync(Heard);
        using var recognizer = Recognizer(azure, LoopbackDeployments.OldApiVersion);

        var answer = await recognizer.TranscribeAsync(Upload, default);

        answer.Segments.ShouldHaveSingleItem().Phrase.Text.ShouldBe("Hello there.");
        azure.Requests.ShouldBe([Speech + LoopbackDeployments.OldApiVersion]);
        var call = azure.Calls.ShouldHaveSingleItem();
        call.ApiKey.ShouldBe(Key);
        call.Body.ShouldContain("verbose_json");
    }

    [Fact]
    public async Task A_name_and_a_version_are_sent_as_they_are_also_where_the_package_does_not_know_them()
    {
        await using var azure = await LoopbackDeployments.StartAsync(Good);
        using var model = Model(azure, settings => settings with { Model = "gpt 4/ü", ApiVersion = "2030-01-01&x=1" });

        await Should.ThrowAsync<YttlException>(() => CompleteAsync(model));

        azure.Requests.ShouldBe(
            ["POST /openai/deployments/gpt%204%2F%C3%BC/chat/completions?api-version=2030-01-01%26x%3D1"]);
    }

    [Fact]
    public void The_version_without_a_setting_is_one_that_the_package_knows()
    {
        var version = SettingTable.AzureApiVersion.DefaultValue.ShouldNotBeNull();

        version.ShouldBe(ProviderTable.Find("azure")!.Deployments!.DefaultVersion);
        Enum.GetNames<AzureOpenAIClientOptions.ServiceVersion>()
            .ShouldContain("V" + version.Replace('-', '_'), StringComparer.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_address_of_the_v1_api_keeps_the_plain_client()
    {
        await using var azure = await LoopbackServer.StartAsync(context => Good.Send(context));
        var settings = LanguageModelSettings.Choose(
            "azure", new Uri(azure.Url, "openai/v1").AbsoluteUri, "gpt", name => name is "AZURE_OPENAI_API_KEY" ? Key : null)!;
        using var model = new OpenAiLanguageModel(settings, _time);

        (await CompleteAsync(model)).Text.ShouldBe("A summary.");

        azure.Requests.ShouldBe(["POST /openai/v1/chat/completions"]);
    }

    [Fact]
    public async Task A_model_that_knows_the_limit_by_its_old_name_is_asked_again()
    {
        await using var azure = await LoopbackDeployments.StartAsync(
            ModelAnswer.Error(400, null, "Unrecognized request argument supplied: max_completion_tokens"), Good);
        using var model = Model(azure);

        await CompleteAsync(model);

        azure.Calls.Select(call => call.Body.Contains("\"max_tokens\":500", StringComparison.Ordinal)).ShouldBe([false, true]);
    }

    [Fact]
    public async Task The_content_filter_is_final_and_names_what_fired()
    {
        await using var azure = await LoopbackDeployments.StartAsync(ModelAnswer.Json(400, """
            {"error":{"message":"The response was filtered due to the prompt triggering Azure OpenAI's content management policy.",
              "type":null,"param":"prompt","code":"content_filter","status":400,"innererror":{
              "code":"ResponsibleAIPolicyViolation","content_filter_result":{
                "hate":{"filtered":false,"severity":"safe"},"jailbreak":{"filtered":true,"detected":true},
                "self_harm":{"filtered":false,"severity":"low"},"violence":{"filtered":true,"severity":"medium"}}}}}
            """));
        using var model = Model(azure);

        var failure = await Should.ThrowAsync<YttlException>(() => CompleteAsync(model));

        failure.Failure.Code.ShouldBe("model.refused");
        failure.Failure.Category.ShouldBe(FailureCategory.Api);
        failure.Transient.ShouldBeFalse();
        failure.Failure.Message.ShouldContain("content filter, for jailbreak, violence (medium): try another model");
        azure.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_answer_that_the_content_filter_ended_names_what_fired()
    {
        await using var azure = await LoopbackDeployments.StartAsync(ModelAnswer.Json(200, """
            {"choices":[{"finish_reason":"content_filter","index":0,
              "content_filter_results":{"sexual":{"filtered":true,"severity":"high"},"hate":{"filtered":false,"severity":"safe"}}}]}
            """));
        using var model = Model(azure);

        var failure = (await Should.ThrowAsync<YttlException>(() => CompleteAsync(model))).Failure;

        failure.Code.ShouldBe("model.refused");
        failure.Message.ShouldContain("content filter, for sexual (high)");
        azure.Calls.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("retry-after-ms", "1500", 1.5)]
    [InlineData("Retry-After", "7", 7.0)]
    [InlineData("Retry-After", "Thu, 01 Jan 2026 00:00:12 GMT", 12.0)]
    public async Task A_429_is_waited_out_by_our_clock_and_not_by_the_package(string header, string value, double seconds)
    {
        await using var azure = await LoopbackDeployments.StartAsync(new ModelAnswer(context =>
        {
            context.Response.Headers[header] = value;
            return ModelAnswer.Error(429, "429",
                "Requests to the ChatCompletions_Create Operation under Azure OpenAI API version 2025-04-01-preview have "
                + "exceeded token rate limit of your current OpenAI S0 pricing tier.").Send(context);
        }), Good);
        using var model = Model(azure);

        var call = CompleteAsync(model);
        await _time.PendingAsync(TimeSpan.FromSeconds(seconds));
        azure.Calls.Count.ShouldBe(1);
        _time.Advance(TimeSpan.FromSeconds(seconds));

        (await call).Text.ShouldBe("A summary.");
        azure.Calls.Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_attempts_are_ours_and_not_multiplied_by_the_package()
    {
        await using var azure = await LoopbackDeployments.StartAsync(ModelAnswer.Error(500));
        using var model = Model(azure);
        using var recognizer = Recognizer(azure);

        (await Should.ThrowAsync<YttlException>(() => CompleteAsync(model))).Failure.Code.ShouldBe("model.error");
        (await Should.ThrowAsync<YttlException>(() => recognizer.TranscribeAsync(Upload, default)))
            .Failure.Code.ShouldBe("speech.error");
        azure.Calls.Count.ShouldBe(6);
    }

    [Fact]
    public async Task A_deployment_that_hangs_is_cut_by_our_time_out()
    {
        await using var azure = await LoopbackDeployments.StartAsync(ModelAnswer.Hang);
        using var model = Model(azure, settings => settings with { Retry = settings.Retry with { MaxAttempts = 1 } });

        var call = CompleteAsync(model);
        await _time.PendingAsync(RetrySettings.Default.AttemptTimeout);
        _time.Advance(RetrySettings.Default.AttemptTimeout);

        (await Should.ThrowAsync<YttlException>(() => call)).Failure.Code.ShouldBe("model.timeout");
    }

    [Fact]
    public async Task A_missing_deployment_is_named_with_the_setting_that_names_it()
    {
        await using var azure = await LoopbackDeployments.StartAsync(Good);
        using var model = Model(azure, settings => settings with { Model = "no-gpt" });
        using var recognizer = Recognizer(azure, model: "no-whisper");

        var written = (await Should.ThrowAsync<YttlException>(() => CompleteAsync(model))).Failure;
        var heard = (await Should.ThrowAsync<YttlException>(() => recognizer.TranscribeAsync(Upload, default))).Failure;

        (written.Code, written.Category).ShouldBe(("model.not-found", FailureCategory.Input));
        written.Message.ShouldContain("has no deployment no-gpt");
        written.Message.ShouldContain("check --llm-model or AZURE_OPENAI_DEPLOYMENT");
        (heard.Code, heard.Category).ShouldBe(("speech.not-found", FailureCategory.Input));
        heard.Message.ShouldContain("check --whisper-model or YTTL_WHISPER_MODEL");
        azure.Calls.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_wrong_version_is_shown_with_the_setting_that_gives_it()
    {
        await using var azure = await LoopbackDeployments.StartAsync(Good);
        using var model = Model(azure, settings => settings with { ApiVersion = "2019-01-01" });
        using var recognizer = Recognizer(azure, "2019-01-01");

        var written = (await Should.ThrowAsync<YttlException>(() => CompleteAsync(model))).Failure;
        var heard = (await Should.ThrowAsync<YttlException>(() => recognizer.TranscribeAsync(Upload, default))).Failure;

        (written.Code, written.Category).ShouldBe(("model.api-version", FailureCategory.Input));
        written.Message.ShouldContain("api-version 2019-01-01");
        written.Message.ShouldContain("set AZURE_OPENAI_API_VERSION");
        written.Message.ShouldContain("--llm-base-url or AZURE_OPENAI_ENDPOINT");
        heard.Code.ShouldBe("speech.api-version");
        azure.Calls.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("API version not supported")]
    [InlineData("Model {modelName} is enabled only for api versions 2024-12-01-preview and later")]
    public async Task A_version_that_is_not_enough_for_the_model_is_a_wrong_one(string message)
    {
        await using var azure = await LoopbackDeployments.StartAsync(ModelAnswer.Error(400, "BadRequest", message));
        using var model = Model(azure);

        var failure = (await Should.ThrowAsync<YttlException>(() => CompleteAsync(model))).Failure;

        failure.Code.ShouldBe("model.api-version");
        failure.Message.ShouldContain(message);
        azure.Calls.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("https://r.openai.azure.com/", LoopbackDeployments.ApiVersion, "https://cognitiveservices.azure.com/.default")]
    [InlineData("https://r.openai.azure.com/openai/v1/", null, "https://ai.azure.com/.default")]
    public async Task Without_a_key_a_token_of_Entra_ID_signs_in(string address, string? version, string scope)
    {
        var identity = new Identity();
        using var http = new HttpClient(new Recorder());
        var settings = Settings(new Uri(address)) with { ApiKey = null, ApiVersion = version };

        var answer = await ProviderConnection.Open(settings, settings.BaseUrl!, http, identity).GetChatClient("gpt")
            .CompleteChatAsync(BinaryContent.Create(BinaryData.FromString("{}")), new RequestOptions());

        answer.GetRawResponse().Content.ToString().ShouldBe($"Bearer {scope}");
    }

    [Fact]
    public void A_refused_identity_is_told_which_role_it_needs()
    {
        var failures = new CallFailures(Settings(new Uri("https://r.openai.azure.com/")) with { ApiKey = null });

        failures.From(401, new ProviderError("PermissionDenied", ""), null).Failure.Message
            .ShouldContain("Cognitive Services OpenAI User");
    }

    private OpenAiLanguageModel Model(
        LoopbackDeployments azure, Func<LanguageModelSettings, LanguageModelSettings>? change = null)
    {
        var settings = Settings(azure.Url);
        return new OpenAiLanguageModel(change?.Invoke(settings) ?? settings, _time, Http(), () => 0);
    }

    private OpenAiSpeechToText Recognizer(
        LoopbackDeployments azure, string version = LoopbackDeployments.ApiVersion, string model = LoopbackDeployments.Whisper) =>
        new(
            new SpeechSettings("azure", azure.Url, model, Key, 2, new RetrySettings(3, TimeSpan.Zero)) { ApiVersion = version },
            _time,
            Http(),
            () => 0);

    private static HttpClient Http() =>
        ProviderConnection.CreateHttpClient(ResponseBounds.Small, TimeProvider.System);

    private static LanguageModelSettings Settings(Uri address) =>
        new("azure", address, LoopbackDeployments.Chat, Key, MaxConcurrent: 5, new RetrySettings(3, TimeSpan.Zero))
        {
            ApiVersion = LoopbackDeployments.ApiVersion,
        };

    private static Task<Completion> CompleteAsync(OpenAiLanguageModel model) => model.CompleteAsync(Prompt, CancellationToken.None);

    /// <summary>Its token is the scope that it is for.</summary>
    private sealed class Identity : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(requestContext.Scopes.Single(), DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(
            TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }

    /// <summary>Answers with how the call signed in.</summary>
    private sealed class Recorder : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent(request.Headers.Authorization?.ToString() ?? ""),
            });
    }
}
