using System.Text;

namespace Yttl.Core.Processes;

/// <summary>Keeps the end of a text of any length, in bounded memory.</summary>
internal sealed class TextTail(int capacity)
{
    private readonly StringBuilder _text = new();

    public void Append(ReadOnlySpan<char> text)
    {
        _text.Append(text);
        if (_text.Length > 2 * capacity)
            _text.Remove(0, _text.Length - capacity);
    }

    public override string ToString() =>
        _text.Length <= capacity ? _text.ToString() : _text.ToString(_text.Length - capacity, capacity);
}
