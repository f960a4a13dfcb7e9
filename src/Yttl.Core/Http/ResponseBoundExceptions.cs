using System.Globalization;

namespace Yttl.Core.Http;

/// <summary>The body of an answer has more bytes than are read.</summary>
public sealed class ResponseTooLargeException(long most)
    : IOException(string.Create(CultureInfo.InvariantCulture, $"the answer is larger than {SizeOf(most)}"))
{
    /// <summary>As a noun: <c>4 MB</c>.</summary>
    public string Most { get; } = SizeOf(most);

    /// <summary>Finds it behind the exceptions that clients wrap around it; null where it is not the cause.</summary>
    public static ResponseTooLargeException? Find(Exception? exception)
    {
        while (exception is not null and not ResponseTooLargeException)
            exception = exception.InnerException;
        return (ResponseTooLargeException?)exception;
    }

    private static string SizeOf(long bytes) => bytes >= 1024 * 1024
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / (1024 * 1024)} MB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024} KB");
}

/// <summary>An answer stopped in its middle, or did not end in its time.</summary>
public sealed class ResponseStalledException(string message) : IOException(message)
{
    /// <summary>Finds it behind the exceptions that clients wrap around it; null where it is not the cause.</summary>
    public static ResponseStalledException? Find(Exception? exception)
    {
        while (exception is not null and not ResponseStalledException)
            exception = exception.InnerException;
        return (ResponseStalledException?)exception;
    }
}
