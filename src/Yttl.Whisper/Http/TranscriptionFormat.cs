namespace Yttl.Whisper.Http;

internal enum TranscriptionFormat
{
    Json,
    VerboseJson,
    Text,
}
