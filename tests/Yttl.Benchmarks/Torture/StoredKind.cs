using Yttl.Core.Failures;

namespace Yttl.Benchmarks.Torture;

/// <summary>One kind of file in a home folder, and what reads it.</summary>
/// <param name="Files">The files that are damaged, each time one of them.</param>
/// <param name="ReadAsync">
/// Returns what a reader makes of it, each part as one text: of damaged files only parts of a sound one may come.
/// </param>
internal sealed record StoredKind(string Name, Func<IReadOnlyList<string>> Files, Func<Task<IReadOnlyList<string>>> ReadAsync)
{
    /// <summary>Damages one file once, reads it and restores it.</summary>
    public async Task FlipAsync(FlipFigures figures, Random random)
    {
        var before = await ReadAsync();
        var files = Files();
        var path = files[random.Next(files.Count)];
        var sound = await File.ReadAllBytesAsync(path);
        byte[] damaged = [.. sound];
        var at = random.Next(sound.Length);
        damaged[at] ^= (byte)(1 << random.Next(8));
        await File.WriteAllBytesAsync(path, damaged);
        figures.Flips++;
        try
        {
            var after = await ReadAsync();
            if (after.Except(before).FirstOrDefault() is { } wrong)
            {
                figures.Wrong++;
                figures.Faults.Add($"{Name}: byte {at} of {Path.GetFileName(path)} makes {wrong[..Math.Min(wrong.Length, 160)]}");
            }
            else if (!after.SequenceEqual(before) || !File.Exists(path) || !(await File.ReadAllBytesAsync(path)).SequenceEqual(damaged))
            {
                figures.Noticed++;
            }
        }
        catch (YttlException)
        {
            figures.Noticed++;
        }
        catch (Exception unforeseen)
        {
            figures.Crashes++;
            figures.Faults.Add($"{Name}: byte {at} of {Path.GetFileName(path)}: {unforeseen.GetType().Name}: {unforeseen.Message}");
        }
        finally
        {
            await File.WriteAllBytesAsync(path, sound);
            File.Delete(path + ".damaged");
        }
    }
}
