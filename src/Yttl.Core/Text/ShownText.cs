namespace Yttl.Core.Text;

/// <summary>Untrusted text as it may be shown to people and other programs: in messages, documents and callbacks.</summary>
public static class ShownText
{
    /// <summary>Returns the text without what gives access, and without controls that turn what stands behind it.</summary>
    public static string From(string text) => BidiControls.Balance(Redaction.In(text));
}
