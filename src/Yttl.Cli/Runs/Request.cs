using Yttl.Core.Failures;

namespace Yttl.Cli.Runs;

/// <summary>One source to summarise.</summary>
/// <param name="Place">Where the source was named, such as <c>list.txt line 3</c>; null for the command line.</param>
internal sealed record Request(string Source, string? Place = null)
{
    /// <summary>What the user gave, where the source is a stored copy of it: <c>stdin</c>.</summary>
    public string? Name { get; init; }

    /// <summary>A message about the source, in the words of the user.</summary>
    public string Worded(string message) => Name is null ? message : message.Replace(Source, Name, StringComparison.Ordinal);

    /// <summary>Works on the source, with failures in the words of the user.</summary>
    public async Task<T> WordedAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (YttlException e) when (Name is not null)
        {
            throw new YttlException(e.Failure with { Message = Worded(e.Message) }, e);
        }
    }
}
