namespace Yttl.Core.ModelServers;

/// <summary>
/// Keeps the servers of a pool within its memory. Every call is made under the pool's lock, which guards the servers.
/// </summary>
/// <param name="residentBytes">
/// Returns the resident memory of a process and all its children; 0 where it has ended.
/// </param>
/// <param name="freeBytes">Returns the memory that this process and its children may still use.</param>
internal sealed class ServerMemory(
    ServerProgram program, ServerPoolSettings settings, Func<int, long> residentBytes, Func<long> freeBytes)
{
    /// <summary>Assumes that another server needs as much memory as the largest one uses now.</summary>
    public bool HasRoomForAnother(IReadOnlyCollection<ServerSlot> servers)
    {
        var sizes = Sizes(servers);
        return sizes.Count == 0
            || (sizes.Max(size => size.Bytes) is var another
                && sizes.Sum(size => size.Bytes) + another <= (settings.MemoryLimit ?? long.MaxValue)
                && freeBytes() - another >= settings.MemoryReserve);
    }

    /// <summary>Stops one server at a time: the next check measures what that freed.</summary>
    public void StopLargest(IReadOnlyCollection<ServerSlot> servers)
    {
        var sizes = Sizes(servers);
        if (sizes.Count == 0 || servers.Any(slot => slot.IsStopping))
            return;
        var total = sizes.Sum(size => size.Bytes);
        var available = freeBytes();
        var largest = sizes.MaxBy(size => size.Bytes).Slot;
        if (settings.MemoryLimit is { } limit && total > limit)
            largest.Stop(ServerFailures.OverLimit(program, total, limit));
        else if (available < settings.MemoryReserve)
            largest.Stop(ServerFailures.ShortOfMemory(program, available));
    }

    private List<(ServerSlot Slot, long Bytes)> Sizes(IEnumerable<ServerSlot> servers) =>
        [.. servers.Where(slot => slot.IsOpen).Select(slot => (slot, residentBytes(slot.Running!.Process.Id)))];
}
