using System.Text;

namespace Yttl.Core.Captions.Formats;

/// <summary>An open element of a TTML document.</summary>
internal sealed class TtmlElement
{
    /// <summary>A paragraph that lasts longer is divided at its timed spans.</summary>
    private const double LongestParagraph = 10;

    private static readonly HashSet<string> WithoutText =
        ["head", "metadata", "title", "desc", "copyright", "agent", "name", "image", "audio"];

    private readonly string _name;
    private readonly TtmlElement? _parent;
    private readonly bool _isHidden, _keepsLines, _isSequence, _isTimed, _isUnplaced;
    private readonly double? _begin, _end;

    /// <summary>The pieces of the paragraph that this is, or is in; null outside paragraphs.</summary>
    private readonly List<(TtmlElement Timed, StringBuilder Text)>? _pieces;

    /// <summary>Where the next child begins, if the children come one after the other.</summary>
    private double? _elapsed;

    /// <param name="attributes">By local name.</param>
    public TtmlElement(
        string name, IReadOnlyDictionary<string, string> attributes, TtmlElement? parent, TtmlTimes times)
    {
        _name = name;
        _parent = parent;
        _keepsLines = attributes.TryGetValue("space", out var space) ? space is "preserve" : parent?._keepsLines is true;
        _isHidden = parent?._isHidden is true || WithoutText.Contains(name) || IsHidden(attributes);
        _isSequence = attributes.GetValueOrDefault("timeContainer") is "seq";
        _pieces = name is "p" ? [] : parent?._pieces;

        var from = parent?._elapsed ?? parent?._begin;
        var begin = times.Read(attributes.GetValueOrDefault("begin"));
        var end = times.Read(attributes.GetValueOrDefault("end"));
        var length = times.Read(attributes.GetValueOrDefault("dur"));
        _isUnplaced = begin is null && attributes.ContainsKey("begin");
        _isTimed = (begin ?? end ?? length) is not null;
        _begin = _isTimed ? (from ?? 0) + (begin ?? 0) : from;
        _end = length is not null ? _begin + length
            : end is not null ? (from ?? 0) + end
            : begin is null ? parent?._end
            : null;
        _elapsed = _isSequence ? _begin : null;
        if (name is "br")
            Append("\n");
    }

    /// <summary>Whether this is a paragraph with text that is shown.</summary>
    public bool HasText => _name is "p" && _pieces!.Exists(piece => !string.IsNullOrWhiteSpace(piece.Text.ToString()));

    public void Add(string text) => Append(_keepsLines ? text : text.ReplaceLineEndings(" "));

    /// <returns>The cues of a paragraph; none for other elements.</returns>
    public IEnumerable<OpenCue> Close()
    {
        if (_parent is { _isSequence: true })
            _parent._elapsed = _end ?? _begin;
        if (_name is not "p" || _pieces is not [_, ..])
            return [];
        if (_isUnplaced)
            return [];
        return _isTimed && !(_end - _begin > LongestParagraph)
            ? Cue(this, string.Concat(_pieces.Select(piece => piece.Text)))
            : _pieces.SelectMany(piece => Cue(piece.Timed, piece.Text.ToString()));
    }

    private static bool IsHidden(IReadOnlyDictionary<string, string> attributes) =>
        attributes.GetValueOrDefault("display") is "none"
        || attributes.GetValueOrDefault("visibility") is "hidden"
        || attributes.GetValueOrDefault("ruby") is "text" or "textContainer" or "delimiter";

    private static IEnumerable<OpenCue> Cue(TtmlElement timed, string text)
    {
        if (timed._begin is { } begin)
            yield return new OpenCue(At(begin), timed._end is { } end ? At(end) : null, CueMarkup.LinesOfMarkup(text));
    }

    private static TimeSpan At(double seconds) => CueTimestamp.FromMilliseconds(seconds * 1000);

    private void Append(string text)
    {
        if (_pieces is null || _isHidden)
            return;
        var timed = Timed();
        if (_pieces is [.., var last] && last.Timed == timed)
            last.Text.Append(text);
        else
            _pieces.Add((timed, new StringBuilder(text)));
    }

    /// <summary>Returns the innermost element with a time of its own, within the paragraph.</summary>
    private TtmlElement Timed()
    {
        var element = this;
        while (!element._isTimed && element._name is not "p" && element._parent is { } around)
            element = around;
        return element;
    }
}
