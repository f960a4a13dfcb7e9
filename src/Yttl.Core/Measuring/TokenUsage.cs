namespace Yttl.Core.Measuring;

/// <summary>Tokens as the provider counted them; zeros where it gave no counts.</summary>
public readonly record struct TokenUsage(long Input, long Output)
{
    public static TokenUsage operator +(TokenUsage left, TokenUsage right) => left.Add(right);

    public TokenUsage Add(TokenUsage other) => new(Input + other.Input, Output + other.Output);
}
