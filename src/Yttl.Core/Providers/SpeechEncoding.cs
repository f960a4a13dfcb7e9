namespace Yttl.Core.Providers;

/// <summary>How audio is packed for its journey to a recogniser.</summary>
public enum SpeechEncoding
{
    /// <summary>As it is, with a header: for what runs on this machine. whisper.cpp reads it, and no Opus.</summary>
    Wav,

    /// <summary>Without loss, at about half of that.</summary>
    Flac,

    /// <summary>Opus in Ogg, 32 kbit/s: an eighth of it, and what a recogniser hears does not change.</summary>
    Opus,
}
