namespace Yttl.Core.Processes;

/// <summary>Which formats of media ffmpeg and ffprobe may open, by their names in ffmpeg.</summary>
internal static class MediaFormats
{
    /// <summary>
    /// Containers and plain streams: what they play is in the file itself. (<c>mov</c> opens the files that a
    /// <c>dref</c> refers to only with <c>-enable_drefs</c>.) <c>Yttl.Whisper</c>, which shares no code with this
    /// project, has a shorter list for uploads.
    /// </summary>
    public const string Containers =
        "aa,aac,aax,ac3,ac4,act,aea,aiff,amr,amrnb,amrwb,ape,asf,asf_o,au,av1,avi,avr,avs2,avs3,caf,cavsvideo,dirac,dnxhd,"
        + "dsf,dss,dts,dtshd,dv,eac3,evc,flac,flv,gsm,gxf,h261,h263,h264,hevc,iamf,iff,ivf,ivr,kux,live_flv,loas,lxf,m4v,"
        + "matroska,mjpeg,mlp,mmf,mov,mp3,mpc,mpc8,mpeg,mpegts,mpegvideo,mxf,nsv,nut,nuv,obu,ogg,oma,qcp,r3d,rm,sbc,shn,"
        + "smjpeg,smk,sox,swf,tak,truehd,tta,ty,vc1,vc1test,vivo,voc,vqf,vvc,w64,wav,wsd,wtv,wv,wve,xmv,xwma,yuv4mpegpipe";

    /// <summary>What <see cref="Containers"/> and the formats that only list such files are.</summary>
    public const string WithPlaylists = Containers + ",concat,dash,hls,webvtt";

    /// <summary>Formats that open other files or run a script.</summary>
    private static readonly HashSet<string> Referring =
        ["applehttp", "avisynth", "concat", "dash", "hls", "imf", "lavfi", "rtp", "rtsp", "sap", "sdp", "vapoursynth", "vobsub"];

    private static readonly HashSet<string> PlaylistExtensions =
        new([".m3u8", ".m3u", ".mpd", ".ffconcat"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns whether a name says that the file lists other files.</summary>
    public static bool IsNameOfPlaylist(string path) => PlaylistExtensions.Contains(Path.GetExtension(path));

    /// <param name="format">A name of ffmpeg: <c>hls</c>, or several between commas.</param>
    public static bool RefersToFiles(string format) => format.Split(',').Any(Referring.Contains);
}
