using System.Runtime.InteropServices;
using SQLitePCL;
using Yttl.Core.Failures;
using Yttl.Core.Processes;

namespace Yttl.Cli.Hosting;

/// <summary>
/// SQLite's library inside the published program, which is one file: it is unpacked when a search needs it and deleted as
/// soon as it is loaded, so that nothing else needs a folder that can be written.
/// </summary>
internal static class EmbeddedSqlite
{
    /// <summary>Also the name by which SQLitePCLRaw loads the library.</summary>
    private const string Name = "e_sqlite3";

    /// <param name="home">The folder of runs; the folder of temporary files is used where it cannot be written.</param>
    public static void Use(string home)
    {
        var program = typeof(EmbeddedSqlite).Assembly;
        if (program.GetManifestResourceInfo(Name) is null)
            return; // the library lies beside the program
        // .NET asks again for every function, and a second copy of the library would know nothing of the first one's state.
        var library = new Lazy<nint>(() => Load(() => program.GetManifestResourceStream(Name)!, [home, Path.GetTempPath()]));
        NativeLibrary.SetDllImportResolver(
            typeof(SQLite3Provider_e_sqlite3).Assembly, (name, _, _) => name == Name ? library.Value : 0);
    }

    /// <summary>Unpacks a library into the first folder that takes it, and loads it.</summary>
    /// <exception cref="DllNotFoundException">No folder can be written, or none may have programs.</exception>
    internal static nint Load(Func<Stream> library, IEnumerable<string> folders)
    {
        var problems = new List<string>();
        foreach (var folder in folders)
        {
            try
            {
                return Load(library, Path.Combine(folder, $"{Path.GetRandomFileName()}.tmp"));
            }
            catch (Exception problem) when (
                problem is IOException or UnauthorizedAccessException or DllNotFoundException or BadImageFormatException)
            {
                problems.Add($"'{folder}': {FileReason.Format(problem)}");
            }
        }

        throw new DllNotFoundException($"SQLite's library cannot be unpacked into {string.Join(", or into ", problems)}");
    }

    private static nint Load(Func<Stream> library, string path)
    {
        try
        {
            using (var packed = library())
            using (var file = FileModes.CreatePrivate(path))
                packed.CopyTo(file);
            return NativeLibrary.Load(path);
        }
        finally
        {
            File.Delete(path); // what is loaded stays
        }
    }
}
