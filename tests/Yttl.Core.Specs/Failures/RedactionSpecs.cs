using Yttl.Core.Failures;
using Yttl.Core.Text;

namespace Yttl.Core.Specs.Failures;

/// <summary>What is shown leaves out what gives access, and nothing else.</summary>
public sealed class RedactionSpecs
{
    [Theory]
    [InlineData("http://u:pw@h", "http://***@h")]
    [InlineData("http://u:pw@h:8080/", "http://***@h:8080/")]
    [InlineData("socks5h://u:pw@h:1080", "socks5h://***@h:1080")]
    [InlineData("https://token@h/x", "https://***@h/x")]
    [InlineData("http://u:p@w@h/x", "http://***@h/x")]
    [InlineData("http://u:p/w@h/x", "http://***@h/x")]
    [InlineData("http://u:p#w@h", "http://***@h")]
    [InlineData("the proxy (http://u:pw@h:1/) refused; try http://h2/", "the proxy (http://***@h:1/) refused; try http://h2/")]
    public void A_user_and_a_password_are_left_out(string text, string shown) => Redaction.In(text).ShouldBe(shown);

    [Theory]
    [InlineData("u:pw@h:8080", "***@h:8080")]
    [InlineData("u:p/w@h", "***@h")]
    [InlineData("127.0.0.1:11434", "127.0.0.1:11434")]
    [InlineData("http://u:pw@h/", "http://***@h/")]
    public void An_address_may_lack_its_scheme(string text, string shown) => Redaction.InAddress(text).ShouldBe(shown);

    [Theory]
    [InlineData("token")]
    [InlineData("access_token")]
    [InlineData("accessToken")]
    [InlineData("TOKEN")]
    [InlineData("%74oken")]
    [InlineData("sig")]
    [InlineData("lsig")]
    [InlineData("Signature")]
    [InlineData("X-Amz-Signature")]
    [InlineData("X-Amz-Security-Token")]
    [InlineData("X-Amz-Credential")]
    [InlineData("X-Goog-Signature")]
    [InlineData("Key-Pair-Id")]
    [InlineData("Policy")]
    [InlineData("key")]
    [InlineData("api_key")]
    [InlineData("apikey")]
    [InlineData("authkey")]
    [InlineData("resourcekey")]
    [InlineData("auth")]
    [InlineData("oauth")]
    [InlineData("secret")]
    [InlineData("client_secret")]
    [InlineData("password")]
    [InlineData("passwd")]
    [InlineData("pwd")]
    [InlineData("session_id")]
    [InlineData("sid")]
    [InlineData("jwt")]
    [InlineData("hmac")]
    [InlineData("hdnts")]
    [InlineData("hash")]
    [InlineData("user[token]")]
    public void A_parameter_that_gives_access_keeps_its_name_alone(string name)
    {
        foreach (var start in new[] { "https://h/v?", "https://h/v?id=7&", "https://h/v#", "https://h/v;", "https://h/v?a=1&amp;" })
            Redaction.In($"{start}{name}=WERT77&t=3; then").ShouldBe($"{start}{name}=***&t=3; then");
        Redaction.In($"https://h/{name}=exp=1~WERT77/v.mp4").ShouldBe($"https://h/{name}=***/v.mp4");
        Redaction.In($$"""{"u":"https://h/v?id=7\u0026{{name}}=WERT77"}""").ShouldNotContain("WERT77");
    }

    [Theory]
    [InlineData("https://www.youtube.com/watch?v=dQw4w9WgXcQ&list=PL0&index=2&t=30s&pp=ygU")]
    [InlineData("https://h/view_video.php?viewkey=ph123")]
    [InlineData("https://h/search?keyword=monkeys&author=a&signal=1&design=2&passage=3&authuser=0&turkeys=5#t=10")]
    [InlineData("https://medium.com/@user/story?page=2")]
    [InlineData("set YTTL_PROXY, as http://[USER:PASSWORD@]HOST:PORT")]
    [InlineData("write to me@h.test: token=1 is no address")]
    [InlineData("http://[::1]:8080/x")]
    public void Everything_else_stays(string text) => Redaction.In(text).ShouldBe(text);

    [Theory]
    [InlineData("sk-proj-Ab3dEfGhIjKlMnOpQr")]
    [InlineData("sk-ant-api03-Ab3dEfGhIjKlMnOpQr")]
    [InlineData("gsk_Ab3dEfGhIjKlMnOpQrSt")]
    [InlineData("hf_Ab3dEfGhIjKlMnOpQrSt")]
    [InlineData("AIzaSyAb3dEfGhIjKlMnOpQrStUvWx")]
    public void What_has_the_form_of_a_key_is_left_out(string key)
    {
        Redaction.In($"llm --key {key} -m x").ShouldBe("llm --key *** -m x");
        Redaction.In($"Authorization: Bearer {key}x.y").ShouldNotContain(key);
        Redaction.In("sk-learn-contributors-guide and hf_transfer_is_not_a_key, Bearer of news").ShouldBe(
            "sk-learn-contributors-guide and hf_transfer_is_not_a_key, Bearer of news");
    }

    [Fact]
    public void An_address_inside_an_address_is_judged_too() =>
        Redaction.In("https://h/go?url=https%3A%2F%2Fx%2Fv%3Ftoken%3DWERT77&n=1").ShouldBe("https://h/go?url=***&n=1");

    [Fact]
    public void An_address_loses_its_user_and_stays_the_same_otherwise()
    {
        Redaction.Of(new Uri("https://u:pw@h:8443/v?token=WERT77&id=7")).AbsoluteUri.ShouldBe("https://h:8443/v?token=***&id=7");
        var plain = new Uri("https://h/v?id=7#/watch/42");
        Redaction.Of(plain).ShouldBeSameAs(plain);
    }

    [Fact]
    public void A_secret_of_this_process_is_shown_nowhere()
    {
        Redaction.Know(["known-to-this-process", "short"]);

        Redaction.In("it said known-to-this-process, in short").ShouldBe("it said ***, in short");
    }

    [Fact]
    public void A_failure_never_holds_what_gives_access()
    {
        var thrown = new YttlException(FailureCategory.Input, "x", "https://u:pw@h/v?sig=WERT77 is gone");

        thrown.Failure.Message.ShouldBe("https://***@h/v?sig=*** is gone");
        thrown.Message.ShouldBe(thrown.Failure.Message);
        (thrown.Failure with { Code = "y" }).Message.ShouldBe(thrown.Failure.Message);
    }

    [Fact]
    public void A_long_text_takes_no_time()
    {
        var dots = string.Concat(Enumerable.Repeat("a.", 200_000));

        Redaction.In($"http://h/ {dots} {new string('@', 100_000)}").Length.ShouldBeGreaterThan(dots.Length);
    }
}
