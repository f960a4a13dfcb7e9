namespace Yttl.Whisper.Http;

/// <summary>The request is invalid; the message says why, for the client.</summary>
/// <param name="param">Name of the invalid field.</param>
internal sealed class RequestException(
    string message, string? param, string code, int status = StatusCodes.Status400BadRequest) : Exception(message)
{
    public string? Param => param;

    public string Code => code;

    public int Status => status;
}
