using System.Net.Sockets;
using System.Security.Authentication;
using Yttl.Core.Http;

namespace Yttl.Core.Specs.Http;

public sealed class ConnectionReasonSpecs
{
    public static TheoryData<string, Exception> Failures => new()
    {
        { "connection refused", new HttpRequestException("Connection refused (127.0.0.1:9)", Socket(SocketError.ConnectionRefused)) },
        { "no such host", new HttpRequestException("Name or service not known", Socket(SocketError.HostNotFound)) },
        { "no answer in time", new HttpRequestException("x", new TimeoutException()) },
        { "network unreachable", new AggregateException(new HttpRequestException("x", Socket(SocketError.NetworkUnreachable))) },
        { "the connection broke", new HttpRequestException("x", new IOException("x", Socket(SocketError.ConnectionReset))) },
        { "the connection broke", new HttpIOException(HttpRequestError.ResponseEnded) },
        { "the connection broke", new IOException("The server returned an invalid or unrecognized response.") },
        { "the answer is larger than 4 MB", new HttpRequestException("x", new ResponseTooLargeException(4 << 20)) },
        {
            "no secure connection, its certificate is not accepted",
            new HttpRequestException("The SSL connection could not be established, see inner exception.", new AuthenticationException())
        },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public void A_call_that_fails_is_told_in_our_words(string reason, Exception exception) =>
        ConnectionReason.Format(exception).ShouldBe(reason);

    private static SocketException Socket(SocketError error) => new((int)error);
}
