namespace Yttl.Core.Captions.Formats;

/// <summary>How sure the spelling of a timing line is. The less sure ones count where a file has no surer line.</summary>
internal enum TimingShape
{
    /// <summary>Fractions, brackets, a long arrow, or hours on both sides of any arrow: not speech.</summary>
    Certain,

    /// <summary><c>0:10 -> 0:15</c>: speech looks so too.</summary>
    ArrowWithoutFraction,

    /// <summary><c>0:10 - 0:15</c>: a span of time in an agenda looks so too.</summary>
    DashWithoutFraction,

    /// <summary><c>2.5 --> 4.25</c>: seconds alone, outside of brackets.</summary>
    SecondsAlone,
}
