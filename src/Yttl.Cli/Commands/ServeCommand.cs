using System.CommandLine;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Yttl.Cli.Doctor;
using Yttl.Cli.Failures;
using Yttl.Cli.Hosting;
using Yttl.Cli.Json;
using Yttl.Cli.Runs;
using Yttl.Cli.Settings;
using Yttl.Cli.Terminal;
using Yttl.Core.Failures;
using Yttl.Core.Settings;
using Yttl.Web;
using Yttl.Web.Door;
using Yttl.Web.Home;
using Yttl.Web.Settings;

namespace Yttl.Cli.Commands;

internal static class ServeCommand
{
    private static readonly ValueParser<int> Ports = ValueParsers.WholeNumber(0, 65535);

    public static Command Create(CliContext surroundings)
    {
        var port = new Option<string>("--port")
        {
            Description = $"Listen on this port, 0 for a free one [{ServeOptions.UsualPort}]", HelpName = Ports.HelpName,
        };
        var listen = new Option<string>("--listen")
        {
            Description = "Listen on this address, for other machines too; needs a token [127.0.0.1]", HelpName = "ADDRESS",
        };
        var open = new Option<bool>("--open") { Description = "Open the page in the browser" };
        var token = new Option<string>("--token")
        {
            Description = "Make a token for a program or a machine, print it, and end", HelpName = "NAME",
        };
        var origin = new Option<string>("--origin")
        {
            Description = "Let the extension of this origin use the new token", HelpName = "ORIGIN",
        };
        var tokens = new Option<bool>("--tokens") { Description = "List the tokens, and end" };
        var revoke = new Option<string>("--revoke") { Description = "Revoke a token, and end", HelpName = "NAME" };
        var command = new Command("serve", "Serve the page and the HTTP interface on this machine")
        {
            port, listen, open, token, origin, tokens, revoke,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var configuration = ConfigurationReader.ReadValid(Layer.Empty, surroundings);
            var known = new DeviceTokens(EngineSettings.Home(configuration));
            if (parsed.GetValue(origin) is not null && parsed.GetValue(token) is null)
                throw new UsageException("--origin belongs to a new token: give --token NAME too");
            if (parsed.GetValue(token) is { } name)
                surroundings.Output.WriteLine(
                    await known.CreateAsync(name, parsed.GetValue(origin), TimeProvider.System, cancellationToken));
            else if (parsed.GetValue(revoke) is { } revoked)
                await RevokeAsync(known, revoked, surroundings, cancellationToken);
            else if (parsed.GetValue(tokens))
                List(known, surroundings);
            else
                await ServeAsync(
                    Options(configuration, Port(parsed.GetValue(port)), Address(parsed.GetValue(listen)), surroundings,
                        parsed.GetValue<bool>(GlobalOptions.Verbose)),
                    parsed.GetValue(open),
                    surroundings,
                    cancellationToken);
            return ExitCode.Complete;
        });
        return command;
    }

    private static async Task ServeAsync(
        ServeOptions options, bool open, CliContext surroundings, CancellationToken cancellationToken)
    {
        var messages = new Messages(surroundings);
        await using var server = await StartAsync(options, cancellationToken);
        var address = server?.NewPageAddress()
            ?? await OtherServer.NewPageAddressAsync(options.Host.Home, TimeProvider.System, cancellationToken)
            ?? throw new YttlException(
                FailureCategory.Processing, "serve.other", "another 'yttl serve' has this home and does not answer: stop it first");
        if (server is null)
            messages.Note("'yttl serve' runs already; this opens its page:");
        surroundings.Output.WriteLine(address.AbsoluteUri);
        surroundings.Output.Flush();
        if (open)
            Browser.Open(PageFile.Write(options.Host.Home, address), messages, $"open {address.AbsoluteUri} yourself");
        if (server is null)
            return;
        messages.Line("Ctrl-C ends it; runs that are under way go on at the next start");
        var stopped = new TaskCompletionSource();
        await using var stop = cancellationToken.Register(stopped.SetResult);
        await stopped.Task;
    }

    private static async Task<WebServer?> StartAsync(ServeOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return await WebServer.StartAsync(options, cancellationToken);
        }
        catch (YttlException e) when (e.Failure.Category is FailureCategory.Input)
        {
            throw new UsageException(e.Message);
        }
    }

    private static ServeOptions Options(
        Configuration settings, int port, IPAddress address, CliContext surroundings, bool verbose)
    {
        var run = EngineSettings.Options(settings);
        if (settings.Effective(SettingTable.Out).Origin == Configuration.DefaultOrigin)
            run = run with { OutputFolder = Path.Combine(EngineSettings.Home(settings), "reports") };
        var host = EngineSettings.Host(run, settings);
        EmbeddedSqlite.Use(host.Home);
        new Messages(surroundings).Line(WriterLine.Format(host.LanguageModel, settings));
        return new ServeOptions(host, run)
        {
            Port = port,
            Address = address,
            Doctor = async stop => JsonSerializer.Serialize(
                CheckupDocument.From(await DoctorCheck.RunAsync(settings, stop)), CliJson.Default.CheckupDocument),
            Settings = () => JsonSerializer.Serialize(ConfigDocument.From(settings), CliJson.Default.ConfigDocument),
            Logger = new MessageLogger(new Messages(surroundings), verbose),
        };
    }

    private static async Task RevokeAsync(
        DeviceTokens known, string name, CliContext surroundings, CancellationToken cancellationToken)
    {
        if (!await known.RevokeAsync(name, TimeProvider.System, cancellationToken))
            throw new UsageException($"there is no token '{name}': 'yttl serve --tokens' lists those there are");
        new Messages(surroundings).Note($"the token '{name}' is revoked");
    }

    private static void List(DeviceTokens known, CliContext surroundings) => Table.Write(
        surroundings,
        ["Token", "Made", "For"],
        known.All().Select(token => new[]
        {
            token.Name, token.Created.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), token.Origin ?? "programs",
        }));

    private static int Port(string? text) =>
        text is null ? ServeOptions.UsualPort
        : Ports.Read(text, out var port) ? port
        : throw new UsageException($"--port {text}: expected {Ports.Expected}");

    private static IPAddress Address(string? text) =>
        text is null or "localhost" ? IPAddress.Loopback
        : IPAddress.TryParse(text, out var address) ? address
        : throw new UsageException($"--listen {text}: expected an address of this machine, such as 192.168.1.20, or 0.0.0.0 for all");
}
