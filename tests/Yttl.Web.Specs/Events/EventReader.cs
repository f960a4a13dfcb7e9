using System.Globalization;
using Yttl.TestKit;

namespace Yttl.Web.Specs.Events;

/// <summary>Reads server-sent events as a browser does.</summary>
internal sealed class EventReader(Stream stream) : IDisposable
{
    private readonly StreamReader _lines = new(stream);

    public async Task<(long Number, string Name, string Data)> NextAsync()
    {
        var (number, name, data) = (0L, "message", "");
        while (true)
        {
            var line = (await _lines.ReadLineAsync().WaitAsync(Eventually.Timeout)).ShouldNotBeNull("the stream ended");
            if (line.Length is 0)
                return (number, name, data);
            var (field, value) = (line[..line.IndexOf(':')], line[(line.IndexOf(':') + 1)..].TrimStart());
            if (field is "")
                name = "comment";
            else if (field is "id")
                number = long.Parse(value, CultureInfo.InvariantCulture);
            else if (field is "event")
                name = value;
            else
                data = value;
        }
    }

    public void Dispose() => _lines.Dispose();
}
