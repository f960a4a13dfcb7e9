namespace Yttl.Whisper.Http;

/// <summary>The request cannot be answered as it is; the message tells its sender why.</summary>
/// <param name="param">The field at fault.</param>
internal sealed class RequestException(
    string message, string? param, string code, int status = StatusCodes.Status400BadRequest) : Exception(message)
{
    public string? Param => param;

    public string Code => code;

    public int Status => status;
}
