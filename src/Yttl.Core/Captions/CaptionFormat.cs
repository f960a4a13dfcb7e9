namespace Yttl.Core.Captions;

internal enum CaptionFormat
{
    Unknown,
    Json3,
    WebVtt,
    Srt,
    YouTubeXml,
    Html,
}
