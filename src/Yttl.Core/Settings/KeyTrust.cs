using Yttl.Core.Failures;
using Yttl.Core.Providers;

namespace Yttl.Core.Settings;

/// <summary>
/// Holds keys back from addresses that others chose. Each value by itself may be allowed, and the combination not: so the
/// connection is judged once all settings are merged.
/// </summary>
internal static class KeyTrust
{
    /// <summary>
    /// Returns the connection, where its key and its address come from the same trust: the user (the user's file, the
    /// environment, the command line), or a project file. A provider's own address gets its key in any case.
    /// </summary>
    /// <exception cref="YttlException">
    /// <c>model.address-untrusted</c>, <c>speech.address-untrusted</c>: it would sign in at an address that another chose.
    /// </exception>
    public static T Trusted<T>(this Configuration settings, T connection) where T : ProviderSettings
    {
        if (SignInOf(connection) is not { } signIn || connection.AddressBy is not { } variable)
            return connection;
        var address = settings.EntryOf(variable);
        return address is not { FromProjectFile: true } || settings.EntryOf(signIn) is { FromProjectFile: true }
            ? connection
            : throw connection.Capability.Failure(
                FailureCategory.Input,
                "address-untrusted",
                $"{signIn} is not sent to {address.Text}: {address.Origin} names this address, and may come from others. "
                + $"Where you trust it, give {connection.Capability.Setting("base_url")} {address.Text}; "
                + $"else remove {address.Key} from the file");
    }

    /// <summary>What the connection signs in with; null where it does not.</summary>
    private static string? SignInOf(ProviderSettings connection) =>
        connection.ApiKey is not null ? connection.Row.KeyVariable ?? "the key"
        : connection.Row.EntraScope is not null ? "your sign-in with Entra ID"
        : null;
}
