namespace Microsoft.Azure.WebJobs.Host;

/// <summary>The name of the exception that the Functions host ends an activity with: only the name reaches the app.</summary>
internal sealed class FunctionTimeoutException(string message) : Exception(message);
