using System.Text;

namespace Yttl.Cli.Specs.Documents;

/// <summary>One line of a shell as documents write them: words, quotes, a comment at its end.</summary>
internal static class ShellLine
{
    public static IReadOnlyList<string> Words(string line)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var quote = '\0';
        var begun = false;
        foreach (var letter in line + ' ')
        {
            if (quote != '\0' && letter == quote)
                quote = '\0';
            else if (quote == '\0' && letter is '\'' or '"')
                (quote, begun) = (letter, true);
            else if (quote == '\0' && !begun && letter == '#')
                break;
            else if (quote != '\0' || letter != ' ')
                (word, begun) = (word.Append(letter), true);
            else if (begun)
            {
                words.Add(word.ToString());
                word.Clear();
                begun = false;
            }
        }

        return words;
    }
}
