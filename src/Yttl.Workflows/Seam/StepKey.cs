using System.Security.Cryptography;
using System.Text;

namespace Yttl.Workflows.Seam;

/// <summary>
/// Identifies what a step does with an input: the SHA-256 of the step's name, its version and the JSON of the input, as
/// 64 lower-case hexadecimal digits. Inputs hold content as hashes, so equal keys mean equal work on every host.
/// </summary>
public readonly record struct StepKey
{
    private readonly string? _hash;

    private StepKey(string hash) => _hash = hash;

    /// <param name="input">Reduced to what the result depends on.</param>
    public static StepKey From(string step, int version, string input) =>
        new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{step}\n{version}\n{input}"))));

    public override string ToString() => _hash ?? throw new InvalidOperationException("An empty step key.");
}
