using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Yttl.Whisper.Http;

/// <summary>
/// Reads a multipart form as a stream: writes the file to disk, never holds all of it in memory, and never uses its
/// name.
/// </summary>
internal static class TranscriptionForm
{
    private const int MostFields = 64;
    private const int LongestField = 64 * 1024;

    /// <param name="file">Path that the upload is written to; must not exist.</param>
    /// <returns>The other fields, in the order of the form.</returns>
    /// <exception cref="RequestException">The form is malformed, has no file, or a part of it is too large.</exception>
    public static async Task<ILookup<string, string>> ReadAsync(
        HttpRequest request, string file, long maxUpload, CancellationToken cancellationToken)
    {
        var fields = new List<KeyValuePair<string, string>>();
        var hasFile = false;
        var reader = Reader(request);
        while (await WholeAsync(reader.ReadNextSectionAsync(cancellationToken)) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition))
                continue;
            var name = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
            if (name == "file")
            {
                if (hasFile)
                    throw new RequestException("The form has more than one field 'file'.", "file", "invalid_form");
                await SaveAsync(section.Body, file, maxUpload, cancellationToken);
                hasFile = true;
            }
            else
            {
                if (fields.Count == MostFields)
                    throw new RequestException($"The form has more than {MostFields} fields.", null, "invalid_form");
                fields.Add(new(name, await TextAsync(section.Body, name, cancellationToken)));
            }
        }

        return hasFile
            ? fields.ToLookup(field => field.Key, field => field.Value)
            : throw new RequestException("The form has no field 'file'.", "file", "missing_file");
    }

    private static MultipartReader Reader(HttpRequest request)
    {
        if (MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            && HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 and <= 200 } boundary)
            return new MultipartReader(boundary.ToString(), request.Body);
        throw new RequestException("Send a multipart/form-data form with a field 'file'.", "file", "invalid_form");
    }

    private static async Task SaveAsync(Stream body, string file, long most, CancellationToken cancellationToken)
    {
        await using var target = new FileStream(file, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        var buffer = new byte[81920];
        int read;
        while ((read = await WholeAsync(body.ReadAsync(buffer, cancellationToken).AsTask())) > 0)
        {
            if (target.Length + read > most)
                throw new RequestException(
                    $"The file is larger than {most / 1024 / 1024} MB: send it in parts.",
                    "file",
                    "file_too_large",
                    StatusCodes.Status413PayloadTooLarge);
            await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }
    }

    private static async Task<string> TextAsync(Stream body, string name, CancellationToken cancellationToken)
    {
        var buffer = new byte[LongestField + 1];
        var length = await WholeAsync(
            body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken).AsTask());
        return length <= LongestField
            ? System.Text.Encoding.UTF8.GetString(buffer, 0, length)
            : throw new RequestException($"The field '{name}' is longer than 64 KB.", name, "field_too_long");
    }

    /// <summary>
    /// Converts read errors of the form, which mean that it is cut off; errors of writing to the disk have other
    /// causes.
    /// </summary>
    private static async Task<T> WholeAsync<T>(Task<T> reading)
    {
        try
        {
            return await reading;
        }
        catch (Exception e) when (e is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            throw new RequestException("The form is cut off or malformed.", null, "invalid_form");
        }
    }
}
