using System.Security.Cryptography;
using System.Text;
using Yttl.Core.Failures;
using Yttl.Core.Providers;
using Yttl.Core.Speech;
using Yttl.TestKit;

namespace Yttl.Core.Specs.Speech;

/// <summary>Which recogniser is taken, and what a planner is told of it.</summary>
public sealed class SpeechChoiceSpecs
{
    [Theory]
    [InlineData("", null)]
    [InlineData("OPENAI_API_KEY=k GROQ_API_KEY=k", "openai")]
    [InlineData("GROQ_API_KEY=k YTTL_WHISPER_BASE_URL=http://127.0.0.1:9/v1", "groq")]
    [InlineData("YTTL_WHISPER_BASE_URL=http://127.0.0.1:9/v1", "local")]
    [InlineData("YTTL_WHISPER_MODEL=base", "local")]
    [InlineData("YTTL_WHISPER_SERVER=/opt/whisper-server", "local")]
    [InlineData("AZURE_OPENAI_ENDPOINT=https://x.openai.azure.com OPENAI_API_KEY=k", "openai")]
    [InlineData("AZURE_OPENAI_ENDPOINT=https://x.openai.azure.com YTTL_WHISPER_MODEL=w OPENAI_API_KEY=k", "azure")]
    public void Auto_takes_the_first_that_is_configured(string environment, string? provider) =>
        (Choose("auto", environment)?.Provider).ShouldBe(provider);

    [Fact]
    public void With_an_address_of_the_users_own_auto_means_local_and_no_providers_key_goes_there()
    {
        var settings = SpeechSettings.Choose("auto", "http://127.0.0.1:9/v1", null,
            name => name == "OPENAI_API_KEY" ? "sk-secret" : null).ShouldNotBeNull();

        settings.Provider.ShouldBe("local");
        settings.ApiKey.ShouldBeNull();
        settings.BaseUrl.ShouldBe(new Uri("http://127.0.0.1:9/v1/"));
    }

    [Fact]
    public void Local_without_an_address_is_a_server_of_our_own()
    {
        var settings = Choose("local", "").ShouldNotBeNull();

        settings.BaseUrl.ShouldBeNull();
        settings.Encoding.ShouldBe(SpeechEncoding.Wav);
    }

    [Fact]
    public void A_server_of_our_own_has_an_hour_for_an_upload_and_the_call_outlasts_it()
    {
        var retry = Choose("local", "")!.Retry.Validated();

        retry.AttemptTimeout.ShouldBe(TimeSpan.FromHours(1));
        retry.CallTimeout.ShouldBe(TimeSpan.FromHours(4));
    }

    [Fact]
    public void Another_model_file_at_the_same_path_is_another_recogniser()
    {
        using var folder = new TempFolder();
        var path = folder.Write("model.bin", "one");
        var settings = Choose("local", "").ShouldNotBeNull() with { Model = path };
        var before = settings.Identity;

        settings.Identity.ShouldBe(before);
        File.WriteAllText(path, "two");
        settings.Identity.ShouldNotBe(before);
        settings.Identity.ToString().ShouldBe(before.ToString());
    }

    [Fact]
    public void Servers_at_two_addresses_are_two_recognisers_and_no_record_names_them()
    {
        var one = Choose("local", "YTTL_WHISPER_BASE_URL=http://one:8080/v1")!.Identity;
        var two = Choose("local", "YTTL_WHISPER_BASE_URL=http://two:8080/v1")!.Identity;

        one.ShouldNotBe(two);
        System.Text.Json.JsonSerializer.Serialize(one).ShouldNotContain("8080");
    }

    [Fact]
    public void Azure_is_reached_at_its_deployment()
    {
        var settings = Choose("azure", "AZURE_OPENAI_ENDPOINT=https://x.openai.azure.com YTTL_WHISPER_MODEL=my-whisper")
            .ShouldNotBeNull();

        settings.BaseUrl.ShouldBe(new Uri("https://x.openai.azure.com/"));
        settings.ApiVersion.ShouldBe("2025-04-01-preview");
        settings.Model.ShouldBe("my-whisper");
    }

    [Theory]
    [InlineData("https://x.openai.azure.com")]
    [InlineData("https://x.openai.azure.com/openai/v1")]
    public void What_one_api_of_a_resource_heard_is_remembered_at_the_other_too(string endpoint)
    {
        const string V1 = "https://x.openai.azure.com/openai/v1/";

        Choose("azure", $"AZURE_OPENAI_ENDPOINT={endpoint} YTTL_WHISPER_MODEL=w").ShouldNotBeNull().Identity.Revision
            .ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(V1))));
    }

    [Theory]
    [InlineData("nobody", "", "speech.provider-unknown")]
    [InlineData("openai", "", "speech.key-missing")]
    [InlineData("openai", "OPENAI_API_KEY=“k”", "speech.key-malformed")]
    [InlineData("azure", "YTTL_WHISPER_MODEL=w", "speech.address-missing")]
    [InlineData("azure", "AZURE_OPENAI_ENDPOINT=https://x.openai.azure.com", "speech.name-missing")]
    [InlineData("local", "YTTL_WHISPER_BASE_URL=ftp://x", "speech.address-malformed")]
    public void What_is_missing_is_said(string provider, string environment, string code) =>
        Should.Throw<YttlException>(() => Choose(provider, environment)).Failure.Code.ShouldBe(code);

    [Fact]
    public void Models_without_times_are_no_default_and_get_one_window_a_call()
    {
        Choose("openai", "OPENAI_API_KEY=k")!.GivesNoTimes.ShouldBeFalse();

        var settings = SpeechSettings.Choose("openai", null, "gpt-4o-mini-transcribe", OnlyKeys).ShouldNotBeNull();

        settings.GivesNoTimes.ShouldBeTrue();
        settings.Profile.MaxLength.ShouldBe(TimeSpan.FromSeconds(30));
    }

    [Theory]
    [InlineData("openai")]
    [InlineData("groq")]
    public void The_longest_upload_to_a_provider_is_within_its_bytes(string provider)
    {
        var profile = SpeechSettings.Choose(provider, null, null, OnlyKeys).ShouldNotBeNull().Profile;

        profile.MaxBytes.ShouldBe(25_000_000);
        (profile.BytesPerSecond * profile.MaxLength.TotalSeconds).ShouldBeLessThan(profile.MaxBytes);
    }

    [Fact]
    public void A_server_behind_an_address_gets_no_call_longer_than_an_ingress_lets_live() =>
        Choose("local", "YTTL_WHISPER_BASE_URL=http://127.0.0.1:9/v1")!.Profile.MaxLength
            .ShouldBeLessThanOrEqualTo(TimeSpan.FromSeconds(240));

    [Fact]
    public void Settings_are_shown_without_their_key() =>
        Choose("openai", "OPENAI_API_KEY=sk-secret")!.ToString().ShouldNotContain("sk-secret");

    private static string? OnlyKeys(string variable) => variable.EndsWith("_KEY", StringComparison.Ordinal) ? "k" : null;

    private static SpeechSettings? Choose(string provider, string environment)
    {
        var variables = environment.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        return SpeechSettings.Choose(provider, null, null, variables.GetValueOrDefault);
    }
}
