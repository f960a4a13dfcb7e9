using System.Text;

namespace Yttl.Core.Processes;

/// <summary>
/// Splits a command into a program and its arguments by the quoting of a POSIX shell, and does nothing else that a shell
/// does: no variable, pattern, pipe or redirection
/// (https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_02).
/// </summary>
public static class CommandWords
{
    // A path of Windows is full of backslashes.
    private static bool Escapes(char next) => !OperatingSystem.IsWindows() || next is '"' or '\'';

    /// <returns>False where the text is blank, or a quote or the last backslash has no end.</returns>
    public static bool TrySplit(string text, out IReadOnlyList<string> words)
    {
        var found = new List<string>();
        var word = new StringBuilder();
        var (quote, isWord) = ('\0', false);
        words = found;
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (letter == '\\' && quote != '\'' && i + 1 == text.Length && !OperatingSystem.IsWindows())
                return false;
            if (letter == '\\' && quote == '\0' && i + 1 < text.Length && Escapes(text[i + 1]))
                Add(text[++i]);
            else if (letter == '\\' && quote == '"' && i + 1 < text.Length && text[i + 1] is '"' or '\\')
                Add(text[++i]);
            else if (letter == quote)
                quote = '\0';
            else if (quote == '\0' && letter is '"' or '\'')
                (quote, isWord) = (letter, true);
            else if (quote == '\0' && char.IsWhiteSpace(letter))
                End();
            else
                Add(letter);
        }

        End();
        return quote == '\0' && found is [{ Length: > 0 }, ..];

        void Add(char letter)
        {
            word.Append(letter);
            isWord = true;
        }

        void End()
        {
            if (isWord)
                found.Add(word.ToString());
            word.Clear();
            isWord = false;
        }
    }
}
