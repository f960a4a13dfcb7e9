using System.Globalization;
using System.Net;
using Yttl.Core.Failures;
using Yttl.Core.Http;

namespace Yttl.Core.ModelServers;

/// <summary>Failures of model files and their downloads.</summary>
internal static class ModelFileFailures
{
    public static YttlException Missing(string model) => new(
        FailureCategory.Input,
        "model.file-missing",
        $"there is no model {model}: give the path of a file, or OWNER/NAME/FILE to download");

    public static YttlException Html(string model) => new(
        FailureCategory.Input,
        "model.file-html",
        $"{model} is a web page, not a model: an error page or a sign-in page was saved under its name");

    public static YttlException WrongFormat(string model, ModelFormat format) => new(
        FailureCategory.Input,
        "model.file-format",
        $"{model} is not a {format.Name} model: download it again, or give one of that format");

    public static YttlException Refused(Uri url, HttpStatusCode status) => new(
        IsTransient(status) ? FailureCategory.Network : FailureCategory.Input,
        "model.download",
        string.Create(
            CultureInfo.InvariantCulture,
            $"{url} answered {(int)status}: check the model's name; "
            + $"for a model that needs an account, download it yourself and give its path"),
        transient: IsTransient(status));

    public static YttlException Silent(Uri url, TimeSpan silence) => new(
        FailureCategory.Network,
        "model.download",
        string.Create(
            CultureInfo.InvariantCulture,
            $"{url} could not be downloaded, it sent nothing for {silence.TotalSeconds:0} s: "
            + $"check the network, then run the same command again to resume"),
        transient: true);

    public static YttlException Broken(Uri url, Exception cause) => new(
        FailureCategory.Network,
        "model.download",
        $"{url} could not be downloaded ({ConnectionReason.Format(cause)}): run the same command again to resume",
        transient: true,
        inner: cause);

    public static YttlException Unwritable(string path, Exception cause) => new(
        FailureCategory.Processing,
        "model.write",
        $"{path} cannot be written: {FileReason.Format(cause)}; make room, or point YTTL_HOME at another folder",
        inner: cause);

    public static YttlException Checksum(Uri url) => new(
        FailureCategory.Network,
        "model.checksum",
        $"the download from {url} does not match its SHA-256 and was deleted: run the same command again",
        transient: true);

    private static bool IsTransient(HttpStatusCode status) =>
        status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests || (int)status >= 500;
}
