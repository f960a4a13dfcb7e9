using System.Net.Sockets;
using System.Security.Authentication;

namespace Yttl.Core.Http;

/// <summary>Why an address could not be called, in words that do not change with the system and its language.</summary>
public static class ConnectionReason
{
    /// <returns>A clause without a capital and a full stop, such as <c>connection refused</c>.</returns>
    public static string Format(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
            if (Find(cause) is { } reason)
                return reason;
        return "the connection broke";
    }

    private static string? Find(Exception cause) => cause switch
    {
        ResponseTooLargeException or ResponseStalledException => cause.Message.TrimEnd('.'),
        SocketException socket => Find(socket.SocketErrorCode),
        AuthenticationException => "no secure connection, its certificate is not accepted",
        TimeoutException or OperationCanceledException => "no answer in time",
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => "no such host",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => "no secure connection",
        HttpIOException { HttpRequestError: HttpRequestError.ResponseEnded } => "the connection broke",
        HttpIOException { HttpRequestError: HttpRequestError.InvalidResponse } => "its answer is not HTTP",
        _ => null,
    };

    private static string? Find(SocketError error) => error switch
    {
        SocketError.ConnectionRefused => "connection refused",
        SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => "no such host",
        SocketError.TimedOut => "no answer in time",
        SocketError.HostUnreachable or SocketError.HostDown => "host unreachable",
        SocketError.NetworkUnreachable or SocketError.NetworkDown => "network unreachable",
        SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.Shutdown => "the connection broke",
        _ => null,
    };
}
