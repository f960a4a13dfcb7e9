using System.Text;

namespace Yttl.Workflows.Http;

/// <summary>The text of a request.</summary>
public static class RequestBody
{
    /// <summary>Reads at most one character more than is allowed. The contract refuses the longer text.</summary>
    public static async Task<string> ReadAsync(Stream body, int most, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(body, Encoding.UTF8, leaveOpen: true);
        var buffer = new char[most + 1];
        var read = await reader.ReadBlockAsync(buffer, cancellationToken);
        return new string(buffer, 0, read);
    }
}
