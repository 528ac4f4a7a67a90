using System.Globalization;
using EdgeGateway.Store;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeGateway.Benchmarks.Store;

/// <summary>
/// The victim of the crash tests: appends for ever from several overlapping callers and says on standard output what
/// the store acknowledged, one line each: <c>SEQ TEXT .</c> All content follows from the text, so that whoever reads the
/// store afterwards can tell whether a byte changed.
/// </summary>
public static class StoreChild
{
    private const int Callers = 12;

    public static async Task<int> RunAsync(string folder, string seed, TextWriter output)
    {
        TextWriter said = TextWriter.Synchronized(output);
        await using SqliteReadingStore store = SqliteReadingStore.Open(
            new StoreOptions { Folder = folder, Gateway = "gw-crash" }, TimeProvider.System, new Random(), NullLogger<SqliteReadingStore>.Instance);
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => AppendForEverAsync(store, $"{seed}-{caller}", said)));
        return 0;
    }

    private static async Task AppendForEverAsync(SqliteReadingStore store, string caller, TextWriter said)
    {
        for (int number = 0; ; number++)
        {
            string text = $"{caller}-{number.ToString(CultureInfo.InvariantCulture)}";
            Appended appended = await store.AppendAsync(CrashSample.Reading(text), default);
            said.WriteLine($"{appended.Seq.ToString(CultureInfo.InvariantCulture)} {text} .");
            said.Flush();
        }
    }
}
