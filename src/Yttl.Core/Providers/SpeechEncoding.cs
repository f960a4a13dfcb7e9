namespace Yttl.Core.Providers;

/// <summary>The encoding of audio for a recogniser.</summary>
public enum SpeechEncoding
{
    /// <summary>Uncompressed, for a server on this machine. whisper.cpp reads it, and no Opus.</summary>
    Wav,

    /// <summary>Lossless, at about half of the size.</summary>
    Flac,

    /// <summary>Opus in Ogg, 32 kbit/s: an eighth of the size, with the same recognition.</summary>
    Opus,
}
