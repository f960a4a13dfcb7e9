using System.Security.Cryptography;
using Yttl.Core.Artifacts;
using Yttl.Core.Languages;

namespace Yttl.Functions.Specs.Engine;

internal static class Refs
{
    /// <summary>Of content that is never read.</summary>
    public static readonly ArtifactRef Some = ArtifactRef.OfHash(SHA256.HashData("some"u8));

    public static readonly LanguageTag English = LanguageTag.Parse("en", null);
}
