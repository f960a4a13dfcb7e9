namespace Yttl.Web.Door;

/// <summary>A few secrets that are valid until this server ends, kept as hashes: one-time codes, and sessions.</summary>
/// <param name="most">Of more, the oldest are dropped.</param>
internal sealed class SecretSet(int most)
{
    private readonly Lock _oneAtATime = new();
    private readonly List<string> _hashes = [];

    public string Issue()
    {
        var secret = Secret.New();
        lock (_oneAtATime)
        {
            _hashes.Add(Secret.HashOf(secret));
            if (_hashes.Count > most)
                _hashes.RemoveAt(0);
        }

        return secret;
    }

    public bool Contains(string secret)
    {
        lock (_oneAtATime)
            return IndexOf(secret) >= 0;
    }

    /// <returns>False where there is no such secret, or it was taken before.</returns>
    public bool TryTake(string secret)
    {
        lock (_oneAtATime)
        {
            var index = IndexOf(secret);
            if (index >= 0)
                _hashes.RemoveAt(index);
            return index >= 0;
        }
    }

    /// <summary>Compares all of them, so that the time says nothing.</summary>
    private int IndexOf(string secret)
    {
        var found = -1;
        for (var i = 0; i < _hashes.Count; i++)
            found = Secret.Matches(secret, _hashes[i]) ? i : found;
        return found;
    }
}
