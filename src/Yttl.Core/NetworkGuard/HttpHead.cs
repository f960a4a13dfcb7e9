using System.Net.Sockets;
using System.Text;

namespace Yttl.Core.NetworkGuard;

/// <summary>Reads the head of an HTTP message and nothing after it.</summary>
internal static class HttpHead
{
    private const int Longest = 32 * 1024;

    /// <summary>Reads single bytes: what follows the head belongs to the tunnel.</summary>
    /// <returns>The lines before the blank one; empty where the stream ends before, or the head is too long.</returns>
    public static async Task<string> ReadAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        var (head, one) = (new StringBuilder(), new byte[1]);
        while (head.Length < Longest && await stream.ReadAsync(one, cancellationToken) > 0)
        {
            head.Append((char)one[0]);
            if (head.Length >= 4 && head.ToString(head.Length - 4, 4) is "\r\n\r\n")
                return head.ToString(0, head.Length - 4);
        }

        return "";
    }
}
