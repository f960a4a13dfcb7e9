using System.Globalization;
using Yttl.Core.Languages;

namespace Yttl.Core.Summaries.Prompting;

/// <summary>Names a language for a prompt: <c>German (de)</c>, <c>Portuguese, Brazil (pt-BR)</c>.</summary>
internal static class LanguageName
{
    public static string Format(LanguageTag language)
    {
        try
        {
            var name = CultureInfo.GetCultureInfo(language.ToString(), predefinedOnly: true).EnglishName;
            return $"{name.Replace(" (", ", ", StringComparison.Ordinal).TrimEnd(')')} ({language})";
        }
        catch (CultureNotFoundException)
        {
            // The tag alone suffices for a model, and is all there is where the machine has no language data.
            return $"the language with the tag {language}";
        }
    }
}
